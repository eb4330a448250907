// SPDX-License-Identifier: Apache-2.0
//
// A forum begins in the browser: blank, from the template, or after the last edition, from which
// comes what is there every year and nothing that was only true then.

#include "forum/rich_world.hpp"
#include "sheet/sheet.hpp"

#include <doctest/doctest.h>

using namespace sala;
using namespace sala::forum;

namespace {

Fields named(const std::string& slug, Fields more)
{
    for (const auto& field : Fields{{"slug", slug},
                                    {"title_en", "Lyon 2032"},
                                    {"date", "2032-05"},
                                    {"time_zone", "Europe/Paris"}})
        more.push_back(field);
    return more;
}

struct AfterLyon : Stage {
    AfterLyon() : Stage(Empty{})
    {
        REQUIRE(opens(rich_files()) == std::vector<std::string>{});
        REQUIRE(
            post("/forums/new", named("lyon-2032", {{"way", "pattern"}, {"pattern", "lyon-2030"}}))
                .status == 303);
    }
};

// How many rows each sheet of a forum has, those without any left out.
std::map<std::string, std::int64_t> rows_of(Stage& stage, const std::string& slug)
{
    std::map<std::string, std::int64_t> rows;
    const auto desk = stage.get("/" + slug + "/desk.json").json();
    for (const auto& sheet : sheet::all_sheets())
        if (const auto& number = desk["rows"][sheet.name];
            !number.is_null() && number.integer() > 0)
            rows[sheet.name] = number.integer();
    return rows;
}

}  // namespace

TEST_CASE("a blank forum has a name, a date and a clock, and no row in any sheet")
{
    Stage stage;
    REQUIRE(stage.post("/forums/new", named("lyon-2032", {{"way", "blank"}})).status == 303);
    CHECK(rows_of(stage, "lyon-2032").empty());
    const auto settings = stage.get("/lyon-2032/settings.json").json();
    CHECK(settings["date"].string() == "2032-05");
    CHECK(settings["time_zone"].string() == "Europe/Paris");
    CHECK(stage.get("/lyon-2032/editor").holds("No day yet"));
    CHECK(stage.post("/lyon-2032/releases", {{"name", "First"}}).problem == "no-days");
    CHECK(stage.get("/lyon-2032", the_public).status == 404);
    CHECK_FALSE(stage.get("/", the_public).holds("Lyon 2032"));
}

TEST_CASE("after the last edition: places, meetings, topics, questions and categories come along, "
          "people and their words do not")
{
    AfterLyon stage;
    CHECK(rows_of(stage, "lyon-2032") == std::map<std::string, std::int64_t>{{"countries", 3},
                                                                             {"cities", 3},
                                                                             {"networks", 1},
                                                                             {"bodies", 1},
                                                                             {"organisations", 1},
                                                                             {"editions", 1},
                                                                             {"venues", 1},
                                                                             {"rooms", 2},
                                                                             {"topics", 1},
                                                                             {"questions", 1},
                                                                             {"categories", 1}});
    const auto before = rows_of(stage, "lyon-2030");
    for (const auto* left :
         {"persons", "posts", "holders", "sources", "hosts", "days", "sittings", "interventions",
          "delegations", "delegates", "claims", "texts", "documents", "follow_ups"}) {
        CAPTURE(left);
        CHECK(before.count(left) == 1);  // there was something that could have come along
    }
}

TEST_CASE("after the last edition, the next one has the next number and neither theme, count nor "
          "source of the old one")
{
    AfterLyon stage;
    const auto edition = stage.get("/lyon-2032/sheets/editions/rivers-1.json").json();
    CHECK(edition["number"].integer() == 2);
    CHECK(edition["body"].string() == "forum-of-rivers");
    CHECK(edition["theme"].is_null());
    const auto category = stage.get("/lyon-2032/sheets/categories/mayors.json").json();
    CHECK(category["name"]["en"]["verbatim"].string() == "Mayors");
    CHECK(category["count"].is_null());
    CHECK(category["source"].is_null());
    const auto settings = stage.get("/lyon-2032/settings.json").json();
    CHECK(settings["city"].string() == "lyon");
    CHECK(settings["minutes"].integer() == 7);
    CHECK(settings["summary"].is_null());
    CHECK(settings["date"].string() == "2032-05");
    const auto old = stage.get("/lyon-2030/sheets/categories/mayors.json").json();
    CHECK(old["count"].integer() == 12);
    CHECK(stage.get("/lyon-2030", the_public).holds("Water for all"));
}

TEST_CASE(
    "after the last edition nothing is public until days are set and the programme is released")
{
    AfterLyon stage;
    CHECK(stage.get("/lyon-2032", the_public).status == 404);
    CHECK(stage.get("/search.json?q=2032", the_public).json()["hits"].items().empty());
    CHECK(stage.post("/lyon-2032/releases", {{"name", "First"}}).problem == "no-days");
    REQUIRE(stage.post("/lyon-2032/sheets/days/new", {{"key", "day-1"}, {"date", "2032-05-03"}})
                .status == 303);
    REQUIRE(stage.post("/lyon-2032/releases", {{"name", "First"}}).status == 303);
    CHECK(stage.get("/lyon-2032", the_public).status == 200);
    CHECK(stage.get("/lyon-2032/programme", the_public)
              .holds("Nothing is planned for this day yet."));
    CHECK(stage.get("/lyon-2032/releases.json", the_public).json()["releases"].items().size() == 1);
}

TEST_CASE("the template opens a draft as it is; a check opens nothing, and a forum that is there "
          "is not opened again")
{
    Stage stage;
    const auto template_book = stage.get("/about/templates.xlsx", the_public).body;
    const auto tried = stage.upload("/forums/new", "file", "template.xlsx", template_book,
                                    {{"way", "file"}, {"what", "check"}});
    CHECK(tried.status == 200);
    CHECK_FALSE(tried.json()["kept"].boolean());
    CHECK(stage.count("SELECT COUNT(*) FROM forum") == 1);
    const auto opened =
        stage.upload("/forums/new", "file", "template.xlsx", template_book, {{"way", "file"}});
    CHECK(opened.json()["kept"].boolean());
    CHECK(stage.count("SELECT COUNT(*) FROM forum") == 2);
    CHECK(stage.get("/" + opened.json()["forum"].string(), the_public).status == 404);
    const auto own = stage.get("/lyon-2030/workbook.xlsx").body;
    CHECK(stage.upload("/forums/new", "file", "lyon-2030.xlsx", own, {{"way", "file"}}).problem ==
          "slug-taken");
    CHECK(stage.count("SELECT COUNT(*) FROM forum") == 2);
}

TEST_CASE("only the secretariat opens forums")
{
    Stage stage;
    CHECK(stage
              .post("/forums/new", named("x-2032", {{"way", "blank"}}),
                    {.as = As::anyone, .accept = "application/json"})
              .status == 401);
    CHECK(stage
              .post("/forums/new", named("x-2032", {{"way", "blank"}}),
                    {.accept = "application/json", .csrf = false})
              .status == 403);
    CHECK(stage.count("SELECT COUNT(*) FROM forum") == 1);
}
