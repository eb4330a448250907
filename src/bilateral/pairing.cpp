// SPDX-License-Identifier: Apache-2.0

#include "bilateral/pairing.hpp"

#include "bilateral/pairing_flow.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

namespace sala::bilateral {

namespace {

class Search {
public:
    Search(const PairingProblem& problem, int branches_max)
        : problem_(problem),
          branches_max_(branches_max),
          best_first_(problem.pairs.size())
    {
        std::iota(best_first_.begin(), best_first_.end(), std::size_t{0});
        std::stable_sort(best_first_.begin(), best_first_.end(), [&](auto a, auto b) {
            return problem_.pairs[a].benefit > problem_.pairs[b].benefit;
        });
    }

    Pairing run()
    {
        PairingFlow flow(problem_);
        flow.solve();
        fairness_ = flow.fairness();
        bound_ = flow.doubled_value() / 2;
        best_ = -1;
        branch(flow);
        return answer();
    }

private:
    std::int64_t value_of(const std::vector<char>& held) const
    {
        std::vector<int> meetings(static_cast<std::size_t>(problem_.people));
        std::int64_t value = 0;
        for (std::size_t n = 0; n < held.size(); ++n)
            if (held[n] != 0) {
                value += std::int64_t{2} * problem_.pairs[n].benefit;
                ++meetings[static_cast<std::size_t>(problem_.pairs[n].one)];
                ++meetings[static_cast<std::size_t>(problem_.pairs[n].other)];
            }
        for (const int count : meetings)
            value += 2 * fairness_ * std::min({count, problem_.least, problem_.most});
        return value / 2;
    }

    std::optional<std::size_t> odd_half(const PairingFlow& flow) const;
    void walk(std::vector<std::vector<std::size_t>>& at, int begin, std::vector<char>& used,
              std::vector<std::size_t>& trail) const;
    std::vector<char> rounded(const PairingFlow& flow) const;
    void fill(std::vector<char>& held) const;
    void branch(const PairingFlow& flow);
    Pairing answer() const;

    const PairingProblem& problem_;
    int branches_max_;
    int branches_ = 0;
    bool all_seen_ = true;
    std::int64_t fairness_ = 0;
    std::int64_t bound_ = 0;  // with fairness
    std::int64_t best_ = 0;
    std::vector<char> held_;
    std::vector<std::size_t> best_first_;  // every pair
};

// A pair of a connected part of half meetings that cannot be rounded without loss.
std::optional<std::size_t> Search::odd_half(const PairingFlow& flow) const
{
    std::vector<std::vector<std::size_t>> at(static_cast<std::size_t>(problem_.people));
    for (std::size_t n = 0; n < problem_.pairs.size(); ++n)
        if (flow.halves(n) == 1)
            for (const int person : {problem_.pairs[n].one, problem_.pairs[n].other})
                at[static_cast<std::size_t>(person)].push_back(n);
    std::vector<char> seen(problem_.pairs.size());
    for (int begin = 0; begin < problem_.people; ++begin) {
        std::vector<int> people{begin};
        std::vector<std::size_t> part;
        bool even = true;
        for (std::size_t n = 0; n < people.size(); ++n) {
            const auto& here = at[static_cast<std::size_t>(people[n])];
            even = even && here.size() % 2 == 0;
            for (const auto pair : here)
                if (seen[pair] == 0) {
                    seen[pair] = 1;
                    part.push_back(pair);
                    const auto& [one, other, benefit] = problem_.pairs[pair];
                    people.push_back(one == people[n] ? other : one);
                }
        }
        if (even && part.size() % 2 != 0)
            return part.front();
    }
    return std::nullopt;
}

// As long as there is a way on; at its end nothing is left to go from there (Hierholzer 1873).
void Search::walk(std::vector<std::vector<std::size_t>>& at, int begin, std::vector<char>& used,
                  std::vector<std::size_t>& trail) const
{
    struct Stand {
        int person;
        std::optional<std::size_t> by;
    };
    std::vector<Stand> stands{{begin, std::nullopt}};
    while (!stands.empty()) {
        auto& here = at[static_cast<std::size_t>(stands.back().person)];
        while (!here.empty() && used[here.back()] != 0)
            here.pop_back();
        if (here.empty()) {
            if (stands.back().by)
                trail.push_back(*stands.back().by);
            stands.pop_back();
            continue;
        }
        const auto pair = here.back();
        used[pair] = 1;
        const auto& [one, other, benefit] = problem_.pairs[pair];
        stands.push_back({one == stands.back().person ? other : one, pair});
    }
}

// Along a trail every second half becomes a meeting and the others none, in the better of the two
// ways that nobody's most forbids.
std::vector<char> Search::rounded(const PairingFlow& flow) const
{
    std::vector<char> held(problem_.pairs.size());
    std::vector<int> meetings(static_cast<std::size_t>(problem_.people));
    std::vector<std::vector<std::size_t>> at(meetings.size());
    const auto both = [&](std::size_t n, auto&& what) {
        what(static_cast<std::size_t>(problem_.pairs[n].one));
        what(static_cast<std::size_t>(problem_.pairs[n].other));
    };
    for (std::size_t n = 0; n < held.size(); ++n)
        if (flow.halves(n) == 2) {
            held[n] = 1;
            both(n, [&](std::size_t person) { ++meetings[person]; });
        } else if (flow.halves(n) == 1) {
            both(n, [&](std::size_t person) { at[person].push_back(n); });
        }
    std::vector<char> used(held.size());
    std::vector<int> order(meetings.size());
    for (std::size_t n = 0; n < order.size(); ++n)
        order[n] = static_cast<int>(n);
    // Trails that end somewhere begin where the number of halves is odd.
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return at[static_cast<std::size_t>(a)].size() % 2 >
               at[static_cast<std::size_t>(b)].size() % 2;
    });
    for (const int begin : order) {
        std::vector<std::size_t> trail;
        walk(at, begin, used, trail);
        std::int64_t gain[2] = {0, 0};
        for (std::size_t n = 0; n < trail.size(); ++n)
            gain[n % 2] += problem_.pairs[trail[n]].benefit;
        const std::size_t first = gain[0] >= gain[1] ? 0 : 1;
        for (const auto way : {first, 1 - first})
            for (std::size_t n = way; n < trail.size(); n += 2) {
                bool room = held[trail[n]] == 0;
                both(trail[n],
                     [&](std::size_t person) { room = room && meetings[person] < problem_.most; });
                // The second way only fills what the first left open.
                if (!room || way != first)
                    continue;
                held[trail[n]] = 1;
                both(trail[n], [&](std::size_t person) { ++meetings[person]; });
            }
    }
    return held;
}

