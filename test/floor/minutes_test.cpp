// SPDX-License-Identifier: Apache-2.0
//
// New minutes for those who wait: the chair gives those of the rules to all of them, and takes over
// what the programme says by now. Whoever waits keeps what they have until then, and pages say so.

#include "delegations.hpp"

using namespace sala;

namespace {

std::vector<std::int64_t> seconds(Plenary& stage)
{
    std::vector<std::int64_t> all;
    const auto now = stage.floor();
    for (const auto& one : now["list"].items())
        all.push_back(one["seconds"].integer());
    return all;
}

Shown edits(Plenary& stage, const std::string& intervention, Fields fields)
{
    const auto page = "/lyon-2030/sheets/interventions/" + intervention;
    fields.emplace_back("version", stage.get(page + ".json").json()["version"].string());
    auto shown = stage.post(page, fields);
    REQUIRE(shown.status == 303);
    return shown;
}

using Many = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("from now on five minutes each: one step gives all who wait the minutes of the rules")
{
    Delegations stage;
    stage.leads("open");
    CHECK(seconds(stage) == Many{420, 420});
    CHECK(stage.leads("allot").problem == "minutes-already");
    REQUIRE(stage.leads("pass").status == 303);
    REQUIRE(stage.post(stage.sitting + "/floor-rules", rules_form(stage, "alphabet")).status ==
            303);
    // Nothing changes by itself, and the pages say so.
    CHECK(seconds(stage) == Many{420});
    for (const auto* page : {"/floor-rules", "/chair"}) {
        const auto shown = stage.get(stage.sitting + page);
        CHECK(shown.holds("2 of those who wait have other minutes than the rules give."));
        CHECK(shown.holds("Give all who wait 5:00, as in the rules"));
    }
    REQUIRE(stage.leads("allot").status == 303);
    CHECK(seconds(stage) == Many{300});
    CHECK(stage.get(stage.console).holds("All who wait have 5:00 each now"));
    CHECK_FALSE(stage.get(stage.console).holds("Give all who wait 5:00"));
    // Whoever was absent meanwhile has them as well.
    const auto absent = stage.floor()["absent"].items().at(0)["entry"].string();
    REQUIRE(stage.leads("restore " + absent + " 1").status == 303);
    CHECK(seconds(stage) == Many{300, 300});
    REQUIRE(stage.leads("give").status == 303);
    CHECK(stage.floor()["clock"]["limit"].integer() == 300'000);
    const auto acts = stage.get(stage.sitting + "/record.json").json()["acts"];
    const auto said = std::find_if(acts.items().begin(), acts.items().end(),
                                   [](const Json& one) { return one["what"].string() == "allot"; });
    REQUIRE(said != acts.items().end());
    CHECK((*said)["seconds"].integer() == 300);
    CHECK((*said)["group_seconds"].integer() == 300);
    // One step back, and all have what they had.
    REQUIRE(stage.leads("undo").status == 303);
    REQUIRE(stage.leads("undo").status == 303);
    REQUIRE(stage.leads("undo").status == 303);
    CHECK(seconds(stage) == Many{420});
}

TEST_CASE("what the programme says after a list was taken over is shown, and taken over as steps")
{
    Plenary stage;
    REQUIRE(stage.leads("fill").status == 303);
    CHECK_FALSE(stage.get(stage.console).holds("The programme has changed"));
    edits(stage, "accra-speaks", {{"cancelled", "yes"}});
    edits(stage, "quito-speaks", {{"minutes", "5"}});
    // The list is the chair's: it does not change behind their back.
    CHECK(stage.list() == std::vector<std::string>{"quito", "accra"});
    const auto told = stage.get(stage.console);
    CHECK(told.holds("The programme has changed since the list was taken over:"));
    CHECK(told.holds("Accra does not speak any more"));
    CHECK(told.holds("Quito has 5:00, in the list 7:00"));
    REQUIRE(stage.leads("fill").status == 303);
    CHECK(stage.list() == std::vector<std::string>{"quito"});
    CHECK(seconds(stage) == Many{300});
    const auto after = stage.get(stage.console);
    CHECK_FALSE(after.holds("The programme has changed"));
    CHECK(after.holds("Accra was taken off the list, as in the programme"));
    CHECK(after.holds("Quito has 5:00 now, as in the programme"));
    stage.leads("open");
    CHECK(stage.list() == std::vector<std::string>{"quito"});
    // Who comes in again is in the list again.
    edits(stage, "accra-speaks", {{"cancelled", ""}});
    CHECK(stage.get(stage.console).holds("Accra has come in"));
    REQUIRE(stage.leads("fill").status == 303);
    CHECK(stage.list() == std::vector<std::string>{"quito", "accra"});
}

TEST_CASE("minutes that the chair gave stay, until the programme says others than it did")
{
    Delegations stage;
    stage.leads("open");
    REQUIRE(stage.post(stage.sitting + "/floor-rules", rules_form(stage, "alphabet")).status ==
            303);
    REQUIRE(stage.leads("allot").status == 303);
    CHECK_FALSE(stage.get(stage.console).holds("The programme has changed"));
    REQUIRE(stage.leads("fill").status == 303);
    CHECK(seconds(stage) == Many{300, 300});
    // Whom the chair took off the list stays off it.
    REQUIRE(stage.leads("withdraw " + stage.entry("accra")).status == 303);
    CHECK_FALSE(stage.get(stage.console).holds("Accra has come in"));
    REQUIRE(stage.leads("fill").status == 303);
    CHECK(stage.list() == std::vector<std::string>{"quito"});
}
