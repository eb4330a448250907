// SPDX-License-Identifier: Apache-2.0
//
// Planning again when a meeting no longer fits, and telling that it does not without search.

#include "planner/crowds.hpp"
#include "planner/read_json.hpp"
#include "small_forums.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

using namespace sala;
using namespace sala::planner;

namespace {

const Plan::Layer& layer(const Plan& plan, const std::string& name)
{
    return *std::find_if(plan.layers.begin(), plan.layers.end(),
                         [&](const Plan::Layer& of) { return of.name == name; });
}

// The most meetings of these that any choice of slots can hold, by trying them all.
int most_held(const Grid& grid, const std::vector<int>& meetings)
{
    const auto busy_with = [&](std::vector<std::vector<int>>& busy, int m, int t, int by) {
        bool fits = true;
        for (int s = t; s < t + grid.meetings[static_cast<std::size_t>(m)].length; ++s) {
            for (const int p : grid.meetings[static_cast<std::size_t>(m)].parties)
                fits &= (busy[static_cast<std::size_t>(p)][static_cast<std::size_t>(s)] += by) <=
                        grid.parties[static_cast<std::size_t>(p)].parallel;
            fits &= (busy.back()[static_cast<std::size_t>(s)] += by) <=
                    grid.desks[static_cast<std::size_t>(s)];
        }
        return fits;
    };
    std::vector<std::vector<int>> busy(grid.parties.size() + 1,
                                       std::vector<int>(static_cast<std::size_t>(grid.slots), 0));
    const auto best = [&](const auto& again, std::size_t n) -> int {
        if (n == meetings.size())
            return 0;
        int held = again(again, n + 1);
        for (const int t : each_of(grid.meetings[static_cast<std::size_t>(meetings[n])].starts)) {
            if (busy_with(busy, meetings[n], t, 1))
                held = std::max(held, 1 + again(again, n + 1));
            busy_with(busy, meetings[n], t, -1);
        }
        return held;
    };
    return best(best, 0);
}

Problem big_forum(int parties, int meetings, int slots, int desks, std::uint64_t seed)
{
    Random random(seed);
    auto problem = forum_of(slots, desks, parties);
    problem.all_required = false;
    problem.layers = {"must", "moved", "would-like", "breaks"};
    std::vector<int> load(static_cast<std::size_t>(parties), 0);
    while (static_cast<int>(problem.meetings.size()) < meetings) {
        const int one = random.below(parties);
        const int other = (one + 1 + random.below(parties - 1)) % parties;
        auto& of_one = load[static_cast<std::size_t>(one)];
        auto& of_other = load[static_cast<std::size_t>(other)];
        if (std::max(of_one, of_other) >= slots - 2)
            continue;
        ++of_one;
        ++of_other;
        problem.meetings.push_back(meeting_of({one, other}));
    }
    return problem;
}

}  // namespace

TEST_CASE(
    "five cities that all meet each other cannot do so in four slots, in pairs they can in five")
{
    auto problem = forum_of(4, 9, 7);
    for (int one = 0; one < 5; ++one)
        for (int other = one + 1; other < 5; ++other)
            problem.meetings.push_back(meeting_of({one, other}));
    problem.meetings.push_back(meeting_of({5, 6}));
    problem.meetings.push_back(meeting_of({0, 5}));
    const auto crowds = crowds_of(grid_of(problem));
    const auto circle = std::find_if(crowds.begin(), crowds.end(),
                                     [](const Crowd& of) { return of.meetings.size() == 10; });
    REQUIRE(circle != crowds.end());
    CHECK(circle->most == 8);  // two pairs at a time, whoever is left over
    CHECK(plan_of(problem).status == Plan::Status::infeasible);
    problem.meetings.pop_back();
    problem.slot_names.push_back("slot 5");
    CHECK(crowds_of(grid_of(problem)).empty());
    CHECK(plan_of(problem).status == Plan::Status::optimal);
}

TEST_CASE("no crowd is said to hold fewer meetings than some plan holds")
{
    int crowded = 0;
    for (std::uint64_t seed = 1; seed <= 600; ++seed) {
        const auto problem = seed % 2 == 0 ? drawn_rich_forum(seed) : drawn_forum(seed);
        const auto grid = grid_of(problem);
        for (const auto& [meetings, most] : crowds_of(grid)) {
            CAPTURE(seed);
            ++crowded;
            CHECK(most < static_cast<int>(meetings.size()));
            CHECK(most >= most_held(grid, meetings));
        }
    }
    CHECK(crowded > 50);
}