// Whatever still fits, the best first.
void Search::fill(std::vector<char>& held) const
{
    std::vector<int> meetings(static_cast<std::size_t>(problem_.people));
    for (std::size_t n = 0; n < held.size(); ++n)
        if (held[n] != 0) {
            ++meetings[static_cast<std::size_t>(problem_.pairs[n].one)];
            ++meetings[static_cast<std::size_t>(problem_.pairs[n].other)];
        }
    for (const auto n : best_first_) {
        if (held[n] != 0)
            continue;
        auto& one = meetings[static_cast<std::size_t>(problem_.pairs[n].one)];
        auto& other = meetings[static_cast<std::size_t>(problem_.pairs[n].other)];
        if (one < problem_.most && other < problem_.most) {
            held[n] = 1;
            ++one;
            ++other;
        }
    }
}

void Search::branch(const PairingFlow& flow)
{
    if (flow.doubled_value() / 2 <= best_)
        return;
    auto held = rounded(flow);
    fill(held);
    if (const auto value = value_of(held); value > best_) {
        best_ = value;
        held_ = std::move(held);
    }
    const auto odd = odd_half(flow);
    if (flow.doubled_value() / 2 <= best_ || !odd)
        return;
    if (++branches_ > branches_max_) {
        all_seen_ = false;
        return;
    }
    for (const bool holds : {true, false}) {
        auto next = flow;
        if (next.decide(*odd, holds))
            branch(next);
    }
}

Pairing Search::answer() const
{
    Pairing pairing;
    pairing.branches = branches_;
    pairing.proved = all_seen_ || best_ == bound_;
    std::int64_t benefit = 0;
    for (std::size_t n = 0; n < held_.size(); ++n)
        if (held_[n] != 0) {
            pairing.pairs.push_back(problem_.pairs[n]);
            benefit += problem_.pairs[n].benefit;
        }
    pairing.benefit = benefit;
    // Fairness is worth so much that the rest of the value is the benefit.
    const auto fair = best_ - benefit;
    pairing.below_least =
        std::int64_t{std::min(problem_.least, problem_.most)} * problem_.people - fair / fairness_;
    pairing.bound = pairing.proved ? benefit : std::max(benefit, bound_ - fair);
    return pairing;
}

}  // namespace

Pairing pair_up(const PairingProblem& problem, int branches_max)
{
    PairingProblem useful = problem;
    std::erase_if(useful.pairs, [](const Pair& pair) { return pair.benefit <= 0; });
    return Search(useful, branches_max).run();
}

}  // namespace sala::bilateral
