// SPDX-License-Identifier: Apache-2.0
//
// What must hold for every forum, tried with drawn ones that are small enough to try every plan.

#include "small_forums.hpp"

#include "planner/explain.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace sala;
using namespace sala::planner;

TEST_CASE("the planner finds the least breaks that any plan has, and says so when there is none")
{
    int possible = 0;
    int impossible = 0;
    CHECK(rc::check("brute force agrees", [&] {
        const auto problem = drawn_forum(*rc::gen::arbitrary<std::uint64_t>());
        const auto least = least_breaks(problem);
        const auto plan = plan_of(problem);
        ++(least ? possible : impossible);
        if (!least) {
            RC_ASSERT(plan.status == Plan::Status::infeasible);
            RC_ASSERT(plan.meetings.empty());
            RC_ASSERT(!plan.cannot_hold_together.empty());
            return;
        }
        RC_ASSERT(plan.status == Plan::Status::optimal);
        const Judge judge(problem, plan);
        RC_ASSERT(judge.wrong() == std::vector<std::string>{});
        RC_ASSERT(judge.breaks() == *least);
        RC_ASSERT(plan.breaks == *least);
        RC_ASSERT(plan.bound == *least);
    }));
    CHECK(possible > 10);
    CHECK(impossible > 5);
}

TEST_CASE("desks are counted right for delegations in several meetings and for meetings of three")
{
    int full = 0;
    CHECK(rc::check("brute force agrees", [&] {
        const auto seed = *rc::gen::arbitrary<std::uint64_t>();
        auto problem = drawn_forum(seed);
        Random random(seed + 1);
        for (auto& party : problem.parties)
            party.parallel = 1 + random.below(2);
        const int parties = static_cast<int>(problem.parties.size());
        for (auto& meeting : problem.meetings)
            for (int p = 0; p < parties && meeting.parties.size() < 3; ++p)
                if (random.below(4) == 0 && p != meeting.parties[0] && p != meeting.parties[1])
                    meeting.parties.push_back(p);
        const auto least = least_breaks(problem);
        const auto plan = plan_of(problem);
        RC_ASSERT((plan.status == Plan::Status::optimal) == least.has_value());
        if (least)
            RC_ASSERT(plan.breaks == *least);
        problem.rooms[0].desks = 100;
        full += least_breaks(problem) != least;
    }));
    CHECK(full > 0);
}

// What is named cannot hold together, and could as soon as any of it is taken back.
static void judge_explanation(const Problem& problem)
{
    const auto named = what_cannot_hold(problem, [] { return false; });
    RC_ASSERT(!least_breaks(with_wishes(problem, named)));
    for (std::size_t n = 0; n < named.size(); ++n) {
        auto fewer = named;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(n));
        RC_ASSERT(least_breaks(with_wishes(problem, fewer)).has_value());
    }
}

TEST_CASE("long meetings, rooms, walks and interpreters: no plan but those that can be held")
{
    int possible = 0;
    int impossible = 0;
    CHECK(rc::check("brute force agrees", [&] {
        const auto problem = drawn_rich_forum(*rc::gen::arbitrary<std::uint64_t>());
        const auto least = least_breaks(problem);
        const auto plan = plan_of(problem);
        ++(least ? possible : impossible);
        if (!least) {
            RC_ASSERT(plan.status == Plan::Status::infeasible);
            RC_ASSERT(!plan.cannot_hold_together.empty());
            judge_explanation(problem);
            return;
        }
        RC_ASSERT(plan.status == Plan::Status::optimal);
        const Judge judge(problem, plan);
        RC_ASSERT(judge.wrong() == std::vector<std::string>{});
        RC_ASSERT(judge.breaks() == *least);
        RC_ASSERT(plan.bound == *least);
    }));
    CHECK(possible > 5);
    CHECK(impossible > 5);
}

TEST_CASE("planning again moves as few meetings as any plan that is possible")
{
    CHECK(rc::check("brute force agrees", [] {
        auto problem = drawn_forum(*rc::gen::arbitrary<std::uint64_t>());
        problem.layers = {"moved", "breaks"};
        const auto plan = plan_of(problem);
        if (plan.status == Plan::Status::infeasible)
            return;
        const auto moved = [&](const Plan& of) {
            int count = 0;
            for (const auto& place : of.meetings) {
                const auto& was = problem.meetings[static_cast<std::size_t>(place.meeting)].was;
                count += was && *was != place.slot;
            }
            return count;
        };
        const int planned = moved(plan);
        RC_ASSERT(plan.layers[0].cost == planned);
        // Pinning one more meeting than the plan keeps must be impossible, one set after another.
        std::vector<std::size_t> known;
        for (std::size_t m = 0; m < problem.meetings.size(); ++m)
            if (problem.meetings[m].was)
                known.push_back(m);
        for (unsigned set = 0; set < 1U << known.size(); ++set) {
            auto pinned = problem;
            int kept = 0;
            for (std::size_t n = 0; n < known.size(); ++n)
                if (set >> n & 1) {
                    auto& meeting = pinned.meetings[known[n]];
                    if (meeting.pinned && *meeting.pinned != *meeting.was)
                        kept = -100;
                    meeting.pinned = *meeting.was;
                    ++kept;
                }
            if (kept == static_cast<int>(known.size()) - planned + 1)
                RC_ASSERT(!least_breaks(pinned).has_value());
        }
    }));
}

TEST_CASE("the same seed and steps give the same plan")
{
    CHECK(rc::check("twice the same", [] {
        const auto problem = drawn_forum(*rc::gen::arbitrary<std::uint64_t>());
        const auto seed = *rc::gen::inRange(0, 100);
        RC_ASSERT(to_json(problem, plan_of(problem, seed), 0) ==
                  to_json(problem, plan_of(problem, seed), 0));
    }));
}
