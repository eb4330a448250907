// SPDX-License-Identifier: Apache-2.0
//
// Who stands at the door and is on no list, with a delegation and without one.

#include "door/doors.hpp"

using namespace sala;

TEST_CASE("a walk-in is sent in for the secretariat to decide; the door alone lets nobody in")
{
    Doors stage;
    const Fields walk_in{{"name", "Efua Late"}, {"delegation", "accra"}, {"category", "press"}};
    CHECK(stage.post("/lyon-2030/door/walk-in", walk_in, by(kofi)).status == 403);
    CHECK(
        stage.post("/lyon-2030/door/walk-in", {{"name", "Efua"}, {"delegation", "porto"}}, by(esi))
            .problem == "not-a-choice");
    REQUIRE(stage.post("/lyon-2030/door/walk-in", walk_in, by(esi)).status == 303);
    const auto list = stage.get("/lyon-2030/registrations.json?status=submitted").json();
    REQUIRE(list["people"].items().size() == 1);
    const auto number = list["people"].items()[0]["id"].string();
    CHECK(
        stage
            .post("/lyon-2030/door", {{"scan", "a"}, {"person", number}, {"door", "Main"}}, by(esi))
            .problem == "not-approved");
    REQUIRE(stage.decides(number, "approve").status == 303);
    CHECK(
        stage
            .post("/lyon-2030/door", {{"scan", "b"}, {"person", number}, {"door", "Main"}}, by(esi))
            .status == 200);
    CHECK(stage.count("SELECT COUNT(*) FROM act WHERE verb = 'note_walk_in' AND for_whom LIKE "
                      "'delegation/%'") == 1);
}

TEST_CASE(
    "who belongs to no delegation is noted all the same, with what they do and in either script")
{
    Doors stage;
    const std::string walk_in = "/lyon-2030/door/walk-in";
    CHECK(stage.post(walk_in, {{"name", "Efua Late"}}, by(esi)).problem == "required");
    CHECK(stage.post(walk_in, {{"name", "Efua Late"}, {"delegation", "-"}}, by(esi)).problem ==
          "category-or-organisation");
    const auto nameless =
        stage.post(walk_in, {{"delegation", "-"}, {"category", "press"}}, by(esi));
    CHECK(nameless.problem == "required");
    REQUIRE(nameless.json()["fields"].items().size() == 1);
    CHECK(nameless.json()["fields"].items()[0]["field"].string() == "name");
    CHECK(stage.get("/lyon-2030/registrations.json").json()["people"].items().empty());
    REQUIRE(stage
                .post(walk_in,
                      {{"name_th", "สมชาย ใจดี"},
                       {"delegation", "-"},
                       {"category", "press"},
                       {"role", "press"},
                       {"organisation", "The Daily"}},
                      by(esi))
                .status == 303);
    const auto noted = stage.get("/lyon-2030/registrations.json?status=submitted").json();
    REQUIRE(noted["people"].items().size() == 1);
    CHECK(noted["people"].items()[0]["delegation"] == Json());
    const auto number = noted["people"].items()[0]["id"].string();
    const auto said = stage.get("/lyon-2030/registrations/" + number + ".json").json();
    CHECK(said["name_th"].string() == "สมชาย ใจดี");
    CHECK(said["role"].string() == "press");
    REQUIRE(stage.decides(number, "approve").status == 303);
    stage.prints();
    CHECK(stage.scans(stage.badge_of(number).token, "a").json()["verdict"].string() == "in");
    const auto list = stage.get("/lyon-2030/door/list.json", {.who = esi}).json();
    CHECK(list["people"].items()[0]["delegation"].string() == "The Daily");
    CHECK(stage.count("SELECT COUNT(*) FROM act WHERE for_whom = 'delegation/0'") == 0);
    for (const auto* page : {"registrations", "badges", "decisions", "participants", "seats",
                             "lists", "duplicates", "invitations"})
        CHECK(stage.get(std::string("/lyon-2030/") + page).status == 200);
    CHECK(stage.get("/lyon-2030/registrations/" + number).holds("สมชาย ใจดี"));
    CHECK(stage.get("/lyon-2030/registrations").holds("without a delegation"));
}
