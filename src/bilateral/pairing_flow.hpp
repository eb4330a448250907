// SPDX-License-Identifier: Apache-2.0
//
// The flow behind a pairing. Everybody stands on the left and on the right, and each pair is an arc
// from left to right in both directions: the best flow is at most half a meeting away, pair by
// pair, from what can be held, and its value is a bound (Balinski 1965).

#pragma once

#include "bilateral/pairing.hpp"

#include <optional>
#include <vector>

namespace sala::bilateral {

class PairingFlow {
public:
    explicit PairingFlow(const PairingProblem& problem);

    // Takes the best flow; once, at the start.
    void solve();
    // Twice the value of the best flow: fairness and benefit.
    std::int64_t doubled_value() const;
    // What a meeting nearer to `least` is worth.
    std::int64_t fairness() const { return fairness_; }

    // How much of a pair flows: 0, 1 or 2 halves.
    int halves(std::size_t pair) const { return flows(2 * pair) + flows(2 * pair + 1); }
    bool is_decided(std::size_t pair) const { return arcs_[4 * pair].fixed; }
    // From now on the pair is held, or is not; the flow is the best one with that. False: it
    // cannot be.
    bool decide(std::size_t pair, bool held);

private:
    struct Arc {
        int to = 0;
        int capacity = 0;  // what is left of it
        std::int64_t cost = 0;
        bool fixed = false;
    };

    int left(int person) const { return 2 + 2 * person; }
    int right(int person) const { return 3 + 2 * person; }
    int flows(std::size_t arc) const { return arcs_[2 * arc + 1].capacity; }
    void add(int from, int to, int capacity, std::int64_t cost);
    std::int64_t reduced(int from, const Arc& arc) const
    {
        return arc.cost + height_[static_cast<std::size_t>(from)] -
               height_[static_cast<std::size_t>(arc.to)];
    }
    // Distances from `from` by reduced cost, up to `far`; the arc by which each node was reached.
    std::optional<std::int64_t> look_for(int from, int to, std::int64_t far);
    bool bring(int from, int to);
    bool push(int node);
    bool set(std::size_t arc, bool flowing);

    static constexpr int source = 0;
    static constexpr int sink = 1;

    int people_;
    std::size_t pairs_;
    std::int64_t fairness_ = 0;
    std::vector<Arc> arcs_;               // an arc and its opposite stand beside each other
    std::vector<std::vector<int>> from_;  // node -> its arcs
    std::vector<std::int64_t> height_;
    std::vector<std::int64_t> distance_;
    std::vector<int> reached_by_;
    std::vector<std::size_t> next_;  // which of its arcs a node tries next
    std::vector<char> seen_;
};

}  // namespace sala::bilateral
