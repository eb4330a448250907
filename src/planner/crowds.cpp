// SPDX-License-Identifier: Apache-2.0

#include "planner/crowds.hpp"

#include <algorithm>
#include <numeric>

namespace sala::planner {
namespace {

constexpr auto index = [](int i) { return static_cast<std::size_t>(i); };

class Looking {
public:
    explicit Looking(const Grid& grid) : grid_(grid), possible_(grid.parties.size(), 0)
    {
        for (std::size_t m = 0; m < grid.meetings.size(); ++m)
            for (const int p : grid.meetings[m].parties)
                possible_[index(p)] |= occupied(m);
    }

    std::vector<Crowd> run()
    {
        for (const auto& party : grid_.parties)
            if (party.parallel == 1)
                look_at_one(party);
        look_at_circles();
        look_at_desks();
        return std::move(found_);
    }

private:
    Slots occupied(std::size_t m) const
    {
        Slots slots = 0;
        for (int offset = 0; offset < grid_.meetings[m].length; ++offset)
            slots |= grid_.meetings[m].starts << offset;
        return slots & slots_before(grid_.slots);
    }

    // The shortest first, until the room is taken.
    void note(std::vector<int> meetings, int room)
    {
        std::erase_if(meetings, [&](int m) { return grid_.meetings[index(m)].starts == 0; });
        std::vector<int> lengths;
        lengths.reserve(meetings.size());
        for (const int m : meetings)
            lengths.push_back(grid_.meetings[index(m)].length);
        std::sort(lengths.begin(), lengths.end());
        int most = 0;
        for (const int length : lengths) {
            room -= length;
            most += room >= 0 ? 1 : 0;
        }
        if (most < static_cast<int>(meetings.size()))
            found_.push_back({std::move(meetings), most});
    }

    void look_at_one(const Grid::Party& party)
    {
        const bool one_slot_each =
            std::all_of(party.meetings.begin(), party.meetings.end(),
                        [&](int m) { return grid_.meetings[index(m)].length == 1; });
        Slots possible = 0;
        for (const int m : party.meetings)
            possible |= occupied(index(m));
        note(party.meetings, one_slot_each ? matched(party) : count(possible));
    }

    // How many meetings of one slot each find a slot of their own (augmenting paths).
    int matched(const Grid::Party& party) const
    {
        std::vector<int> holder(index(grid_.slots), -1);
        Slots tried = 0;
        const auto place = [&](const auto& again, int m) -> bool {
            for (const int t : each_of(grid_.meetings[index(m)].starts & ~tried)) {
                if (has(tried, t))
                    continue;
                tried |= slot(t);
                if (holder[index(t)] < 0 || again(again, holder[index(t)])) {
                    holder[index(t)] = m;
                    return true;
                }
            }
            return false;
        };
        int placed = 0;
        for (const int m : party.meetings) {
            tried = 0;
            placed += place(place, m);
        }
        return placed;
    }

    // Of whom at least two are needed for a meeting, so that half of them can meet at a time.
    struct Circle {
        std::vector<int> parties;
        std::vector<bool> has;     // party
        std::vector<int> sitting;  // slot: those who may be in a meeting
        std::vector<int> loads;    // party: slots its meetings within the circle take
        int load = 0;              // slots all of them take
    };

    Circle circle_of(std::vector<int> parties) const
    {
        Circle circle{std::move(parties), std::vector<bool>(grid_.parties.size(), false),
                      std::vector<int>(index(grid_.slots), 0),
                      std::vector<int>(grid_.parties.size(), 0)};
        for (const int p : circle.parties) {
            circle.has[index(p)] = true;
            for (const int t : each_of(possible_[index(p)]))
                ++circle.sitting[index(t)];
        }
        for (const int m : within(circle))
            count_in(circle, m, 1);
        return circle;
    }

    void count_in(Circle& circle, int m, int sign) const
    {
        circle.load += sign * grid_.meetings[index(m)].length;
        for (const int p : grid_.meetings[index(m)].parties)
            circle.loads[index(p)] += sign * grid_.meetings[index(m)].length;
    }

    bool is_within(const Circle& circle, int m) const
    {
        const auto& meeting = grid_.meetings[index(m)];
        return meeting.starts != 0 &&
               std::count_if(meeting.parties.begin(), meeting.parties.end(),
                             [&](int p) { return circle.has[index(p)]; }) >= 2;
    }

