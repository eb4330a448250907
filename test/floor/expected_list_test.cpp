// SPDX-License-Identifier: Apache-2.0
//
// Before a sitting is opened its list is the one that opening would make: whoever is inscribed
// reads their number among those whom the programme names, and no time that nobody knows.

#include "delegations.hpp"

using namespace sala;

namespace {

using Keys = std::vector<std::string>;

Json spoken_of(Stage& stage, const std::string& page)
{
    return stage.get("/lyon-2030/sittings/statements" + page + ".json").json()["list"];
}

}  // namespace

TEST_CASE("one inscription stands among those of the programme, on every list, as opening puts it")
{
    Delegations stage;
    REQUIRE(stage.inscribes(kofi).status == 303);
    for (const auto* page : {"/chair", "/floor", "/screen", "/texts"})
        CHECK(stage.shown_list(page) == Keys{"quito", "accra"});
    CHECK(stage.list() == Keys{"accra"});
    const auto phone = stage.get(stage.sitting + "/place", {.who = kofi.who});
    CHECK(phone.holds(">You are number 2 in the list.</p>"));
    CHECK_FALSE(phone.holds(">You are next"));
    CHECK(stage.get(stage.sitting + "/place", {.who = luz.who})
              .holds(">You are the first in the list.</p>"));
    const auto wall = stage.get(stage.sitting + "/screen");
    CHECK(wall.holds("<small>Next</small> Quito</p>"));
    CHECK(wall.holds("2 left on the list"));
    const auto order = stage.get(stage.sitting + "/order.json").json()["list"];
    REQUIRE(order.items().size() == 2);
    CHECK(order.items()[0]["entry"].is_null());
    CHECK(order.items()[1]["reason"].string() == "Ghana after Ecuador in the English alphabet");
    // It is shown and no act; and it is what opening does.
    CHECK(stage.count("SELECT COUNT(*) FROM floor_act") == 1);
    const auto before = spoken_of(stage, "/floor");
    stage.leads("open");
    CHECK(stage.list() == Keys{"quito", "accra"});
    const auto after = spoken_of(stage, "/floor");
    for (std::size_t i = 0; i < 2; ++i)
        CHECK(before.items()[i]["person"].write() == after.items()[i]["person"].write());
}

TEST_CASE("the chair places nobody in a list that is not whole yet, and takes it over to do so")
{
    Delegations stage;
    REQUIRE(stage.inscribes(kofi).status == 303);
    const auto console = stage.get(stage.console);
    CHECK(
        console.holds("Whom the programme names comes into the list when the sitting is opened."));
    CHECK_FALSE(console.holds("one place up"));
    CHECK(console.holds("Accra does not speak"));
    CHECK_FALSE(console.holds("Quito does not speak"));
    REQUIRE(stage.leads("fill").status == 303);
    const auto filled = stage.get(stage.console);
    CHECK(filled.holds("Accra: one place up"));
    CHECK(filled.holds("Quito does not speak"));
    CHECK_FALSE(filled.holds("Whom the programme names comes into the list"));
    CHECK(stage.list() == Keys{"quito", "accra"});
}

TEST_CASE("a speech or a speaker that is in no release is in no list of those who read the release")
{
    auto files = lyon_files();
    files["delegations.csv"] += "lyon,lyon,Lyon\n";
    Plenary stage{files};
    const auto added =
        stage.post("/lyon-2030/sheets/interventions/new", {{"key", "lyon-speaks"},
                                                           {"sitting", "statements"},
                                                           {"number", "3"},
                                                           {"delegation", "lyon"},
                                                           {"act", "statement"},
                                                           {"minutes", "7"},
                                                           {"certainty", "planned"},
                                                           {"clock", "illustrative"}});
    CAPTURE(added.body);
    REQUIRE(added.status == 303);
    REQUIRE(stage
                .post("/lyon-2030/sheets/interventions/accra-speaks",
                      {{"version", "1"}, {"person", "luz-torres"}})
                .status == 303);
    CHECK(stage.shown_list("/chair").size() == 3);
    const auto shown = stage.get(stage.sitting + "/floor.json", {.as = As::anyone}).json()["list"];
    REQUIRE(shown.items().size() == 2);
    CHECK(shown.items()[1]["delegation"].string() == "accra");
    CHECK(shown.items()[1]["person"].is_null());
    const auto page = stage.get(stage.sitting + "/floor", {.as = As::anyone});
    CHECK(page.holds("Quito"));
    CHECK_FALSE(page.holds("Lyon</b>"));
}
