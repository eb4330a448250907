// SPDX-License-Identifier: Apache-2.0
//
// What is left of a delegation's minutes, where the chair decides: on the console.

#include "delegations.hpp"

using namespace sala;

namespace {

Json budget_of(Plenary& stage, const std::string& delegation)
{
    const auto floor = stage.floor();
    for (const auto& one : floor["budgets"].items())
        if (one["delegation"].string() == delegation)
            return one;
    return {};
}

}  // namespace

TEST_CASE("the chair sees beside every name what is left of a delegation's minutes")
{
    Delegations stage;
    CHECK(stage.floor()["budgets"].items().empty());
    CHECK_FALSE(stage.get(stage.console).holds("data-budget"));
    REQUIRE(stage
                .post(stage.sitting + "/floor-rules", rules_form(stage, "alphabet",
                                                                 {{"budget_minutes", "10"},
                                                                  {"budgeted-statement", "yes"},
                                                                  {"budgeted-question", "yes"}}))
                .status == 303);
    REQUIRE(stage.get(stage.sitting + "/floor-rules.json").json()["budget_seconds"].integer() ==
            600);
    stage.leads("open");
    // It says what it is: other times stand beside it, and the clock.
    CHECK(stage.get(stage.console)
              .holds("<span class=\"small\" data-budget>minutes of the delegation: 3:00 left of "
                     "10:00<"));
    stage.leads("give " + stage.entry("accra"));
    stage.leads("start");
    stage.passes(std::chrono::seconds{200});
    stage.leads("end");
    auto accra = budget_of(stage, "accra");
    CHECK(accra["whole"].integer() == 600);
    CHECK(accra["spoken"].integer() == 200);
    CHECK(accra["promised"].integer() == 0);
    CHECK(accra["left"].integer() == 400);
    CHECK(budget_of(stage, "quito")["spoken"].integer() == 0);
    // A question that is asked for is promised.
    REQUIRE(stage.post(stage.sitting + "/place", {{"kind", "question"}}, kofi).status == 303);
    accra = budget_of(stage, "accra");
    CHECK(accra["promised"].integer() == 300);
    CHECK(accra["left"].integer() == 100);
    const auto page = stage.get(stage.console);
    CHECK(page.holds("<details id=\"budgets\">"));
    CHECK(page.holds(">minutes of the delegation: 1:40 left of 10:00<"));
    // What is left is for the chair; a delegation reads its own on its phone.
    CHECK(stage.get(stage.sitting + "/place.json", kofi).json()["budgets"].is_null());
    CHECK(stage.get(stage.sitting + "/place", {.who = kofi.who})
              .holds("may still ask for 1:40 of its 10:00 minutes"));
}
