// SPDX-License-Identifier: Apache-2.0

#include "planner/desks.hpp"

#include <algorithm>

namespace sala::planner {
namespace {

constexpr auto index = [](int i) { return static_cast<std::size_t>(i); };

class Seating {
public:
    Seating(const Grid& grid, const Starts& starts, const std::vector<int>& rooms)
        : grid_(grid),
          rooms_(rooms),
          desks_(grid.meetings.size(), -1),
          last_(grid.parties.size(), -1),
          begins_(index(grid.slots))
    {
        for (std::size_t m = 0; m < starts.size(); ++m)
            if (starts[m] >= 0)
                begins_[index(starts[m])].push_back(static_cast<int>(m));
        int first = 0;
        for (const auto& room : grid.rooms) {
            first_.push_back(first);
            first += *std::max_element(room.available.begin(), room.available.end());
        }
        first_.push_back(first);
        free_from_.assign(index(first), 0);
    }

    std::vector<int> run()
    {
        for (int t = 0; t < grid_.slots; ++t) {
            auto& here = begins_[index(t)];
            // Both stay; then one stays; then whoever is left.
            for (const int stay : {2, 1, 0})
                std::erase_if(here, [&](int m) { return seat(m, t, stay); });
        }
        return desks_;
    }

private:
    bool seat(int m, int t, int stay)
    {
        const int room = grid_.rooms.size() > 1 ? rooms_[index(m)] : 0;
        if (stay == 0) {
            for (int desk = first_[index(room)]; desk < first_[index(room) + 1]; ++desk)
                if (free_from_[index(desk)] <= t)
                    return take(m, t, desk);
            return true;
        }
        for (const int p : grid_.meetings[index(m)].parties) {
            const int desk = last_[index(p)];
            if (desk < first_[index(room)] || desk >= first_[index(room) + 1] ||
                free_from_[index(desk)] > t)
                continue;
            const auto staying = std::count_if(grid_.meetings[index(m)].parties.begin(),
                                               grid_.meetings[index(m)].parties.end(),
                                               [&](int q) { return last_[index(q)] == desk; });
            if (staying >= stay)
                return take(m, t, desk);
        }
        return false;
    }

    bool take(int m, int t, int desk)
    {
        desks_[index(m)] = desk;
        free_from_[index(desk)] = t + grid_.meetings[index(m)].length;
        for (const int p : grid_.meetings[index(m)].parties)
            last_[index(p)] = desk;
        return true;
    }

    const Grid& grid_;
    const std::vector<int>& rooms_;
    std::vector<int> desks_;
    std::vector<int> last_;                 // party: the desk it was at last
    std::vector<std::vector<int>> begins_;  // slot: meetings
    std::vector<int> first_;                // room: its first desk
    std::vector<int> free_from_;            // desk: the slot from which it is free
};

}  // namespace

std::vector<int> desks_for(const Grid& grid, const Starts& starts, const std::vector<int>& rooms)
{
    return Seating(grid, starts, rooms).run();
}

int desk_changes(const Grid& grid, const Starts& starts, const std::vector<int>& desks)
{
    int changes = 0;
    for (const auto& party : grid.parties) {
        std::vector<std::pair<int, int>> day;
        for (const int m : party.meetings)
            if (starts[index(m)] >= 0)
                day.emplace_back(starts[index(m)], desks[index(m)]);
        std::sort(day.begin(), day.end());
        for (std::size_t n = 1; n < day.size(); ++n)
            changes += day[n].second != day[n - 1].second;
    }
    return changes;
}

}  // namespace sala::planner
