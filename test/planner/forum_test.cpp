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

TEST_CASE("two long meetings that are pinned across each other do not share one desk")
{
    auto problem = forum_of(3, 1, 4);
    problem.meetings = {meeting_of({0, 1}), meeting_of({2, 3})};
    for (int m = 0; m < 2; ++m) {
        problem.meetings[static_cast<std::size_t>(m)].length = 2;
        problem.meetings[static_cast<std::size_t>(m)].pinned = m;
    }
    CHECK(plan_of(problem).status == Plan::Status::infeasible);
    problem.rooms[0].desks = 2;
    CHECK(plan_of(problem).status == Plan::Status::optimal);
    problem.rooms[0].closed = slot(1);
    CHECK(plan_of(problem).status == Plan::Status::infeasible);
}

TEST_CASE("what cannot hold together is said of interpreters, rooms, walks and the governor, too")
{
    const auto said = [](const std::string& meetings) {
        const auto problem = read_json(
            R"({"slots": 2, "required": true, "parties": [{"name": "A", "parallel": 2}, {"name": "B"},
            {"name": "C"}, {"name": "Governor"}], "rooms": [{"name": "hall", "desks": 2, "building":
            "one", "closed": [2]}, {"name": "annex", "building": "two", "features": ["screen"]}],
            "walk": [{"from": "one", "to": "two", "slots": 1}], "interpreters": [{"name": "Ana",
            "languages": ["th-en"], "away": [1]}], "meetings": [)" +
            meetings + "]}");
        REQUIRE(problem);
        std::vector<std::string> sentences;
        for (const auto& sentence : plan_of(*problem).cannot_hold_together)
            sentences.push_back(sentence.english());
        return sentences;
    };
    using Sentences = std::vector<std::string>;
    CHECK(said(R"({"name": "1", "parties": ["A", "B"], "languages": "km-en"})") ==
          Sentences{"Meeting 1 needs one of the interpreters for km-en.",
                    "Meeting 1 of A, B takes place."});
    CHECK(said(R"({"name": "1", "parties": ["A", "B"], "languages": "en-th", "allowed": [1]})") ==
          Sentences{"Meeting 1 may begin in these slots only: 1.",
                    "Meeting 1 needs one of the interpreters for en-th.",
                    "The interpreters Ana are away in slot 1.", "Meeting 1 of A, B takes place."});
    CHECK(
        said(R"({"name": "1", "parties": ["A", "B"], "features": ["stage", "screen"]})") ==
        Sentences{"Meeting 1 needs a room with stage, screen.", "Meeting 1 of A, B takes place."});
    CHECK(said(R"({"name": "1", "parties": ["A", "B", "Governor"], "pinned": 1},
               {"name": "2", "parties": ["A", "C", "Governor"], "pinned": 1})") ==
          Sentences{"Meeting 1 is pinned to slot 1.", "Meeting 2 is pinned to slot 1.",
                    "Governor is in one meeting at a time.",
                    "Meeting 1 of A, B, Governor takes place.",
                    "Meeting 2 of A, C, Governor takes place."});
    // The governor would have to be in the hall, which closes, and in the annex right after it.
    CHECK(said(R"({"name": "1", "parties": ["A", "Governor"]}, {"name": "2", "parties": ["B",
               "Governor"]}, {"name": "3", "parties": ["A", "C"], "pinned": 1, "features":
               ["screen"]})") ==
          Sentences{"There are 3 desks.", "It takes time to walk from one building to another.",
                    "Meeting 3 needs a room with screen.", "Governor is in one meeting at a time.",
                    "Room hall is closed in slot 2.", "Meeting 1 of A, Governor takes place.",
                    "Meeting 2 of B, Governor takes place.", "Meeting 3 of A, C takes place."});
    CHECK(said(R"({"name": "1", "parties": ["A", "B"], "length": 2, "pinned": 2})") ==
          Sentences{"Meeting 1 is pinned to slot 2.", "Meeting 1 takes 2 slots in a row.",
                    "Meeting 1 of A, B takes place."});
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
    CHECK(code(hall + R"("required": true, "meetings": [{"parties": ["A", "B"]}]})").empty());
    const auto of_meeting = [&](const std::string& more) {
        return code(hall + R"("meetings": [{"parties": ["A", "B"],)" + more + "}]}");
    };
    CHECK(of_meeting(R"("pined": 1)") == "unknown-member");
    CHECK(of_meeting(R"("length": "two")") == "wrong-kind");
    CHECK(of_meeting(R"("wish": "maybe")") == "unknown-wish");
    CHECK(of_meeting(R"("allowed": [])") == "allowed-nowhere");
    CHECK(of_meeting(R"("wish": "would-like", "allowed": [1])").empty());
    CHECK(code(R"({"slots": 2, "parties": [{"name": "A", "away": 1}]})") == "wrong-kind");
    CHECK(code(R"({"slots": 2, "parties": ["A"]})") == "wrong-kind");
    CHECK(code(hall + R"("layers": ["breaks"], "meetings": [{"parties": ["A", "B"]}]})") ==
          "layers-without-must");
    Problem published = forum_of(2, 1, 2);
    published.meetings = {meeting_of({0, 1})};
    CHECK(take_published(published, R"({"meetings": [{"parties": ["A", "B"]}]})", false)
              .refusal()
              .code == "no-plan");
}
