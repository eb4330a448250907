// SPDX-License-Identifier: Apache-2.0
//
// A category stays while somebody is in it, and nobody loses theirs by a harmless edit.

#include "guests.hpp"

using namespace sala;

namespace {

const std::string row = "/lyon-2030/sheets/categories/press";

Shown takes_away(Guests& stage)
{
    const auto version = stage.get(row + ".json").json()["version"];
    return stage.post(row + "/remove", {{"version", version.string()}});
}

}  // namespace

TEST_CASE("a category that people, questions or roles need is not taken away")
{
    Guests stage;
    const auto ama = stage.approved("Ama Mensah", {{"category", "press"}});
    const auto refused = takes_away(stage);
    CHECK(refused.problem == "category-in-use");
    CHECK(refused.holds("People registered in it: 1, questions asked of it: 0"));
    CHECK(stage.get(row + "/remove").holds("People registered in it: 1"));
    CHECK_FALSE(stage.get(row + "/remove").holds("Take this row away</button>"));
    CHECK(stage.get(row + ".json").status == 200);
    REQUIRE(stage.edits(ama, {{"category", "leaders"}}, "").status == 303);
    CHECK(stage.get(row + "/remove").holds("Take this row away</button>"));
    stage.gives("esi@lyon.example", "door", "category=press");
    CHECK(takes_away(stage).problem == "category-in-use");
    CHECK(stage.status_of(ama) == "approved");
}

TEST_CASE("a category that is gone is shown and kept until somebody chooses another one")
{
    Guests stage;
    const auto ama = stage.approved("Ama Mensah", {{"category", "press"}});
    // As it was left behind before categories were held.
    stage.store().write([](store::Session& session) {
        session.run("DELETE FROM category WHERE key = 'press'");
        return true;
    });
    const auto page = stage.get(accra + "/people/" + ama, {.who = kofi});
    CHECK(page.holds("value=\"press\" selected>press, no category any more"));
    CHECK(stage.edits(ama, {{"diet", "halal"}}).status == 303);
    CHECK(stage.status_of(ama) == "approved");
    CHECK(
        stage.get(accra + "/people/" + ama + ".json", {.who = kofi}).json()["category"].string() ==
        "press");
    CHECK(stage.edits(ama, {{"category", "embassies"}}).problem == "not-a-choice");
    CHECK(stage.edits(ama, {{"category", "leaders"}}).status == 303);
    CHECK(stage.edits(ama, {{"category", "press"}}).problem == "not-a-choice");
}
