// SPDX-License-Identifier: Apache-2.0

#include "planner/encoding.hpp"

#include <algorithm>
#include <set>

namespace sala::planner {

// One literal for each kind of place or interpreter that serves a meeting; one of them does, and no
// kind serves more meetings at a time than it has places.
std::vector<Literals> Encoding::encode_kinds(const std::vector<Grid::Kind>& kinds,
                                             std::vector<int> Grid::Meeting::* wanted)
{
    std::vector<Literals> served(grid_.meetings.size(), Literals(kinds.size(), no_));
    for (std::size_t m = 0; m < grid_.meetings.size(); ++m) {
        const auto& fitting = grid_.meetings[m].*wanted;
        if (fitting.empty())
            continue;
        Literals choice{-held_[m]};
        for (const int kind : fitting) {
            served[m][at(kind)] = fitting.size() == 1 ? yes_ : sat_.fresh();
            choice.push_back(served[m][at(kind)]);
        }
        sat_.add(choice);
        at_most_one(sat_, std::span<const Literal>(choice).subspan(1));
    }
    for (std::size_t kind = 0; kind < kinds.size(); ++kind)
        for (int t = 0; t < grid_.slots; ++t) {
            Literals here;
            for (std::size_t m = 0; m < grid_.meetings.size(); ++m)
                if (served[m][kind] != no_ && occupied_[m][at(t)] != no_)
                    here.push_back(sat_.both(served[m][kind], occupied_[m][at(t)]));
            at_most(sat_, here, kinds[kind].available[at(t)]);
        }
    return served;
}

// Nobody is in a building before they can have walked there.
void Encoding::encode_walks()
{
    const auto buildings = static_cast<int>(grid_.walk.size());
    std::vector<Literals> in(grid_.meetings.size());
    for (std::size_t m = 0; m < grid_.meetings.size(); ++m)
        for (int b = 0; b < buildings; ++b) {
            Literals rooms;
            for (std::size_t r = 0; r < grid_.rooms.size(); ++r)
                if (grid_.rooms[r].building == b)
                    rooms.push_back(grid_.rooms.size() == 1 ? yes_ : rooms_[m][r]);
            in[m].push_back(sat_.any_of(rooms));
        }
    std::set<std::pair<int, int>> done;
    for (const auto& party : grid_.parties)
        for (const int first : party.meetings)
            for (const int second : party.meetings)
                if (party.parallel == 1 && first != second && done.emplace(first, second).second)
                    encode_walk(first, second, in);
}

void Encoding::encode_walk(int first, int second, const std::vector<Literals>& in)
{
    const auto buildings = static_cast<int>(grid_.walk.size());
    for (int from = 0; from < buildings; ++from)
        for (int to = 0; to < buildings; ++to) {
            const int walk = grid_.walk[at(from)][at(to)];
            if (walk == 0 || in[at(first)][at(from)] == no_ || in[at(second)][at(to)] == no_)
                continue;
            for (const int t : each_of(grid_.meetings[at(first)].starts)) {
                const int over = t + grid_.meetings[at(first)].length;
                for (int s = over; s < std::min(grid_.slots, over + walk); ++s)
                    sat_.add({-starts_at(first, t), -starts_at(second, s), -in[at(first)][at(from)],
                              -in[at(second)][at(to)]});
            }
        }
}

std::vector<int> Encoding::rooms() const
{
    std::vector<int> result(grid_.meetings.size(), 0);
    if (grid_.rooms.size() > 1)
        for (std::size_t m = 0; m < rooms_.size(); ++m)
            for (const int r : grid_.meetings[m].rooms)
                if (sat_.value(rooms_[m][at(r)]))
                    result[m] = r;
    return result;
}

}  // namespace sala::planner
