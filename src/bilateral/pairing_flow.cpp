// SPDX-License-Identifier: Apache-2.0

#include "bilateral/pairing_flow.hpp"

#include <algorithm>
#include <limits>
#include <queue>

namespace sala::bilateral {

namespace {

constexpr auto nowhere = std::numeric_limits<std::int64_t>::max() / 4;

}  // namespace

PairingFlow::PairingFlow(const PairingProblem& problem)
    : people_(problem.people),
      pairs_(problem.pairs.size()),
      from_(static_cast<std::size_t>(2 + 2 * problem.people)),
      height_(from_.size())
{
    std::int64_t greatest = 0;
    for (const auto& pair : problem.pairs)
        greatest = std::max<std::int64_t>(greatest, pair.benefit);
    fairness_ = greatest * problem.most * problem.people + 1;
    for (const auto& pair : problem.pairs) {
        add(left(pair.one), right(pair.other), 1, -pair.benefit);
        add(left(pair.other), right(pair.one), 1, -pair.benefit);
    }
    const int least = std::min(problem.least, problem.most);
    for (int person = 0; person < people_; ++person) {
        add(source, left(person), least, -fairness_);
        add(source, left(person), problem.most - least, 0);
        add(right(person), sink, least, -fairness_);
        add(right(person), sink, problem.most - least, 0);
    }
    add(sink, source, problem.most * people_, 0);
    // Heights at which no arc that can be used leads down: from the source onwards.
    for (int person = 0; person < people_; ++person) {
        height_[static_cast<std::size_t>(left(person))] = -fairness_;
        height_[static_cast<std::size_t>(right(person))] = -fairness_ - greatest;
    }
    height_[sink] = -2 * fairness_ - greatest;
}

void PairingFlow::add(int from, int to, int capacity, std::int64_t cost)
{
    from_[static_cast<std::size_t>(from)].push_back(static_cast<int>(arcs_.size()));
    arcs_.push_back({to, capacity, cost});
    from_[static_cast<std::size_t>(to)].push_back(static_cast<int>(arcs_.size()));
    arcs_.push_back({from, 0, -cost});
}

// Dijkstra, as every reduced cost is 0 or more. Heights rise by what was found, so that they stay
// so and the path costs nothing any more.
std::optional<std::int64_t> PairingFlow::look_for(int from, int to, std::int64_t far)
{
    distance_.assign(from_.size(), nowhere);
    reached_by_.assign(from_.size(), -1);
    using Seen = std::pair<std::int64_t, int>;
    std::priority_queue<Seen, std::vector<Seen>, std::greater<>> queue;
    distance_[static_cast<std::size_t>(from)] = 0;
    queue.emplace(0, from);
    std::int64_t found = far;
    while (!queue.empty()) {
        const auto [distance, node] = queue.top();
        queue.pop();
        if (distance >= found)
            break;
        if (distance > distance_[static_cast<std::size_t>(node)])
            continue;
        for (const int number : from_[static_cast<std::size_t>(node)]) {
            const auto& arc = arcs_[static_cast<std::size_t>(number)];
            if (arc.capacity == 0 || arc.fixed)
                continue;
            const auto there = distance + reduced(node, arc);
            auto& known = distance_[static_cast<std::size_t>(arc.to)];
            if (there >= known || there > found)
                continue;
            known = there;
            reached_by_[static_cast<std::size_t>(arc.to)] = number;
            queue.emplace(there, arc.to);
            if (arc.to == to)
                found = std::min(found, there);
        }
    }
    const bool there = distance_[static_cast<std::size_t>(to)] <= found &&
                       distance_[static_cast<std::size_t>(to)] < nowhere;
    if (!there && far == nowhere)
        return std::nullopt;
    for (std::size_t node = 0; node < height_.size(); ++node)
        height_[node] += std::min(distance_[node], found);
    if (!there)
        return std::nullopt;
    return found;
}

bool PairingFlow::bring(int from, int to)
{
    if (!look_for(from, to, nowhere))
        return false;
    for (int node = to; node != from;) {
        const auto number = static_cast<std::size_t>(reached_by_[static_cast<std::size_t>(node)]);
        --arcs_[number].capacity;
        ++arcs_[number ^ 1].capacity;
        node = arcs_[number ^ 1].to;
    }
    return true;
}

// One unit from `node` to the sink along arcs that cost nothing more.
bool PairingFlow::push(int node)
{
    if (node == sink)
        return true;
    const auto here = static_cast<std::size_t>(node);
    seen_[here] = 1;
    for (auto& at = next_[here]; at < from_[here].size(); ++at) {
        const auto number = static_cast<std::size_t>(from_[here][at]);
        auto& arc = arcs_[number];
        if (arc.capacity == 0 || arc.fixed || seen_[static_cast<std::size_t>(arc.to)] != 0 ||
            reduced(node, arc) != 0 || !push(arc.to))
            continue;
        --arc.capacity;
        ++arcs_[number ^ 1].capacity;
        seen_[here] = 0;
        return true;
    }
    return false;  // stays seen: there is no way on from here
}

void PairingFlow::solve()
{
    // The arc back to the source costs nothing: a path that costs less than that is worth taking.
    auto& back = arcs_[arcs_.size() - 2];
    back.fixed = true;
    arcs_.back().fixed = true;
    for (;;) {
        const auto gap = height_[source] - height_[sink];
        if (gap <= 0 || !look_for(source, sink, gap) || height_[sink] >= height_[source])
            break;
        // As many such paths as there are, before looking for the next distance.
        next_.assign(from_.size(), 0);
        seen_.assign(from_.size(), 0);
        while (push(source)) {
            --back.capacity;
            ++arcs_.back().capacity;
        }
    }
    back.fixed = false;
    arcs_.back().fixed = false;
}

std::int64_t PairingFlow::doubled_value() const
{
    std::int64_t value = 0;
    for (std::size_t arc = 0; arc < arcs_.size(); arc += 2)
        value -= arcs_[arc].cost * arcs_[arc + 1].capacity;
    return value;
}

bool PairingFlow::set(std::size_t arc, bool flowing)
{
    auto& there = arcs_[2 * arc];
    auto& opposite = arcs_[2 * arc + 1];
    there.fixed = true;
    opposite.fixed = true;
    if ((opposite.capacity == 1) == flowing)
        return true;
    std::swap(there.capacity, opposite.capacity);
    // What no longer flows, or flows now, has to go or come another way.
    return flowing ? bring(there.to, opposite.to) : bring(opposite.to, there.to);
}

bool PairingFlow::decide(std::size_t pair, bool held)
{
    return set(2 * pair, held) && set(2 * pair + 1, held);
}

}  // namespace sala::bilateral
