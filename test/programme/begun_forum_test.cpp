// SPDX-License-Identifier: Apache-2.0
//
// What a forum is that has just begun: from the template it is whole, and without a day it is not
// for the public yet.

#include "programme/forum_template.hpp"
#include "stage.hpp"

#include <doctest/doctest.h>

using namespace sala;

namespace {

const Sent as_page{.accept = "text/html"};

// "sittings/opening": what a new forum's template brings.
std::vector<std::string> rows_of(Stage& stage, const std::string& forum)
{
    std::vector<std::string> rows;
    stage.store().read([&](store::Session& session) {
        for (const std::string table : {"category", "day", "sitting"})
            for (const auto& [key] :
                 session.select<std::string>("SELECT t.key FROM " + table +
                                                 " t JOIN forum f ON f.id = t.forum WHERE f.key = "
                                                 ":forum ORDER BY t.key",
                                             forum))
                rows.push_back((table == "category" ? "categories/" : table + "s/") + key);
    });
    return rows;
}

}  // namespace

TEST_CASE("a forum from the template goes out and comes in as it is, and each of its rows is saved")
{
    Stage stage;
    REQUIRE(stage
                .post("/forums/new", {{"way", "template"},
                                      {"slug", "porto-2031"},
                                      {"title_en", "Porto"},
                                      {"date", "2031-05-06/2031-05-07"},
                                      {"time_zone", "Europe/Lisbon"}})
                .status == 303);
    const auto book = stage.get("/porto-2031/workbook.xlsx").body;
    const auto came = stage
                          .upload("/porto-2031/import", "file", "porto-2031.xlsx", book,
                                  {{"draft", "yes"}, {"prune", "yes"}})
                          .json();
    CHECK(came["problems"].items().empty());
    CHECK(came["added"].items().empty());
    CHECK(came["changed"].items().empty());
    CHECK(came["missing"].items().empty());
    const auto rows = rows_of(stage, "porto-2031");
    CHECK(rows.size() == 9 + 2 + 11);
    for (const auto& row : rows) {
        CAPTURE(row);
        CHECK(stage.post("/porto-2031/sheets/" + row, {{"version", "1"}}).status == 303);
    }
    CHECK(stage.get("/porto-2031/sheets/sittings/opening.json").json()["clock"].string() ==
          "illustrative");
}

TEST_CASE("a forum that an earlier version began from the template is completed, and says so")
{
    Stage stage;
    const auto clocks = [&](const char* clock) {
        return stage.count(std::string("SELECT COUNT(*) FROM sitting WHERE clock = '") + clock +
                           "'");
    };
    stage.store().write([&](store::Session& session) {
        session.run("UPDATE sitting SET clock = '' WHERE key = 'opening'");
        session.run("UPDATE sitting SET clock = '', start = '' WHERE key = 'statements'");
        CHECK(programme::sittings_lack_clocks(session));
        programme::complete_clocks(session, stage.now(), stage.numbering());
        CHECK_FALSE(programme::sittings_lack_clocks(session));
        return true;
    });
    CHECK(clocks("") == 0);
    CHECK(stage.get("/lyon-2030/sheets/sittings/opening.json").json()["clock"].string() ==
          "illustrative");
    CHECK(stage.get("/lyon-2030/sheets/sittings/statements.json").json()["clock"].string() ==
          "unknown");
    CHECK(stage.get("/lyon-2030/sheets/sittings/opening/history.json")
              .json()["revisions"]
              .items()
              .size() == 2);
}

TEST_CASE("a forum without a day stays a draft, by a file as by the button")
{
    Stage stage;
    const std::string settings = "slug = \"porto-2031\"\ntitle_en = \"Porto\"\ndate = \"2031\"\n"
                                 "time_zone = \"Europe/Lisbon\"\n";
    const auto page =
        stage.upload("/forums/new", "file", "forum.toml", settings, {{"way", "file"}}, as_page);
    CHECK(page.status == 200);
    CHECK(page.holds("The forum stays a draft: its programme has no day yet."));
    CHECK(stage.post("/porto-2031/releases", {{"name", "First"}}).problem == "no-days");
    CHECK(stage.get("/porto-2031", {.as = As::anyone}).status == 404);
    CHECK(stage.count("SELECT COUNT(*) FROM release") == 1);
    const auto came =
        stage.upload("/porto-2031/import", "file", "days.csv", "key,date\nday-1,2031-05-06\n", {});
    CHECK(came.json()["released"].boolean());
    CHECK(stage.get("/porto-2031", {.as = As::anyone}).status == 200);
}
