// SPDX-License-Identifier: Apache-2.0
//
// What a real forum needs: long meetings, persons, interpreters, rooms, walks, and too many wishes.

#include "planner/read_json.hpp"
#include "small_forums.hpp"

#include <doctest/doctest.h>

using namespace sala;
using namespace sala::planner;

static Problem read(const std::string& text)
{
    auto problem = read_json(text);
    REQUIRE(problem);
    return std::move(problem).operator*();
}

static void is_right(const Problem& problem, const Plan& plan)
{
    CHECK(Judge(problem, plan).wrong() == std::vector<std::string>{});
}

TEST_CASE("the governor is in one meeting at a time, the delegation in two")
{
    const auto problem =
        read(R"({"slots": 2, "required": true, "rooms": [{"name": "hall", "desks": 3}],
        "parties": [{"name": "Lyon", "parallel": 2}, {"name": "governor of Lyon"}, {"name": "Accra"},
                    {"name": "Quito"}, {"name": "Hanoi"}],
        "meetings": [{"parties": ["Lyon", "governor of Lyon", "Accra"]},
                     {"parties": ["Lyon", "governor of Lyon", "Quito"]},
                     {"parties": ["Lyon", "Hanoi"]}, {"parties": ["Lyon", "Hanoi"]}]})");
    const auto plan = plan_of(problem);
    CHECK(plan.status == Plan::Status::optimal);
    is_right(problem, plan);

    auto more = problem;
    more.meetings.push_back(more.meetings[0]);
    CHECK(plan_of(more).status == Plan::Status::infeasible);
}

TEST_CASE("a meeting of two slots stays within its part of the day")
{
    const auto problem = read(R"({"slots": 4, "parts": [1, 4], "required": true,
        "rooms": [{"name": "hall", "desks": 1}], "parties": [{"name": "Lyon"}, {"name": "Accra"}],
        "meetings": [{"parties": ["Lyon", "Accra"], "length": 2}, {"parties": ["Lyon", "Accra"], "allowed": [1]}]})");
    const auto plan = plan_of(problem);
    REQUIRE(plan.status == Plan::Status::optimal);
    is_right(problem, plan);
    CHECK(plan.meetings[0].slot == 1);
    CHECK(plan.breaks == 0);
}

TEST_CASE("an interpreter who knows two pairs of languages is in one meeting")
{
    const std::string forum =
        R"({"slots": 1, "required": true, "rooms": [{"name": "hall", "desks": 3}],
        "parties": [{"name": "A"}, {"name": "B"}, {"name": "C"}, {"name": "D"}],
        "interpreters": [{"name": "Mali", "languages": ["th-en", "lo-en"]}%],
        "meetings": [{"parties": ["A", "B"], "languages": "th-en"}, {"parties": ["C", "D"], "languages": "lo-en"}]})";
    auto with = [&](const std::string& more) {
        auto text = forum;
        return read(text.replace(text.find('%'), 1, more));
    };
    CHECK(plan_of(with("")).status == Plan::Status::infeasible);
    const auto problem = with(R"(, {"name": "Kham", "languages": ["lo-en"]})");
    const auto plan = plan_of(problem);
    CHECK(plan.status == Plan::Status::optimal);
    is_right(problem, plan);
}

TEST_CASE("a room has what a meeting needs, and there is time to walk to it")
{
    const auto problem = read(R"({"slots": 4, "required": true,
        "rooms": [{"name": "hall", "desks": 1, "building": "main"},
                  {"name": "studio", "desks": 1, "building": "annex", "features": ["screen"]}],
        "walk": [{"from": "main", "to": "annex", "slots": 1}],
        "parties": [{"name": "A"}, {"name": "B"}, {"name": "C"}],
        "meetings": [{"parties": ["A", "B"], "features": ["screen"]},
                     {"parties": ["A", "C"], "features": ["screen"]},
                     {"parties": ["B", "C"], "pinned": 4}, {"parties": ["B", "C"], "pinned": 3}]})");
    const auto plan = plan_of(problem);
    REQUIRE(plan.status == Plan::Status::optimal);
    is_right(problem, plan);
    CHECK(plan.meetings[0].room == 1);
}

