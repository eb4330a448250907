// SPDX-License-Identifier: Apache-2.0
//
// What may become of a registration, every status with every step, and of an edit.

#include "registration/decisions.hpp"
#include "registration/registration.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

using namespace sala;
using namespace sala::registration;

namespace {

Registration in(Status status)
{
    return {1, Id<Registration>{2}, Id<forum::Delegation>{3}, status};
}

std::string code_of(const Result<Act>& act) { return act ? "" : act.refusal().code; }

// The whole table, in words, so that a person can check it.
const std::map<std::string, std::map<std::string, std::string>> table{
    {"draft", {{"submit", "submitted"}, {"withdraw", "withdrawn"}}},
    {"submitted",
     {{"give-back", "returned"},
      {"approve", "approved"},
      {"wait", "waiting"},
      {"refuse", "refused"},
      {"withdraw", "withdrawn"}}},
    {"returned", {{"submit", "submitted"}, {"withdraw", "withdrawn"}}},
    {"approved",
     {{"give-back", "returned"},
      {"refuse", "refused"},
      {"withdraw", "withdrawn"},
      {"change", "submitted"}}},
    {"waiting",
     {{"give-back", "returned"},
      {"approve", "approved"},
      {"refuse", "refused"},
      {"withdraw", "withdrawn"}}},
    {"refused", {{"reconsider", "submitted"}}},
    {"withdrawn", {{"submit", "submitted"}}},
};

}  // namespace

TEST_CASE("every step from every status leads where the table says, and nowhere else")
{
    for (const auto status : all_statuses)
        for (const auto step : all_steps) {
            CAPTURE(word(status));
            CAPTURE(word(step));
            const auto& row = table.at(std::string(word(status)));
            const auto found = row.find(std::string(word(step)));
            const auto act = in(status).taken(
                Id<Act>{9}, {.step = step, .side = Side::secretariat, .reason = "Because."});
            if (found == row.end()) {
                CHECK(code_of(act) == "not-from-here");
                continue;
            }
            REQUIRE(act);
            CHECK(word(act->status) == found->second);
            CHECK(act->registration == Id<Registration>{2});
            CHECK(act->forum == 1);
        }
}

TEST_CASE("a delegation takes its own steps and none of the secretariat's, from any status")
{
    const std::set<Step> own{Step::submit, Step::withdraw, Step::change};
    for (const auto status : all_statuses)
        for (const auto step : all_steps) {
            CAPTURE(word(status));
            CAPTURE(word(step));
            const auto act = in(status).taken({}, {.step = step, .reason = "Because."});
            if (!own.contains(step))
                CHECK(code_of(act) == "not-yours-to-decide");
            else if (act)
                CHECK_FALSE(act->on_behalf);
        }
}

TEST_CASE("a step of the delegation that the secretariat takes is on its behalf, its own is not")
{
    for (const auto step : all_steps) {
        CAPTURE(word(step));
        for (const auto status : all_statuses)
            if (const auto act = in(status).taken(
                    {}, {.step = step, .side = Side::secretariat, .reason = "Because."}))
                CHECK(act->on_behalf == (side_of(step) == Side::delegation));
    }
}

TEST_CASE("whoever sends back or refuses says why; nobody else has to")
{
    for (const auto status : all_statuses)
        for (const auto step : all_steps) {
            if (!after(status, step))
                continue;
            CAPTURE(word(step));
            const auto act = in(status).taken({}, {.step = step, .side = Side::secretariat});
            const bool needed = step == Step::give_back || step == Step::refuse;
            CHECK(code_of(act) == (needed ? "reason-needed" : ""));
        }
}

TEST_CASE("nobody is approved beyond the places of a category, and waiting is always possible")
{
    const auto approve = [](Places places) {
        return code_of(
            in(Status::submitted)
                .taken({}, {.step = Step::approve, .side = Side::secretariat, .places = places}));
    };
    CHECK(approve({}) == "");
    CHECK(approve({.all = 3, .taken = 2}) == "");
    CHECK(approve({.all = 3, .taken = 3}) == "category-full");
    CHECK(approve({.all = 3, .taken = 5}) == "category-full");
    CHECK(approve({.all = 0}) == "category-full");
    CHECK(in(Status::submitted)
              .taken({}, {.step = Step::wait, .side = Side::secretariat, .places = {.all = 0}}));
}

TEST_CASE("words of statuses and steps are read back, and others are none")
{
    for (const auto status : all_statuses)
        CHECK(status_named(word(status)) == status);
    for (const auto step : all_steps)
        CHECK(step_named(word(step)) == step);
    CHECK_FALSE(status_named("agreed"));
    CHECK_FALSE(step_named(""));
}

TEST_CASE(
    "what becomes of an edit: for every status, side, weight and before or after the last day")
{
    for (const auto status : all_statuses)
        for (const auto side : {Side::delegation, Side::secretariat})
            for (const bool matters : {false, true})
                for (const bool closed : {false, true}) {
                    CAPTURE(word(status));
                    CAPTURE(matters);
                    CAPTURE(closed);
                    const auto edit = in(status).edited(side, matters, closed);
                    if (status == Status::refused || status == Status::withdrawn) {
                        CHECK_FALSE(edit);
                        continue;
                    }
                    REQUIRE(edit);
                    const bool open = status == Status::draft || status == Status::returned;
                    const auto wanted = side == Side::secretariat ? Edit::kept
                                        : closed && !open         ? Edit::asked_for
                                        : matters && status == Status::approved
                                            ? Edit::decided_again
                                            : Edit::kept;
                    CHECK(*edit == wanted);
                }
}

TEST_CASE("a decision about many fills a category in order and refuses who comes after")
{
    std::vector<Registered> people;
    for (int n = 0; n < 4; ++n) {
        people.push_back({{1, Id<Registration>{n + 1}, Id<forum::Delegation>{3},
                           n == 1 ? Status::draft : Status::submitted}});
        people.back().particulars.set("category", "press");
    }
    const auto all = foreseen(people, Step::approve, "", {{"press", {.all = 3, .taken = 1}}});
    std::vector<std::string> codes;
    for (const auto& one : all)
        codes.push_back(one.refusal ? one.refusal->code : "");
    CHECK(codes == std::vector<std::string>{"", "not-from-here", "", "category-full"});
}
