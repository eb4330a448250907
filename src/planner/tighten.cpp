// SPDX-License-Identifier: Apache-2.0

#include "planner/grid.hpp"
#include "planner/matching.hpp"

#include <algorithm>

namespace sala::planner {
namespace {

class Tightening {
public:
    explicit Tightening(Grid& grid) : grid_(grid) {}

    std::optional<Impossible> run()
    {
        // A circle of "before" shifts windows by a slot a round, so it ends within them.
        do {
            changed_ = false;
            follow_order();
            for (std::size_t m = 0; m < grid_.meetings.size(); ++m)
                if (is_needed(m) && grid_.meetings[m].starts == 0)
                    return Impossible{Impossible::meeting_without_slot, static_cast<int>(m)};
            for (std::size_t p = 0; p < grid_.parties.size(); ++p)
                if (!match(grid_.parties[p]))
                    return Impossible{Impossible::party_overfull, static_cast<int>(p)};
            for (int t = 0; t < grid_.slots; ++t)
                if (!fill(t))
                    return Impossible{Impossible::desks_overfull, t};
        } while (changed_);
        return std::nullopt;
    }

private:
    bool is_needed(std::size_t) const { return grid_.all_required; }

    void keep(Grid::Meeting& meeting, Slots slots)
    {
        if ((meeting.starts & ~slots) == 0)
            return;
        meeting.starts &= slots;
        changed_ = true;
    }

    void follow_order()
    {
        for (const auto& [before, after] : grid_.order) {
            auto& first = grid_.meetings[static_cast<std::size_t>(before)];
            auto& second = grid_.meetings[static_cast<std::size_t>(after)];
            if (!grid_.all_required || first.starts == 0 || second.starts == 0)
                continue;
            keep(second, ~slots_before(first_of(first.starts) + first.length));
            if (second.starts != 0)
                keep(first, slots_before(std::max(0, last_of(second.starts) - first.length + 1)));
        }
    }

    bool match(const Grid::Party& party)
    {
        const bool one_slot_each =
            std::all_of(party.meetings.begin(), party.meetings.end(), [&](int m) {
                return grid_.meetings[static_cast<std::size_t>(m)].length == 1;
            });
        if (party.parallel != 1 || !one_slot_each || !grid_.all_required)
            return true;
        std::vector<Slots> starts;
        starts.reserve(party.meetings.size());
        for (const int m : party.meetings)
            starts.push_back(grid_.meetings[static_cast<std::size_t>(m)].starts);
        if (!keep_matchable(starts))
            return false;
        for (std::size_t i = 0; i < starts.size(); ++i)
            keep(grid_.meetings[static_cast<std::size_t>(party.meetings[i])], starts[i]);
        return true;
    }

    // A slot whose desks are all taken by meetings that can only be there is closed for others.
    bool fill(int t)
    {
        if (!grid_.all_required)
            return true;
        int taken = 0;
        for (const auto& meeting : grid_.meetings)
            taken += meeting.length == 1 && meeting.starts == slot(t);
        if (taken < grid_.desks[static_cast<std::size_t>(t)])
            return true;
        if (taken > grid_.desks[static_cast<std::size_t>(t)])
            return false;
        for (auto& meeting : grid_.meetings)
            if (meeting.length == 1 && meeting.starts != slot(t))
                keep(meeting, ~slot(t));
        return true;
    }

    Grid& grid_;
    bool changed_ = false;
};

}  // namespace

std::optional<Impossible> tighten(Grid& grid) { return Tightening(grid).run(); }

}  // namespace sala::planner
