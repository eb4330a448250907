// SPDX-License-Identifier: Apache-2.0
//
// Inscription and list say the same: whoever is absent is named as said meanwhile, whoever leaves
// the list is not inscribed any more, and may inscribe anew.

#include "delegations.hpp"

using namespace sala;

TEST_CASE("whoever is named while the delegation is absent speaks when it is back")
{
    Delegations stage;
    REQUIRE(stage.inscribes(kofi).status == 303);
    stage.leads("open");
    const auto entry = stage.entry("accra");
    REQUIRE(stage.leads("pass " + entry).status == 303);
    // The head does not come: another level, and nobody named yet.
    REQUIRE(stage.inscribes(kofi, {{"level", "deputy"}}).status == 303);
    REQUIRE(stage.leads("restore " + entry + " 1").status == 303);
    CHECK(stage.floor()["list"].items().at(0)["delegation"].string() == "accra");
    CHECK(stage.floor()["list"].items().at(0)["person"].is_null());
    REQUIRE(stage.leads("give").status == 303);
    CHECK_FALSE(stage.get(stage.sitting + "/screen").holds("Ama Mensah"));
}

TEST_CASE("a delegation that withdraws while it is absent is absent no more")
{
    Delegations stage;
    REQUIRE(stage.inscribes(kofi).status == 303);
    stage.leads("open");
    REQUIRE(stage.leads("pass " + stage.entry("accra")).status == 303);
    REQUIRE(stage.inscribes(kofi, {{"withdraw", "yes"}}).status == 303);
    CHECK(stage.floor()["absent"].items().empty());
}

TEST_CASE("whoever leaves the list on the phone is not inscribed any more, and may inscribe anew")
{
    Delegations stage;
    REQUIRE(stage.inscribes(kofi, {{"topic", "Wells"}}).status == 303);
    const auto place = stage.sitting + "/place";
    CHECK(stage.get(place, {.who = kofi.who}).holds("Whoever leaves the list is not inscribed"));
    REQUIRE(stage.post(place + "/withdrawal", {{"withdraw", stage.entry("accra")}}, kofi).status ==
            303);
    CHECK(stage.list().empty());
    CHECK(stage.inscription_of(kofi)["number"].is_null());
    CHECK_FALSE(
        stage.get(stage.sitting + "/inscription", {.who = kofi.who}).holds("You are inscribed"));
    REQUIRE(stage.inscribes(kofi, {{"topic", "Wells"}}).status == 303);
    CHECK(stage.list() == std::vector<std::string>{"accra"});
    CHECK(stage.inscription_of(kofi)["number"].integer() == 1);
}

TEST_CASE("who asked beside the list, or rehearses, stays inscribed")
{
    Delegations stage;
    REQUIRE(stage.inscribes(kofi).status == 303);
    stage.leads("open");
    REQUIRE(stage.post(stage.sitting + "/place", {{"kind", "order"}}, kofi).status == 303);
    const auto asks = stage.floor()["requests"].items().at(0)["entry"].string();
    REQUIRE(stage.post(stage.sitting + "/place/withdrawal", {{"withdraw", asks}}, kofi).status ==
            303);
    CHECK(stage.inscription_of(kofi)["number"].integer() == 1);

    Delegations other;
    REQUIRE(other.inscribes(kofi).status == 303);
    REQUIRE(other
                .post(other.sitting + "/rehearsal",
                      {{"step", "begin"}, {"version", std::to_string(other.version())}})
                .status == 303);
    REQUIRE(
        other.post(other.sitting + "/place/withdrawal", {{"withdraw", other.entry("accra")}}, kofi)
            .status == 303);
    CHECK(other.list().empty());
    CHECK(other.inscription_of(kofi)["number"].integer() == 1);
}

TEST_CASE("whom the chair took off the list reads it where they are inscribed")
{
    Delegations stage;
    REQUIRE(stage.inscribes(kofi).status == 303);
    const auto told = [&] {
        return stage.get(stage.sitting + "/inscription", {.who = kofi.who})
            .holds("The delegation is not in the list any more.");
    };
    CHECK_FALSE(told());
    REQUIRE(stage.leads("withdraw " + stage.entry("accra")).status == 303);
    CHECK(told());
    // What was handed in stays, and saving a change of it does not undo what the chair did.
    REQUIRE(stage.inscribes(kofi, {{"topic", "Wells"}}).status == 303);
    CHECK(stage.list().empty());
    CHECK(told());
}
