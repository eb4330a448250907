// SPDX-License-Identifier: Apache-2.0

#include "planner/grid.hpp"

#include <algorithm>

namespace sala::planner {
namespace {

bool holds_all(const std::vector<std::string>& has, const std::vector<std::string>& wanted)
{
    return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& one) {
        return std::find(has.begin(), has.end(), one) != has.end();
    });
}

std::vector<int> available(int count, Slots closed, int slots)
{
    std::vector<int> result(static_cast<std::size_t>(slots), count);
    for (int t = 0; t < slots; ++t)
        if (has(closed, t))
            result[static_cast<std::size_t>(t)] = 0;
    return result;
}

// Kinds that serve this meeting; empty when all do.
std::vector<int> rooms_for(const Problem& problem, const Meeting& meeting)
{
    std::vector<int> fitting;
    for (std::size_t r = 0; r < problem.rooms.size(); ++r)
        if (holds_all(problem.rooms[r].features, meeting.features))
            fitting.push_back(static_cast<int>(r));
    return fitting;
}

// "th-km" and "km-th" are one pair: an interpreter goes both ways.
std::string pair_of(const std::string& languages)
{
    const auto dash = languages.find('-');
    if (dash == std::string::npos)
        return languages;
    const auto one = languages.substr(0, dash);
    const auto other = languages.substr(dash + 1);
    return one < other ? one + "-" + other : other + "-" + one;
}

std::vector<int> interpreters_for(const Problem& problem, const Meeting& meeting)
{
    std::vector<int> fitting;
    for (std::size_t i = 0; i < problem.interpreters.size(); ++i) {
        const auto& known = problem.interpreters[i].languages;
        if (std::any_of(known.begin(), known.end(), [&](const std::string& one) {
                return pair_of(one) == pair_of(meeting.languages);
            }))
            fitting.push_back(static_cast<int>(i));
    }
    return fitting;
}

void add_kinds(Grid& grid, const Problem& problem)
{
    grid.desks.assign(static_cast<std::size_t>(grid.slots), 0);
    for (const auto& room : problem.rooms) {
        grid.rooms.push_back({available(room.desks, room.closed, grid.slots), room.building});
        for (std::size_t t = 0; t < grid.desks.size(); ++t)
            grid.desks[t] += grid.rooms.back().available[t];
    }
    for (const auto& kind : problem.interpreters)
        grid.interpreters.push_back({available(kind.count, kind.away, grid.slots), 0});
}

}  // namespace

Grid grid_of(const Problem& problem)
{
    Grid grid;
    grid.slots = problem.slots();
    grid.fairness = problem.fairness;
    grid.fairness_is_soft = problem.fairness_is_soft;
    grid.all_required = problem.all_required;
    grid.walk = problem.walk;
    for (const auto& party : problem.parties)
        grid.parties.push_back({{}, party.parallel});
    add_kinds(grid, problem);
    for (const auto& meeting : problem.meetings) {
        const auto number = static_cast<int>(grid.meetings.size());
        Grid::Meeting kept{.parties = meeting.parties,
                           .starts = problem.starts_of(meeting),
                           .length = meeting.length,
                           .must = meeting.wish == Meeting::Wish::must,
                           .preferred = meeting.preferred,
                           .was = meeting.was.value_or(-1),
                           .was_at = meeting.was_at.value_or(-1)};
        if (problem.rooms.size() > 1)
            kept.rooms = rooms_for(problem, meeting);
        if (problem.rooms.size() > 1 ? kept.rooms.empty() : rooms_for(problem, meeting).empty())
            kept.starts = 0;
        if (!meeting.languages.empty()) {
            kept.interpreters = interpreters_for(problem, meeting);
            if (kept.interpreters.empty())
                kept.starts = 0;
        }
        for (const int p : meeting.parties)
            grid.parties[static_cast<std::size_t>(p)].meetings.push_back(number);
        for (const int before : meeting.after)
            grid.order.emplace_back(before, number);
        grid.meetings.push_back(std::move(kept));
    }
    return grid;
}

bool Grid::is_simple() const
{
    return all_required && rooms.size() <= 1 && walk.empty() &&
           std::all_of(parties.begin(), parties.end(),
                       [](const Party& party) { return party.parallel == 1; }) &&
           std::all_of(meetings.begin(), meetings.end(), [](const Meeting& meeting) {
               return meeting.length == 1 && meeting.interpreters.empty();
           });
}

bool Grid::somebody_has_no_break() const
{
    return std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
        if (party.meetings.empty())
            return true;
        Slots possible = 0;
        for (const int m : party.meetings) {
            const auto& meeting = meetings[static_cast<std::size_t>(m)];
            for (int offset = 0; offset < meeting.length; ++offset)
                possible |= meeting.starts << offset;
        }
        // Every possible slot is needed, and they stand in a row; or there is one meeting.
        return party.meetings.size() == 1 ||
               (all_required && party.parallel == 1 && idle_slots_of(possible) == 0 &&
                count(possible) <= static_cast<int>(party.meetings.size()));
    });
}

std::vector<Slots> busy_of(const Grid& grid, const Starts& starts)
{
    std::vector<Slots> busy(grid.parties.size(), 0);
    for (std::size_t m = 0; m < grid.meetings.size(); ++m)
        if (starts[m] >= 0)
            for (const int p : grid.meetings[m].parties)
                busy[static_cast<std::size_t>(p)] |=
                    slots_between(starts[m], starts[m] + grid.meetings[m].length);
    return busy;
}

int breaks_of(const Grid& grid, const Starts& starts)
{
    int total = 0;
    for (const Slots busy : busy_of(grid, starts))
        total += breaks_of(busy);
    return total;
}

}  // namespace sala::planner
