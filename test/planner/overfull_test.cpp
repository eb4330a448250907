// SPDX-License-Identifier: Apache-2.0
//
// More is wished for than there is room: as much as can be is held, and that it is as much is
// proved.

#include "planner/desks.hpp"
#include "planner/hold_many.hpp"
#include "planner/wishes.hpp"
#include "small_forums.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <utility>

using namespace sala;
using namespace sala::planner;

namespace {

// Nothing but the rooms is in the way: every meeting has a pair of parties of its own.
Problem crowded_forum(int slots, int desks, int short_ones, int long_ones)
{
    auto problem = forum_of(slots, desks, 2 * (short_ones + long_ones));
    problem.all_required = false;
    problem.layers = {"must", "would-like", "breaks"};
    for (int m = 0; m < short_ones + long_ones; ++m) {
        auto meeting = meeting_of({2 * m, 2 * m + 1});
        // Long ones come first, so that whoever takes them as they come holds too few.
        meeting.length = m < long_ones ? 2 : 1;
        meeting.wish = Meeting::Wish::would_like;
        problem.meetings.push_back(meeting);
    }
    return problem;
}

// A rich forum of more meetings, some of which would only be liked.
Problem drawn_overfull_forum(std::uint64_t seed, std::size_t meetings)
{
    auto problem = drawn_rich_forum(seed);
    Random random(seed + 2);
    const auto first = problem.meetings;
    while (problem.meetings.size() < meetings)
        problem.meetings.push_back(first[problem.meetings.size() % first.size()]);
    for (std::size_t m = 0; m < meetings; ++m) {
        problem.meetings[m].after.clear();
        problem.meetings[m].wish =
            random.below(2) == 0 ? Meeting::Wish::must : Meeting::Wish::would_like;
        if (m > 0 && random.below(3) == 0)
            problem.meetings[m].after = {random.below(static_cast<int>(m))};
    }
    problem.fairness = -1;
    problem.all_required = false;
    problem.layers = {"must", "would-like"};
    return problem;
}

// What the best choice of meetings leaves out, by trying every choice: musts, then the others.
std::pair<int, int> least_left_out(const Problem& problem)
{
    std::pair least(1000, 1000);
    for (unsigned held = 0; held < 1U << problem.meetings.size(); ++held) {
        std::vector<Wish> wishes = rules_of(problem);
        std::pair left(0, 0);
        for (std::size_t m = 0; m < problem.meetings.size(); ++m)
            if ((held >> m & 1) != 0)
                wishes.push_back({Wish::held, static_cast<int>(m)});
            else
                ++(problem.meetings[m].wish == Meeting::Wish::must ? left.first : left.second);
        if (left < least && least_breaks(with_wishes(problem, wishes)))
            least = left;
    }
    return least;
}

}  // namespace

TEST_CASE("where short and long meetings want twelve places, twelve short ones are held")
{
    const auto problem = crowded_forum(4, 3, 25, 15);
    const auto plan = plan_of(problem);
    CHECK(Judge(problem, plan).wrong() == std::vector<std::string>{});
    CHECK(plan.meetings.size() == 12);
    CHECK(plan.status == Plan::Status::optimal);
    CHECK(plan.layers[1].cost == 28);
    CHECK(plan.layers[1].bound == 28);
}

TEST_CASE("that no more fit is counted beforehand, not searched for")
{
    const auto problem = crowded_forum(5, 8, 109, 51);
    const auto plan = solve(problem, {.steps = 1, .seed = 1}, {});
    CHECK(Judge(problem, plan).wrong() == std::vector<std::string>{});
    CHECK(plan.layers[1].cost == 120);
    CHECK(plan.layers[1].bound == 120);
}

TEST_CASE("whoever fits is seated before the solver is asked")
{
    auto problem = forum_of(5, 4, 45);
    problem.rooms.push_back({.name = "annex", .desks = 4});
    problem.all_required = false;
    problem.layers = {"would-like", "breaks"};
    Random random(7);
    for (int m = 0; m < 160; ++m) {
        const int one = random.below(45);
        auto meeting = meeting_of({one, (one + 1 + random.below(44)) % 45});
        meeting.length = 1 + (random.below(3) == 0 ? 1 : 0);
        meeting.wish = Meeting::Wish::would_like;
        problem.meetings.push_back(meeting);
    }
    const auto plan = solve(problem, {.steps = 1'000, .seed = 1}, {});
    CHECK(Judge(problem, plan).wrong() == std::vector<std::string>{});
    CHECK(plan.meetings.size() == 40);
    CHECK(plan.breaks == 0);
}

TEST_CASE("no choice of meetings is better than the one that was planned")
{
    int left_out = 0;
    CHECK(rc::check("brute force agrees", [&] {
        const auto problem = drawn_overfull_forum(*rc::gen::arbitrary<std::uint64_t>(), 4);
        const auto plan = plan_of(problem);
        RC_ASSERT(plan.status == Plan::Status::optimal);
        RC_ASSERT(Judge(problem, plan).wrong() == std::vector<std::string>{});
        const auto [musts, others] = least_left_out(problem);
        RC_ASSERT(plan.layers[0].cost == musts);
        RC_ASSERT(plan.layers[1].cost == others);
        left_out += musts + others;
    }));
    CHECK(left_out > 20);
}

TEST_CASE("whatever was held meanwhile, no rule is broken")
{
    int held = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        const auto problem = drawn_overfull_forum(seed, 12);
        const auto grid = grid_of(problem);
        Random random(seed);
        const auto [starts, rooms] = hold_many(grid, random, 2'000, [] { return false; });
        const auto desks = desks_for(grid, starts, rooms);
        Plan plan;
        for (std::size_t m = 0; m < starts.size(); ++m)
            if (starts[m] >= 0)
                plan.meetings.push_back({static_cast<int>(m), starts[m], rooms[m], desks[m]});
        CAPTURE(seed);
        CHECK(Judge(problem, plan).wrong() == std::vector<std::string>{});
        held += static_cast<int>(plan.meetings.size());
    }
    CHECK(held > 600);
}
