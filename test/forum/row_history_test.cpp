// SPDX-License-Identifier: Apache-2.0
//
// What a row was: shown, taken back and brought back, and what was typed about one that is gone.

#include "stage.hpp"

#include <doctest/doctest.h>

using namespace sala;

TEST_CASE("a row that was taken away is the same row when it is brought back")
{
    Stage stage;
    const auto before = stage.get("/lyon-2030/sheets/rooms/acer.json").json();
    CHECK(stage.get("/lyon-2030/sheets/rooms/acer/remove").holds("data-kind=\"end\""));
    REQUIRE(stage.post("/lyon-2030/sheets/rooms/acer/remove", {{"version", "1"}}).status == 303);
    CHECK(stage.get("/lyon-2030/sheets/rooms/acer").status == 404);
    CHECK(stage.get("/lyon-2030/sheets/rooms").holds("/lyon-2030/sheets/rooms/acer/history"));
    CHECK(stage.get("/lyon-2030/sheets/rooms/acer/history").holds("This row has been taken away."));

    const auto last =
        stage.get("/lyon-2030/sheets/rooms/acer/undo.json").json()["revision"].string();
    REQUIRE(stage.post("/lyon-2030/sheets/rooms/acer/undo", {{"revision", last}}).status == 303);
    const auto after = stage.get("/lyon-2030/sheets/rooms/acer.json").json();
    CHECK(after["id"] == before["id"]);
    CHECK(after["name"] == before["name"]);
    CHECK(after["venue"].string() == "hall");
}

TEST_CASE("history says what changed, and undo takes the last change back once")
{
    Stage stage;
    REQUIRE(
        stage.post("/lyon-2030/sheets/rooms/acer", {{"version", "1"}, {"capacity", "90"}}).status ==
        303);
    const auto page = stage.get("/lyon-2030/sheets/rooms/acer/history");
    CHECK(page.holds("<td data-th=\"Before\">80</td><td data-th=\"After\">90</td>"));
    const auto last =
        stage.get("/lyon-2030/sheets/rooms/acer/undo.json").json()["revision"].string();
    CHECK(stage.post("/lyon-2030/sheets/rooms/acer/undo", {{"revision", last}}).status == 303);
    CHECK(stage.get("/lyon-2030/sheets/rooms/acer.json").json()["capacity"].integer() == 80);
    CHECK(stage.post("/lyon-2030/sheets/rooms/acer/undo", {{"revision", last}}).problem ==
          "row-changed-meanwhile");
    const auto history =
        stage.get("/lyon-2030/sheets/rooms/acer/history.json").json()["revisions"].items();
    REQUIRE(history.size() == 3);
    CHECK(history[0]["origin"].string() == "undo");
    CHECK(history[1]["origin"].string() == "edit");
    CHECK(history[2]["origin"].string() == "import");
}

TEST_CASE("any earlier state of the history can come back, over several changes at once")
{
    Stage stage;
    const std::string acer = "/lyon-2030/sheets/rooms/acer";
    for (const auto* capacity : {"90", "100"}) {
        const auto version = stage.get(acer + ".json").json()["version"].string();
        REQUIRE(stage.post(acer, {{"version", version}, {"capacity", capacity}}).status == 303);
    }
    const auto history = stage.get(acer + "/history.json").json()["revisions"].items();
    REQUIRE(history.size() == 3);
    const auto newest = history[0]["id"].string(), first = history[2]["id"].string();
    const auto page = stage.get(acer + "/history");
    CHECK(page.holds("/undo?to=" + first + "\""));
    CHECK_FALSE(page.holds("/undo?to=" + newest + "\""));
    CHECK(stage.get(acer + "/undo?to=" + first)
              .holds("<td data-th=\"Before\">100</td><td data-th=\"After\">80</td>"));
    CHECK(stage.post(acer + "/undo", {{"revision", newest}, {"to", newest}}).problem ==
          "is-so-already");
    REQUIRE(stage.post(acer + "/undo", {{"revision", newest}, {"to", first}}).status == 303);
    CHECK(stage.get(acer + ".json").json()["capacity"].integer() == 80);
    CHECK(stage.get(acer + "/history.json").json()["revisions"].items().size() == 4);
}

TEST_CASE(
    "a key that a new row has after another keeps the history of both, and any of it comes back")
{
    Stage stage;
    const std::string acer = "/lyon-2030/sheets/rooms/acer";
    const auto adds = [&](const std::string& capacity) {
        return stage
            .post(
                "/lyon-2030/sheets/rooms/new",
                {{"key", "acer"}, {"venue", "hall"}, {"name_en", "Maple"}, {"capacity", capacity}})
            .status;
    };
    for (const auto* capacity : {"10", "20"}) {
        const auto version = stage.get(acer + ".json").json()["version"].string();
        REQUIRE(stage.post(acer + "/remove", {{"version", version}}).status == 303);
        CHECK(stage.get("/lyon-2030/sheets/rooms").holds(acer + "/history"));
        REQUIRE(adds(capacity) == 303);
        // Its row is there again: the sheet offers nothing to bring back.
        CHECK_FALSE(stage.get("/lyon-2030/sheets/rooms").holds(acer + "/history"));
    }
    const auto history = stage.get(acer + "/history.json").json()["revisions"].items();
    REQUIRE(history.size() == 5);
    CHECK(history[0]["was"].is_null());
    CHECK(history[1]["became"].is_null());
    CHECK(history[1]["was"]["capacity"].integer() == 10);
    CHECK(history[4]["became"]["capacity"].integer() == 80);

    const auto newest = history[0]["id"].string(), first = history[4]["id"].string();
    CHECK(stage.get(acer + "/history").holds("/undo?to=" + first + "\""));
    REQUIRE(stage.post(acer + "/undo", {{"revision", newest}, {"to", first}}).status == 303);
    CHECK(stage.get(acer + ".json").json()["capacity"].integer() == 80);
    CHECK(stage.get(acer + ".json").json()["name"]["en"]["verbatim"].string() == "Acer");
    // The history of another row is another one.
    CHECK(stage.get("/lyon-2030/sheets/rooms/tilia/history.json")
              .json()["revisions"]
              .items()
              .size() == 1);
}

TEST_CASE("what was typed about a row that somebody took away meanwhile is shown again")
{
    Stage stage;
    REQUIRE(stage.post("/lyon-2030/sheets/rooms/acer/remove", {{"version", "1"}}).status == 303);
    const auto reply = stage.post("/lyon-2030/sheets/rooms/acer",
                                  {{"version", "1"}, {"note_en", "Bring the long table"}},
                                  Sent{.accept = "text/html"});
    CHECK(reply.status == 404);
    CHECK(reply.holds("Bring the long table</textarea>"));
    CHECK(reply.holds("There is no such row in this sheet."));
    CHECK(reply.holds("href=\"/lyon-2030/sheets/rooms\">Go back"));
}