TEST_CASE("one lost slot of one delegation with a full day moves nothing else")
{
    auto problem = big_forum(60, 280, 16, 24, 5);
    auto plan = plan_of(problem);
    REQUIRE(layer(plan, "must").cost == 0);
    for (const auto& place : plan.meetings)
        problem.meetings[static_cast<std::size_t>(place.meeting)].was = place.slot;
    // Whoever has most meetings has no free slot left, and then one less than meetings.
    const auto grid = grid_of(problem);
    const auto fullest = std::max_element(grid.parties.begin(), grid.parties.end(),
                                          [](const Grid::Party& one, const Grid::Party& other) {
                                              return one.meetings.size() < other.meetings.size();
                                          });
    auto& away = problem.parties[static_cast<std::size_t>(fullest - grid.parties.begin())].away;
    away = slots_before(problem.slots());
    Starts starts(problem.meetings.size(), -1);
    for (const auto& place : plan.meetings)
        starts[static_cast<std::size_t>(place.meeting)] = place.slot;
    for (const int m : fullest->meetings)
        away &= ~slot(starts[static_cast<std::size_t>(m)]);
    const int lost = starts[static_cast<std::size_t>(fullest->meetings.front())];
    away |= slot(lost);
    plan = plan_of(problem);
    CHECK(plan.status == Plan::Status::optimal);
    CHECK(Judge(problem, plan).wrong() == std::vector<std::string>{});
    CHECK(layer(plan, "must").cost == 1);
    CHECK(layer(plan, "moved").cost == 1);  // the one that is not held
}

TEST_CASE("whoever keeps the slot keeps the desk, and a long meeting still finds one")
{
    const std::string file =
        R"({"slots": 4, "required": true, "rooms": [{"name": "hall", "desks": 3}],
            "parties": [{"name": "a"}, {"name": "b"}, {"name": "c"}, {"name": "d"}],
            "meetings": [{"parties": ["a", "b"]}, {"parties": ["c", "d"]}, {"parties": ["a", "c"]}]})";
    auto problem = *read_json(file);
    REQUIRE(take_published(problem,
                           R"({"meetings": [{"meeting": 1, "slot": 1, "desk": 3},
                                            {"meeting": 2, "slot": 1, "desk": 2}]})",
                           false));
    const auto plan = plan_of(problem);
    CHECK(plan.meetings[0].slot == 0);
    CHECK(plan.meetings[0].desk == 2);
    CHECK(plan.meetings[1].desk == 1);

    // The two desks are taken crosswise by what was published, so the long one needs another way.
    auto crossed = forum_of(2, 2, 6);
    crossed.layers = {"moved", "breaks"};
    crossed.meetings = {meeting_of({0, 1}), meeting_of({2, 3}), meeting_of({4, 5})};
    crossed.meetings[0].was = 0;
    crossed.meetings[0].was_at = 0;
    crossed.meetings[1].was = 1;
    crossed.meetings[1].was_at = 1;
    crossed.meetings[2].length = 2;
    const auto other = plan_of(crossed);
    CHECK(other.status == Plan::Status::optimal);
    CHECK(Judge(crossed, other).wrong() == std::vector<std::string>{});
}

TEST_CASE(
    "a published meeting stays though somebody who must meet wants its slot, when gaps are filled")
{
    const auto file = [](const std::string& layers) {
        return fmt::format(
            R"({{"slots": 1, "required": false{}, "rooms": [{{"name": "hall", "desks": 2}}],
                "parties": [{{"name": "a"}}, {{"name": "b"}}, {{"name": "c"}}],
                "meetings": [{{"parties": ["a", "b"], "wish": "would-like"}},
                             {{"parties": ["a", "c"]}}]}})",
            layers);
    };
    const std::string published = R"({"meetings": [{"meeting": 1, "slot": 1, "desk": 1}]})";
    for (const auto* layers : {"", R"(, "layers": ["must", "would-like", "breaks"])",
                               R"(, "layers": ["must", "moved", "would-like"])"}) {
        CAPTURE(layers);
        auto fill = *read_json(file(layers));
        REQUIRE(take_published(fill, published, true));
        const auto filled = plan_of(fill);
        REQUIRE(filled.meetings.size() == 1);
        CHECK(filled.meetings[0].meeting == 0);
    }
    // Otherwise whoever must meet comes first.
    auto again = *read_json(file(""));
    REQUIRE(take_published(again, published, false));
    CHECK(plan_of(again).meetings[0].meeting == 1);
    CHECK(again.layers[1] == "moved");
}

TEST_CASE("a published meeting that has become impossible is held elsewhere, and a pin counts more")
{
    auto problem = *read_json(
        R"({"slots": 3, "required": false, "rooms": [{"name": "hall", "desks": 2}],
            "parties": [{"name": "a", "away": [1]}, {"name": "b"}, {"name": "c"}],
            "meetings": [{"parties": ["a", "b"]}, {"parties": ["b", "c"], "pinned": 2}]})");
    REQUIRE(take_published(problem,
                           R"({"meetings": [{"meeting": 1, "slot": 1, "desk": 1},
                                            {"meeting": 2, "slot": 3, "desk": 1}]})",
                           true));
    const auto plan = plan_of(problem);
    REQUIRE(plan.meetings.size() == 2);
    CHECK(plan.meetings[0].slot == 2);
    CHECK(plan.meetings[1].slot == 1);
}
