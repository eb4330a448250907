// SPDX-License-Identifier: Apache-2.0

#include "planner/desks.hpp"

#include <algorithm>

namespace sala::planner {
namespace {

constexpr auto index = [](int i) { return static_cast<std::size_t>(i); };

class Seating {
public:
    Seating(const Grid& grid, const Starts& starts, const std::vector<int>& rooms,
            bool keeps_published)
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
        taken_.assign(index(first), 0);
        if (keeps_published)
            keep_published(starts);
    }

    std::vector<int> run()
    {
        for (int t = 0; t < grid_.slots; ++t) {
            auto& here = begins_[index(t)];
            std::erase_if(here, [&](int m) { return is_kept(m); });
            // Both stay; then one stays; then whoever is left.
            for (const int stay : {2, 1, 0})
                std::erase_if(here, [&](int m) { return seat(m, t, stay); });
        }
        return desks_;
    }

private:
    int room_of(int m) const { return grid_.rooms.size() > 1 ? rooms_[index(m)] : 0; }

    Slots hours(int m, int t) const
    {
        return slots_between(t, t + grid_.meetings[index(m)].length);
    }

    bool is_free(int desk, int m, int t) const { return (taken_[index(desk)] & hours(m, t)) == 0; }

    void keep_published(const Starts& starts)
    {
        for (int m = 0; m < static_cast<int>(starts.size()); ++m) {
            const auto& meeting = grid_.meetings[index(m)];
            const int t = starts[index(m)];
            const int desk = meeting.was_at;
            if (t < 0 || t != meeting.was || desk < first_[index(room_of(m))] ||
                desk >= first_[index(room_of(m)) + 1] || !is_free(desk, m, t))
                continue;
            desks_[index(m)] = desk;
            taken_[index(desk)] |= hours(m, t);
        }
    }

    // Whoever meets next may stay there.
    bool is_kept(int m)
    {
        if (desks_[index(m)] < 0)
            return false;
        for (const int p : grid_.meetings[index(m)].parties)
            last_[index(p)] = desks_[index(m)];
        return true;
    }

    bool seat(int m, int t, int stay)
    {
        const int room = room_of(m);
        if (stay == 0) {
            for (int desk = first_[index(room)]; desk < first_[index(room) + 1]; ++desk)
                if (is_free(desk, m, t))
                    return take(m, t, desk);
            return true;
        }
        for (const int p : grid_.meetings[index(m)].parties) {
            const int desk = last_[index(p)];
            if (desk < first_[index(room)] || desk >= first_[index(room) + 1] ||
                !is_free(desk, m, t))
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
        taken_[index(desk)] |= hours(m, t);
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
    std::vector<Slots> taken_;              // desk
};

}  // namespace

std::vector<int> desks_for(const Grid& grid, const Starts& starts, const std::vector<int>& rooms)
{
    auto desks = Seating(grid, starts, rooms, true).run();
    // Between desks that are kept a long meeting may find none that is free all the time.
    for (std::size_t m = 0; m < starts.size(); ++m)
        if (starts[m] >= 0 && desks[m] < 0)
            return Seating(grid, starts, rooms, false).run();
    return desks;
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