    std::vector<int> within(const Circle& circle) const
    {
        std::vector<int> meetings;
        for (int m = 0; m < static_cast<int>(grid_.meetings.size()); ++m)
            if (is_within(circle, m))
                meetings.push_back(m);
        return meetings;
    }

    int room_of(const Circle& circle) const
    {
        int room = 0;
        for (int t = 0; t < grid_.slots; ++t)
            room += std::min(grid_.desks[index(t)], circle.sitting[index(t)] / 2);
        return room;
    }

    // Parties that are linked by meetings; those who can be in several at a time link nobody.
    std::vector<std::vector<int>> linked() const
    {
        std::vector<int> root(grid_.parties.size());
        std::iota(root.begin(), root.end(), 0);
        const auto root_of = [&](int p) {
            while (root[index(p)] != p)
                p = root[index(p)] = root[index(root[index(p)])];
            return p;
        };
        for (const auto& meeting : grid_.meetings) {
            int first = -1;
            for (const int p : meeting.parties)
                if (grid_.parties[index(p)].parallel == 1 && meeting.starts != 0) {
                    first = first < 0 ? root_of(p) : first;
                    root[index(root_of(p))] = first;
                }
        }
        std::vector<std::vector<int>> groups(grid_.parties.size());
        for (std::size_t p = 0; p < root.size(); ++p)
            if (grid_.parties[p].parallel == 1)
                groups[index(root_of(static_cast<int>(p)))].push_back(static_cast<int>(p));
        std::erase_if(groups, [](const auto& group) { return group.size() < 3; });
        return groups;
    }

    // Leaves out whoever meets the others least, and notes the smallest circle that is fullest.
    void look_at_circles()
    {
        for (auto& group : linked()) {
            auto circle = circle_of(std::move(group));
            std::vector<int> fullest;
            for (int most_over = 1; circle.parties.size() >= 3; leave_out_least(circle))
                if (const int over = circle.load - room_of(circle); over >= most_over) {
                    most_over = over;
                    fullest = circle.parties;
                }
            if (fullest.empty())
                continue;
            const auto full = circle_of(std::move(fullest));
            note(within(full), room_of(full));
        }
    }

    void leave_out_least(Circle& circle) const
    {
        const auto least =
            std::min_element(circle.parties.begin(), circle.parties.end(), [&](int one, int other) {
                return circle.loads[index(one)] < circle.loads[index(other)];
            });
        const int p = *least;
        circle.parties.erase(least);
        for (const int t : each_of(possible_[index(p)]))
            --circle.sitting[index(t)];
        auto lost = grid_.parties[index(p)].meetings;
        std::erase_if(lost, [&](int m) { return !is_within(circle, m); });
        circle.has[index(p)] = false;
        for (const int m : lost)
            if (!is_within(circle, m))
                count_in(circle, m, -1);
    }

    void look_at_desks()
    {
        std::vector<int> all(grid_.meetings.size());
        std::iota(all.begin(), all.end(), 0);
        note(std::move(all), std::accumulate(grid_.desks.begin(), grid_.desks.end(), 0));
    }

    const Grid& grid_;
    std::vector<Slots> possible_;  // party: slots in which it may be in a meeting
    std::vector<Crowd> found_;
};

}  // namespace

std::vector<Crowd> crowds_of(const Grid& grid) { return Looking(grid).run(); }

std::vector<std::size_t> apart(const std::vector<Crowd>& crowds, std::size_t meetings)
{
    std::vector<std::size_t> order(crowds.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto taken_in_order = [&] {
        std::vector<std::size_t> taken;
        std::vector<bool> has(meetings);
        for (const auto number : order) {
            const auto& crowd = crowds[number];
            if (std::any_of(crowd.meetings.begin(), crowd.meetings.end(),
                            [&](int m) { return has[index(m)]; }))
                continue;
            for (const int m : crowd.meetings)
                has[index(m)] = true;
            taken.push_back(number);
        }
        return taken;
    };
    const auto over = [&](const std::vector<std::size_t>& taken) {
        return std::accumulate(taken.begin(), taken.end(), 0,
                               [&](int sum, auto number) { return sum + crowds[number].over(); });
    };
    // Those who leave out most first, or small ones first, whatever leaves out more in all.
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return crowds[a].over() > crowds[b].over(); });
    auto fullest_first = taken_in_order();
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
        return crowds[a].meetings.size() < crowds[b].meetings.size();
    });
    auto smallest_first = taken_in_order();
    return over(smallest_first) > over(fullest_first) ? smallest_first : fullest_first;
}

}  // namespace sala::planner
