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
    const auto edition = stage.get("/lyon-2032/sheets/editions/forum-of-rivers-2032.json").json();
    CHECK(edition["number"].integer() == 2);
    CHECK(edition["body"].string() == "forum-of-rivers");
    CHECK(edition["theme"].is_null());
    CHECK(edition["name"]["en"]["verbatim"].string() == "Forum of Rivers");
    CHECK(stage.get("/lyon-2032/sheets/editions/rivers-1.json").status == 404);
    CHECK(stage.get("/lyon-2032/sheets/topics/floods.json").json()["edition"].string() ==
          "forum-of-rivers-2032");
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

TEST_CASE("after the last edition no note comes along, and a correction is simply what is said")
{
    Stage stage;
    auto files = rich_files();
    files["forum.toml"].replace(files["forum.toml"].find("lyon-2030"), 9, "nice-2029");
    files["editions.csv"] =
        "key,body,number,name_en,note_en\nrivers-1,forum-of-rivers,1,1st Forum of Rivers,"
        "This was the first time.\n";
    files["topics.csv"] =
        "key,edition,number,title_en,title_en_corrected,note_en\n"
        "floods,rivers-1,1,Living with flods,Living with floods,Misprinted in the programme.\n";
    REQUIRE(stage.opens(files) == std::vector<std::string>{});
    REQUIRE(
        stage
            .post("/forums/new", named("lyon-2032", {{"way", "pattern"}, {"pattern", "nice-2029"}}))
            .status == 303);
    const auto topic = stage.get("/lyon-2032/sheets/topics/floods.json").json();
    CHECK(topic["title"]["en"]["verbatim"].string() == "Living with floods");
    CHECK(topic["title"]["en"]["corrected"].string().empty());
    CHECK(topic["note"].is_null());
    CHECK(
        stage.get("/lyon-2032/sheets/editions/forum-of-rivers-2032.json").json()["note"].is_null());
    const auto old = stage.get("/nice-2029/sheets/topics/floods.json").json();
    CHECK(old["title"]["en"]["verbatim"].string() == "Living with flods");
    CHECK(old["note"]["en"]["verbatim"].string() == "Misprinted in the programme.");
}

TEST_CASE("the filled template opens a draft as it is; a check opens nothing, and a forum that is "
          "there is not opened again")
{
    Stage stage;
    const auto template_book = stage.get("/about/templates.xlsx?rows=example", the_public).body;
    const auto tried = stage.upload("/forums/new", "file", "template.xlsx", template_book,
                                    {{"way", "file"}, {"what", "check"}});
    CHECK(tried.status == 200);
    CHECK_FALSE(tried.json()["kept"].boolean());
    CHECK(stage.count("SELECT COUNT(*) FROM forum") == 1);
    const auto opened = stage.upload("/forums/new", "file", "template.xlsx", template_book,
                                     {{"way", "file"}, {"draft", "yes"}});
    CHECK(opened.json()["kept"].boolean());
    CHECK(opened.json()["forum"].string() == "example-2030");
    CHECK(stage.count("SELECT COUNT(*) FROM forum") == 2);
    CHECK(stage.get("/example-2030", the_public).status == 404);
    CHECK(stage.get("/example-2030/desk.json").json()["conflicts"].items().empty());
    REQUIRE(stage.post("/example-2030/releases", {{"name", "First"}}).status == 303);
    CHECK(stage.get("/example-2030/programme", the_public).holds("Cities take the floor"));
    const auto own = stage.get("/lyon-2030/workbook.xlsx").body;
    CHECK(stage.upload("/forums/new", "file", "lyon-2030.xlsx", own, {{"way", "file"}}).problem ==
          "slug-taken");
    CHECK(stage.count("SELECT COUNT(*) FROM forum") == 2);
}

TEST_CASE("a folder's files sent at once open a forum together, or none of them does")
{
    Stage stage;
    const auto opens = [&](const std::string& rooms) {
        return stage.uploads(
            "/forums/new", "file",
            {{"forum.toml", "slug = \"porto-2031\"\ntitle_en = \"Porto\"\ndate = \"2031\"\n"
                            "time_zone = \"Europe/Lisbon\"\n"},
             {"venues.csv", "key,name_en\nquay,The quay\n"},
             {"rooms.csv", rooms}},
            {{"way", "file"}});
    };
    const auto wrong = opens("key,venue,name_en\ntilia,keys,Tilia\n");
    CHECK(wrong.status == 422);
    CHECK(wrong.json()["problems"].items().size() == 1);
    CHECK(stage.count("SELECT COUNT(*) FROM forum") == 1);
    const auto right = opens("key,venue,name_en\ntilia,quay,Tilia\n");
    CHECK(right.status == 200);
    CHECK(right.json()["added"] == Json::array({"forum:porto-2031", "venues:quay", "rooms:tilia"}));
    CHECK(rows_of(stage, "porto-2031") ==
          std::map<std::string, std::int64_t>{{"venues", 1}, {"rooms", 1}});
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