TEST_CASE("when not everything fits, what must be comes before what is liked")
{
    const auto problem = read(R"({"slots": 2, "rooms": [{"name": "hall", "desks": 1}],
        "parties": [{"name": "A"}, {"name": "B"}, {"name": "C"}],
        "meetings": [{"parties": ["A", "B"], "wish": "would-like"},
                     {"parties": ["A", "C"], "wish": "must", "preferred": [2]},
                     {"parties": ["B", "C"], "wish": "would-like"}]})");
    const auto plan = plan_of(problem);
    CHECK(plan.status == Plan::Status::optimal);
    is_right(problem, plan);
    REQUIRE(plan.meetings.size() == 2);
    CHECK(std::any_of(plan.meetings.begin(), plan.meetings.end(),
                      [](const auto& place) { return place.meeting == 1 && place.slot == 1; }));
    CHECK(plan.layers[0].cost == 0);
    CHECK(plan.layers[1].cost == 1);
}

TEST_CASE("filling gaps moves nothing that was published")
{
    auto problem = read(R"({"slots": 3, "required": true, "rooms": [{"name": "hall", "desks": 1}],
        "parties": [{"name": "A"}, {"name": "B"}, {"name": "C"}],
        "meetings": [{"parties": ["A", "B"]}, {"parties": ["A", "C"]}, {"parties": ["B", "C"]}]})");
    REQUIRE(take_published(problem, R"({"meetings": [{"meeting": 1, "slot": 3, "desk": 1},
                                                     {"meeting": 3, "slot": 1, "desk": 1}]})",
                           true));
    const auto plan = plan_of(problem);
    REQUIRE(plan.status == Plan::Status::optimal);
    is_right(problem, plan);
    CHECK(plan.meetings[0].slot == 2);
    CHECK(plan.meetings[1].slot == 1);
    CHECK(plan.meetings[2].slot == 0);
}

TEST_CASE("the wishes that cannot hold together are named, and no others")
{
    auto problem = forum_of(2, 4, 5);
    for (const auto& pair : {std::pair{0, 1}, {0, 2}, {0, 3}, {3, 4}}) {
        problem.meetings.push_back(meeting_of({pair.first, pair.second}));
        problem.meetings.back().name = std::to_string(problem.meetings.size());
    }
    const auto plan = plan_of(problem);
    CHECK(plan.status == Plan::Status::infeasible);
    std::vector<std::string> sentences;
    for (const auto& sentence : plan.cannot_hold_together)
        sentences.push_back(sentence.english());
    CHECK(sentences == std::vector<std::string>{"Meeting 1 of city 1, city 2 takes place.",
                                                "Meeting 2 of city 1, city 3 takes place.",
                                                "Meeting 3 of city 1, city 4 takes place."});
}

TEST_CASE("a problem that makes no sense is refused with a code")
{
    const auto code = [](const std::string& text) {
        const auto problem = read_json(text);
        return problem ? std::string() : problem.refusal().code;
    };
    CHECK(code("nothing") == "not-json");
    CHECK(code(R"({"slots": 65})") == "too-many-slots");
    CHECK(code(R"({"slots": 0})") == "too-many-slots");
    CHECK(code(R"({"slots": 2, "parties": [{"name": "A", "away": [3]}]})") == "unknown-slot");
    CHECK(code(R"({"slots": 2, "parties": [{"name": "A"}, {"name": "A"}]})") == "twice");
    const std::string two = R"({"slots": 2, "parties": [{"name": "A"}, {"name": "B"}],)";
    CHECK(code(two + R"("meetings": [{"parties": ["A", "B"]}]})") == "no-desks");
    const auto hall = two + R"("rooms": [{"name": "hall", "desks": 1}],)";
    CHECK(code(hall + R"("meetings": [{"parties": ["A", "A"]}]})") == "meets-itself");
    CHECK(code(hall + R"("meetings": [{"parties": ["A"]}]})") == "meets-nobody");
    CHECK(code(hall + R"("meetings": [{"parties": ["A", "C"]}]})") == "unknown-party");
    CHECK(code(hall + R"("meetings": [{"parties": ["A", "B"], "pinned": 3}]})") == "unknown-slot");
    CHECK(code(hall + R"("meetings": [{"parties": ["A", "B"]}]})").empty());
}
