// SPDX-License-Identifier: Apache-2.0
//
// The forum's own row: what it was, and how the last change of it is taken back.

#include "stage.hpp"

#include <doctest/doctest.h>

using namespace sala;

TEST_CASE(
    "the settings have a history, and the last change of them is taken back; the opening is not")
{
    Stage stage;
    const auto title = [&] {
        return stage.get("/lyon-2030/settings.json").json()["title"]["en"]["verbatim"].string();
    };
    const auto last = [&] {
        return stage.get("/lyon-2030/settings/undo.json").json()["revision"].string();
    };
    const auto opened = last();
    CHECK_FALSE(stage.get("/lyon-2030/settings/history").holds("/lyon-2030/settings/undo"));
    CHECK_FALSE(stage.get("/lyon-2030/settings/undo").holds("name=\"revision\""));
    CHECK(stage.post("/lyon-2030/settings/undo", {{"revision", opened}}).problem ==
          "nothing-before");
    CHECK(title() == "Lyon 2030");

    const auto version = stage.get("/lyon-2030/settings.json").json()["version"].string();
    const auto entries = [&] {
        return stage.get("/lyon-2030/settings/history.json").json()["revisions"].items();
    };
    const auto before = entries().size();
    REQUIRE(stage.post("/lyon-2030/settings", {{"version", version}, {"title_en", "Lyon again"}})
                .status == 303);
    CHECK(stage.get("/lyon-2030/settings").holds("href=\"/lyon-2030/settings/history\""));
    const auto page = stage.get("/lyon-2030/settings/history");
    CHECK(page.holds("Lyon again"));
    CHECK(page.holds("href=\"/lyon-2030/settings/undo\""));
    CHECK(stage.post("/lyon-2030/settings/undo", {{"revision", opened}}).problem ==
          "row-changed-meanwhile");
    CHECK(title() == "Lyon again");
    stage.told();
    const auto reply = stage.post("/lyon-2030/settings/undo", {{"revision", last()}});
    CHECK(reply.status == 303);
    CHECK(reply.location == "/lyon-2030/settings/history");
    CHECK(stage.told() == std::vector<std::string>{"forum:lyon-2030"});
    CHECK(title() == "Lyon 2030");
    CHECK(stage.get("/lyon-2030/search.json?q=again").json()["hits"].items().empty());
    REQUIRE(entries().size() == before + 2);
    CHECK(entries()[0]["origin"].string() == "undo");
    CHECK(entries()[1]["origin"].string() == "edit");
    CHECK(stage.count("SELECT COUNT(*) FROM forum") == 1);
}
