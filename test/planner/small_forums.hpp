// SPDX-License-Identifier: Apache-2.0
//
// Forums that are so small that every plan can be tried.

#pragma once

#include "planner/random.hpp"
#include "planner/solve.hpp"

#include "judge.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sala::planner {

inline Problem forum_of(int slots, int desks, int parties)
{
    Problem problem;
    for (int t = 1; t <= slots; ++t)
        problem.slot_names.push_back("slot " + std::to_string(t));
    problem.rooms.push_back({.name = "hall", .desks = desks});
    for (int p = 1; p <= parties; ++p)
        problem.parties.push_back({.name = "city " + std::to_string(p)});
    problem.layers = {"breaks"};
    return problem;
}

inline Meeting meeting_of(std::vector<int> parties) { return {.parties = std::move(parties)}; }

// What is drawn: halves of the day, pins, orders, absences, a desk too few.
inline Problem drawn_forum(std::uint64_t seed)
{
    Random random(seed);
    const int slots = 3 + random.below(3);
    auto problem = forum_of(slots, 1 + random.below(2), 3 + random.below(2));
    const int parties = static_cast<int>(problem.parties.size());
    const int meetings = 2 + random.below(4);
    for (int m = 0; m < meetings; ++m) {
        const int one = random.below(parties);
        const int other = (one + 1 + random.below(parties - 1)) % parties;
        auto meeting = meeting_of({one, other});
        meeting.name = std::to_string(m + 1);
        if (random.below(4) == 0)
            meeting.allowed =
                random.below(2) == 0 ? slots_before(slots / 2) : ~slots_before(slots / 2);
        if (random.below(8) == 0)
            meeting.pinned = random.below(slots);
        if (m > 0 && random.below(5) == 0)
            meeting.after = {random.below(m)};
        if (random.below(4) == 0)
            meeting.was = random.below(slots);
        problem.meetings.push_back(meeting);
    }
    for (auto& party : problem.parties)
        if (random.below(4) == 0)
            party.away = slot(random.below(slots));
    problem.fairness = random.below(4) - 1;
    return problem;
}

// What the literature leaves out as well: long meetings, several rooms in two buildings that close
// and have features, interpreters who are away, and delegations in two meetings at a time.
inline Problem drawn_rich_forum(std::uint64_t seed)
{
    auto problem = drawn_forum(seed);
    Random random(seed + 1);
    const int slots = problem.slots();
    if (random.below(2) == 0)
        problem.parts = {0, slots / 2};
    problem.rooms[0].desks = 1;
    if (random.below(2) == 0)
        problem.rooms.push_back({.name = "annex", .building = random.below(2)});
    if (problem.rooms.size() > 1 && problem.rooms[1].building == 1)
        problem.walk = {{0, 1}, {1, 0}};
    for (auto& room : problem.rooms) {
        if (random.below(2) == 0)
            room.features = {"screen"};
        if (random.below(5) == 0)
            room.closed = slot(random.below(slots));
    }
    problem.interpreters.push_back({.name = "Ana", .languages = {"th-en"}});
    if (random.below(2) == 0)
        problem.interpreters.push_back({.name = "Bo", .languages = {"en-th", "km-en"}});
    problem.interpreters[0].away = slot(random.below(slots));
    for (auto& party : problem.parties)
        party.parallel = 1 + (random.below(4) == 0 ? 1 : 0);
    for (auto& meeting : problem.meetings) {
        meeting.length = 1 + (random.below(3) == 0 ? 1 : 0);
        if (random.below(6) == 0)
            meeting.pinned = random.below(slots);
        if (random.below(8) == 0)
            meeting.features = {"screen"};
        if (random.below(5) == 0)
            meeting.languages = random.below(3) == 0 ? "km-en" : "th-en";
    }
    if (problem.meetings.size() > 3)
        problem.meetings.resize(3);
    return problem;
}

// The least breaks of all plans, by trying them; nothing when there is no plan.
inline std::optional<int> least_breaks(const Problem& problem)
{
    std::optional<int> least;
    Plan plan;
    const auto count = problem.meetings.size();
    const int places = problem.slots() * static_cast<int>(problem.rooms.size());
    std::vector<int> at(count, 0);
    while (true) {
        plan.meetings.clear();
        // Each has a desk of its own: how many a room has is judged by its meetings.
        for (std::size_t m = 0; m < count; ++m)
            plan.meetings.push_back({static_cast<int>(m), at[m] % problem.slots(),
                                     at[m] / problem.slots(), static_cast<int>(m)});
        const Judge judge(problem, plan);
        if (judge.wrong().empty() && (!least || judge.breaks() < *least))
            least = judge.breaks();
        std::size_t m = 0;
        while (m < count && ++at[m] == places)
            at[m++] = 0;
        if (m == count)
            return least;
    }
}

inline Plan plan_of(const Problem& problem, int seed = 1)
{
    return solve(problem, {.steps = 20'000'000, .seed = seed}, {});
}

}  // namespace sala::planner
