// SPDX-License-Identifier: Apache-2.0

#include "planner/seating.hpp"

#include <algorithm>

namespace sala::planner {

Seating::Seating(const Grid& grid, Random& random)
    : grid_(grid),
      random_(random),
      seats_(grid.meetings.size()),
      at_slot_(index(grid.slots)),
      sitting_(grid.parties.size() * index(grid.slots)),
      busy_(grid.parties.size()),
      order_of_(grid.meetings.size())
{
    for (const auto& [first, second] : grid.order) {
        order_of_[index(first)].push_back({second, true});
        order_of_[index(second)].push_back({first, false});
    }
    for (const auto& meeting : grid.meetings)
        worth_of_must_ += meeting.must ? 0 : 1;
    for (int m = 0; m < static_cast<int>(grid.meetings.size()); ++m) {
        cost_.left_out += worth(m);
        cost_.moved += grid.meetings[index(m)].was >= 0 ? 1 : 0;
    }
}

std::int64_t Seating::worth(int m) const
{
    return grid_.meetings[index(m)].must ? worth_of_must_ : 1;
}

Seating::Way Seating::best_way(int m, Slots slots)
{
    static const std::vector<int> only_room{0};
    static const std::vector<int> nobody{-1};
    const auto& meeting = grid_.meetings[index(m)];
    const auto& rooms = meeting.rooms.empty() ? only_room : meeting.rooms;
    const auto& kinds = meeting.interpreters.empty() ? nobody : meeting.interpreters;
    Way best;
    int ties = 0;
    for (const int t : each_of(slots))
        for (const int room : rooms)
            for (const int kind : kinds) {
                Way way{{t, room, kind}, 0, {}};
                if (!look(m, way))
                    continue;
                ties = best.seat.slot < 0 || way.cost < best.cost ? 1 : ties + 1;
                if (ties == 1 || (way.cost == best.cost && random_.below(ties) == 0))
                    best = std::move(way);
            }
    return best;
}

// Finds out who has to leave for m; answers false when that does not help.
bool Seating::look(int m, Way& way)
{
    const auto& meeting = grid_.meetings[index(m)];
    const auto& [slot, room, kind] = way.seat;
    for (const auto& [other, comes_later] : order_of_[index(m)])
        if (clashes(m, slot, other, comes_later))
            note(way, other);
    for (int s = slot; s < slot + meeting.length; ++s) {
        for (const int p : meeting.parties)
            if (!make_room(way, s, grid_.parties[index(p)].parallel,
                           [&](int other) { return takes_part(p, other); }))
                return false;
        if (!make_room(way, s, grid_.rooms[index(room)].available[index(s)],
                       [&](int other) { return seat(other).room == way.seat.room; }))
            return false;
        if (kind >= 0 &&
            !make_room(way, s, grid_.interpreters[index(kind)].available[index(s)], [&](int other) {
                return seat(other).interpreters == way.seat.interpreters;
            }))
            return false;
    }
    if (!grid_.walk.empty())
        look_at_walks(m, way);
    return true;
}

// Whoever is in one meeting at a time has to walk from one to the next.
void Seating::look_at_walks(int m, Way& way) const
{
    for (const int p : grid_.meetings[index(m)].parties) {
        if (grid_.parties[index(p)].parallel != 1)
            continue;
        for (const int other : grid_.parties[index(p)].meetings)
            if (other != m && is_held(other) && is_too_far(m, way, other))
                note(way, other);
    }
}

bool Seating::is_too_far(int m, const Way& way, int other) const
{
    const int here = grid_.rooms[index(way.seat.room)].building;
    const int there = grid_.rooms[index(seat(other).room)].building;
    const int begins = seat(other).slot;
    const int over = begins + grid_.meetings[index(other)].length;
    return over <= way.seat.slot ? way.seat.slot < over + grid_.walk[index(there)][index(here)]
                                 : begins < way.seat.slot + grid_.meetings[index(m)].length +
                                                grid_.walk[index(here)][index(there)];
}

// At s fewer than `most` of those meetings are held that `counts` names, when all of way have left.
template <typename Counts>
bool Seating::make_room(Way& way, int s, int most, Counts counts)
{
    if (most <= 0)
        return false;
    std::vector<int> here;
    for (const int other : at_slot_[index(s)])
        if (counts(other) &&
            std::find(way.leave.begin(), way.leave.end(), other) == way.leave.end())
            here.push_back(other);
    while (static_cast<int>(here.size()) >= most) {
        std::size_t least = 0;
        int ties = 1;
        for (std::size_t n = 1; n < here.size(); ++n) {
            if (worth(here[n]) > worth(here[least]))
                continue;
            ties = worth(here[n]) < worth(here[least]) ? 1 : ties + 1;
            if (ties == 1 || random_.below(ties) == 0)
                least = n;
        }
        note(way, here[least]);
        here.erase(here.begin() + static_cast<std::ptrdiff_t>(least));
    }
    return true;
}

void Seating::note(Way& way, int other) const
{
    if (std::find(way.leave.begin(), way.leave.end(), other) != way.leave.end())
        return;
    way.leave.push_back(other);
    way.cost += worth(other);
}

bool Seating::clashes(int m, int t, int other, bool comes_later) const
{
    if (!is_held(other))
        return false;
    const int there = seat(other).slot;
    return comes_later ? there < t + grid_.meetings[index(m)].length
                       : t < there + grid_.meetings[index(other)].length;
}

bool Seating::takes_part(int party, int m) const
{
    const auto& of = grid_.meetings[index(m)].parties;
    return std::find(of.begin(), of.end(), party) != of.end();
}

void Seating::enter(int m, const Seat& seat)
{
    seats_[index(m)] = seat;
    count_in(m, 1);
    for (int s = seat.slot; s < seat.slot + grid_.meetings[index(m)].length; ++s)
        at_slot_[index(s)].push_back(m);
}

void Seating::leave(int m)
{
    count_in(m, -1);
    const int t = std::exchange(seats_[index(m)], Seat{}).slot;
    for (int s = t; s < t + grid_.meetings[index(m)].length; ++s)
        std::erase(at_slot_[index(s)], m);
}

void Seating::count_in(int m, int sign)
{
    const auto& meeting = grid_.meetings[index(m)];
    const int t = seat(m).slot;
    cost_.left_out -= sign * worth(m);
    cost_.moved -= meeting.was >= 0 && meeting.was == t ? sign : 0;
    for (const int p : meeting.parties) {
        auto& busy = busy_[index(p)];
        cost_.breaks -= breaks_of(busy);
        for (int s = t; s < t + meeting.length; ++s) {
            int& sitting = sitting_[index(p) * index(grid_.slots) + index(s)];
            sitting += sign;
            busy = sitting > 0 ? busy | slot(s) : busy & ~slot(s);
        }
        cost_.breaks += breaks_of(busy);
    }
}

}  // namespace sala::planner
