// SPDX-License-Identifier: Apache-2.0
//
// Which rows a forum may touch: its own, those of the directory that it lists, and itself.

#include "stage.hpp"

#include <doctest/doctest.h>

using namespace sala;

TEST_CASE("a directory row leaves the forum's list only, and can be taken over by another forum")
{
    Stage stage;
    REQUIRE(
        stage
            .post("/lyon-2030/sheets/cities/new",
                  {{"key", "dakar"}, {"country", "gh"}, {"kind", "capital"}, {"name_en", "Dakar"}})
            .status == 303);
    REQUIRE(stage.post("/lyon-2030/sheets/cities/dakar/remove", {{"version", "1"}}).status == 303);
    CHECK(stage.get("/lyon-2030/sheets/cities/dakar").status == 404);
    CHECK(stage.count("SELECT COUNT(*) FROM city WHERE key = 'dakar'") == 1);
    CHECK(stage.get("/lyon-2030/sheets/cities/new").holds("<option value=\"dakar\">"));
    CHECK(
        stage
            .post("/lyon-2030/sheets/cities/new",
                  {{"key", "dakar"}, {"country", "gh"}, {"kind", "capital"}, {"name_en", "Dakar"}})
            .problem == "key-on-server");
    CHECK(stage.post("/lyon-2030/sheets/cities/new", {{"take", "dakar"}}).status == 303);
    CHECK(stage.get("/lyon-2030/sheets/cities/dakar").status == 200);
}

TEST_CASE("rows of another forum are missing")
{
    Stage stage;
    auto files = lyon_files();
    files["forum.toml"] = "slug = \"porto-2031\"\ntitle_en = \"Porto 2031\"\ndate = "
                          "\"2031\"\ntime_zone = \"Europe/Lisbon\"\n";
    files["rooms.csv"] += "quercus,hall,10,Quercus\n";
    REQUIRE(stage.opens(files).empty());
    CHECK(stage.get("/porto-2031/sheets/rooms/quercus").status == 200);
    CHECK(stage.get("/lyon-2030/sheets/rooms/quercus").status == 404);
    CHECK(stage.get("/lyon-2030/sheets/rooms/quercus/history").status == 404);
    CHECK(stage.post("/lyon-2030/sheets/rooms/quercus", {{"version", "1"}, {"capacity", "1"}})
              .status == 404);
    CHECK(stage.post("/lyon-2030/sheets/rooms/quercus/remove", {{"version", "1"}}).status == 404);
    CHECK(stage.count("SELECT capacity FROM room WHERE key = 'quercus'") == 10);
}

TEST_CASE("settings change the forum and never its address")
{
    Stage stage;
    CHECK(stage.post("/lyon-2030/settings", {{"version", "1"}, {"time_zone", "Mars/Olympus"}})
              .problem == "no-such-zone");
    const auto version = stage.get("/lyon-2030/settings.json").json()["version"].string();
    CHECK(stage
              .post("/lyon-2030/settings",
                    {{"version", version}, {"key", "elsewhere"}, {"title_en", "Lyon, May 2030"}})
              .status == 303);
    const auto row = stage.get("/lyon-2030/settings.json").json();
    CHECK(row["key"].string() == "lyon-2030");
    CHECK(row["title"]["en"]["verbatim"].string() == "Lyon, May 2030");
    CHECK(stage.get("/lyon-2030/sheets/forum").status == 404);
}
