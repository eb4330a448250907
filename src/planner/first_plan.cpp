// SPDX-License-Identifier: Apache-2.0

#include "planner/kempe.hpp"

#include <algorithm>
#include <numeric>

namespace sala::planner {
namespace {

// Meetings are put where they are in the way of least; what was there has to move. What had to move
// often weighs more, so that quarrels end (in the manner of conflict-directed search).
class Placing {
public:
    Placing(const Grid& grid, Random& random)
        : grid_(grid),
          random_(random),
          starts_(grid.meetings.size(), -1),
          weight_(grid.meetings.size(), 1),
          place_(grid.meetings.size(), -1),
          at_slot_(static_cast<std::size_t>(grid.slots)),
          holder_(grid.parties.size() * static_cast<std::size_t>(grid.slots), -1),
          order_of_(grid.meetings.size())
    {
        for (const auto& [first, second] : grid.order) {
            order_of_[index(first)].push_back({second, true});
            order_of_[index(second)].push_back({first, false});
        }
    }

    std::optional<Starts> run(std::int64_t steps)
    {
        std::vector<int> waiting(grid_.meetings.size());
        std::iota(waiting.begin(), waiting.end(), 0);
        // Those who are hard to place come first: few slots, busy parties.
        std::vector<int> hard(waiting.size());
        for (std::size_t m = 0; m < waiting.size(); ++m) {
            hard[m] = -count(grid_.meetings[m].starts) * 4;
            for (const int p : grid_.meetings[m].parties)
                hard[m] += static_cast<int>(grid_.parties[index(p)].meetings.size());
        }
        std::stable_sort(waiting.begin(), waiting.end(),
                         [&](int a, int b) { return hard[index(a)] < hard[index(b)]; });
        for (; !waiting.empty() && steps > 0; --steps) {
            const int m = waiting.back();
            waiting.pop_back();
            const int t = best_slot(m);
            if (t < 0)
                return std::nullopt;
            for (const int other : in_the_way(m, t)) {
                ++weight_[index(other)];
                leave(other);
                waiting.push_back(other);
            }
            enter(m, t);
        }
        return waiting.empty() ? std::optional(starts_) : std::nullopt;
    }

private:
    static std::size_t index(int i) { return static_cast<std::size_t>(i); }
    int& holder(int party, int t) { return holder_[index(party) * index(grid_.slots) + index(t)]; }

    int best_slot(int m)
    {
        int best = -1;
        std::int64_t least = 0;
        int ties = 0;
        for (const int t : each_of(grid_.meetings[index(m)].starts)) {
            std::int64_t cost = 0;
            for (const int p : grid_.meetings[index(m)].parties)
                if (holder(p, t) >= 0)
                    cost += weight_[index(holder(p, t))];
            for (const auto& [other, comes_later] : order_of_[index(m)])
                if (clashes(t, other, comes_later))
                    cost += weight_[index(other)];
            if (cost == 0 && at_slot_[index(t)].size() >= index(grid_.desks[index(t)]))
                cost = 2;
            if (best < 0 || cost < least) {
                best = t;
                least = cost;
                ties = 1;
            } else if (cost == least && random_.below(++ties) == 0) {
                best = t;
            }
        }
        return best;
    }

    bool clashes(int t, int other, bool comes_later) const
    {
        const int there = starts_[index(other)];
        return there >= 0 && (comes_later ? there <= t : there >= t);
    }

    std::vector<int> in_the_way(int m, int t)
    {
        std::vector<int> result;
        const auto note = [&](int other) {
            if (other >= 0 && std::find(result.begin(), result.end(), other) == result.end())
                result.push_back(other);
        };
        for (const int p : grid_.meetings[index(m)].parties)
            note(holder(p, t));
        for (const auto& [other, comes_later] : order_of_[index(m)])
            if (clashes(t, other, comes_later))
                note(other);
        const auto& here = at_slot_[index(t)];
        auto leaving = std::count_if(result.begin(), result.end(),
                                     [&](int other) { return starts_[index(other)] == t; });
        if (here.size() >= index(grid_.desks[index(t)]) + static_cast<std::size_t>(leaving) &&
            !here.empty())
            note(here[index(random_.below(static_cast<int>(here.size())))]);
        return result;
    }

    void enter(int m, int t)
    {
        starts_[index(m)] = t;
        for (const int p : grid_.meetings[index(m)].parties)
            holder(p, t) = m;
        place_[index(m)] = static_cast<int>(at_slot_[index(t)].size());
        at_slot_[index(t)].push_back(m);
    }

    void leave(int m)
    {
        const int t = starts_[index(m)];
        for (const int p : grid_.meetings[index(m)].parties)
            holder(p, t) = -1;
        auto& here = at_slot_[index(t)];
        here[index(place_[index(m)])] = here.back();
        place_[index(here.back())] = place_[index(m)];
        here.pop_back();
        starts_[index(m)] = -1;
    }

    const Grid& grid_;
    Random& random_;
    Starts starts_;
    std::vector<std::int64_t> weight_;
    std::vector<int> place_;  // where in at_slot_
    std::vector<std::vector<int>> at_slot_;
    std::vector<int> holder_;  // party, slot
    std::vector<std::vector<std::pair<int, bool>>> order_of_;
};

}  // namespace

std::optional<Starts> first_plan(const Grid& grid, Random& random, std::int64_t steps)
{
    return Placing(grid, random).run(steps);
}

}  // namespace sala::planner
