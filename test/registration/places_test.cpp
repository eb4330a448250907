// SPDX-License-Identifier: Apache-2.0
//
// Whoever is approved keeps the place while a correction is decided about, and reads before what a
// correction does.

#include "guests.hpp"

using namespace sala;

namespace {

void gives_places(Guests& stage, const std::string& category, const std::string& places)
{
    REQUIRE(stage
                .post("/lyon-2030/registration-rules/places",
                      {{"category", category}, {"places", places}})
                .status == 303);
}

const Fields of_press{{"category", "press"}};

}  // namespace

TEST_CASE("a corrected post is decided again, and nobody takes the place meanwhile")
{
    Guests stage;
    gives_places(stage, "press", "1");
    const auto ama = stage.approved("Ama Mensah", of_press);
    const auto yaw = stage.sends_in("Yaw Darko", of_press);
    CHECK(stage.get(accra + "/people/" + ama, {.who = kofi})
              .holds("is decided again, and the place is kept until then"));
    REQUIRE(stage.edits(ama, {{"post_en", "First Deputy"}}).status == 303);
    CHECK(stage.status_of(ama) == "submitted");
    CHECK(stage.decides(yaw, "approve").problem == "category-full");
    CHECK(stage.get("/lyon-2030/registrations").holds("1 keeps the place"));
    for (const auto& page : {stage.get(accra + "/people/" + ama, {.who = kofi}),
                             stage.get("/lyon-2030/registrations/" + ama)})
        CHECK(page.holds("The place is kept until it is decided again."));
    // Corrected once more, it is still hers; nobody else is foreseen.
    REQUIRE(stage.edits(ama, {{"name_en", "Ama Mensah-Osei"}}).status == 303);
    const auto seen = stage.get("/lyon-2030/decisions.json").json();
    for (const auto& one : seen["people"].items())
        CHECK(one["refused"].is_null() == (one["id"].string() == ama));
    CHECK(stage.decides(ama, "approve").status == 303);
    CHECK(stage.decides(yaw, "approve").problem == "category-full");
    CHECK_FALSE(stage.get("/lyon-2030/registrations").holds("keeps the place"));
}

TEST_CASE("the place is free once it was decided otherwise, or another category was asked for")
{
    Guests stage;
    gives_places(stage, "press", "1");
    gives_places(stage, "leaders", "0");
    const auto ama = stage.approved("Ama Mensah", of_press);
    const auto yaw = stage.sends_in("Yaw Darko", of_press);
    REQUIRE(stage.edits(ama, {{"post_en", "First Deputy"}}).status == 303);
    REQUIRE(stage.edits(ama, {{"category", "leaders"}}).status == 303);
    CHECK(stage.decides(ama, "approve").problem == "category-full");
    CHECK(stage.decides(yaw, "approve").status == 303);
    // Back in the first one there is no place any more.
    REQUIRE(stage.edits(ama, of_press).status == 303);
    CHECK(stage.decides(ama, "approve").problem == "category-full");
    REQUIRE(stage.edits(yaw, {{"post_en", "Editor"}}).status == 303);
    REQUIRE(stage.decides(yaw, "wait").status == 303);
    CHECK(stage.decides(ama, "approve").status == 303);
    CHECK(stage.decides(yaw, "approve").problem == "category-full");
}

TEST_CASE("the secretariat takes a place along into another category when there is one")
{
    Guests stage;
    gives_places(stage, "press", "1");
    gives_places(stage, "leaders", "0");
    const auto ama = stage.approved("Ama Mensah", of_press);
    REQUIRE(stage.edits(ama, {{"post_en", "First Deputy"}}).status == 303);
    CHECK(stage.edits(ama, {{"category", "leaders"}}, "").problem == "category-full");
    gives_places(stage, "leaders", "1");
    REQUIRE(stage.edits(ama, {{"category", "leaders"}}, "").status == 303);
    const auto yaw = stage.sends_in("Yaw Darko", {{"category", "leaders"}});
    CHECK(stage.decides(yaw, "approve").problem == "category-full");
    CHECK(stage.decides(ama, "approve").status == 303);
}
