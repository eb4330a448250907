// SPDX-License-Identifier: Apache-2.0
//
// A new forum in the browser: blank, after the pattern of another one, from a file; a draft at
// first.

#include "stage.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace sala;

namespace {

const Sent as_page{.accept = "text/html"};

std::string schedule()
{
    std::ifstream in(std::string(SALA_SOURCE) + "/test/golden/schedule.xml", std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return std::move(bytes).str();
}

}  // namespace

TEST_CASE("a blank forum begins as a draft that only the secretariat sees")
{
    Stage stage;
    const Fields fields{{"way", "blank"},
                        {"slug", "porto-2031"},
                        {"title_en", "Porto 2031"},
                        {"date", "2031-05"},
                        {"time_zone", "Europe/Lisbon"}};
    const auto reply = stage.post("/forums/new", fields);
    CHECK(reply.status == 303);
    CHECK(reply.location == "/porto-2031/desk");
    CHECK(stage.get("/porto-2031/desk").holds("Not released yet"));
    CHECK(stage.get("/porto-2031/desk", {.as = As::anyone}).status == 303);
    CHECK(stage.get("/porto-2031", {.as = As::anyone}).status == 404);
    CHECK(stage.count("SELECT COUNT(*) FROM release") == 1);
    const auto again = stage.post("/forums/new", fields, as_page);
    CHECK(again.status == 409);
    CHECK(again.holds("There is a forum at /<span class=\"nb\">porto-2031</span> already."));
    CHECK(again.holds("value=\"Porto 2031\""));
}

TEST_CASE("what is wrong with a new forum is said beside each field, with everything still typed")
{
    Stage stage;
    const auto reply = stage.post("/forums/new",
                                  {{"way", "blank"},
                                   {"slug", "login"},
                                   {"title_en", ""},
                                   {"date", "soon"},
                                   {"time_zone", "Mars/Base"}},
                                  as_page);
    CHECK(reply.status == 422);
    CHECK(reply.holds("id=\"blank-time_zone-error\""));
    CHECK(reply.holds("id=\"blank-title_en-error\""));
    CHECK(reply.holds("id=\"blank-date-error\""));
    CHECK(reply.holds("id=\"blank-slug-error\""));
    CHECK_FALSE(reply.holds("id=\"pattern-date-error\""));
    CHECK(reply.holds("value=\"soon\""));
    CHECK(stage.count("SELECT COUNT(*) FROM forum") == 1);

    // The page opens at the first field that is wrong, which a telephone would not show.
    const auto focus = reply.body.find(" autofocus");
    CHECK(focus == reply.body.rfind(" autofocus"));
    CHECK(reply.body.rfind("<input", focus) ==
          reply.body.find("<input type=\"text\" id=\"blank-slug\""));
    CHECK_FALSE(stage.get("/forums/new", as_page).holds("autofocus"));
}

TEST_CASE(
    "after the pattern of another forum, what comes back every year is there and the rest is not")
{
    Stage stage;
    REQUIRE(stage
                .post("/forums/new", {{"way", "pattern"},
                                      {"pattern", "lyon-2030"},
                                      {"slug", "lyon-2032"},
                                      {"title_en", "Lyon 2032"},
                                      {"date", "2032"},
                                      {"time_zone", "Europe/Paris"}})
                .status == 303);
    const auto numbers = stage.get("/lyon-2032/desk.json").json()["rows"];
    CHECK(numbers["rooms"].integer() == 2);
    CHECK(numbers["cities"].integer() == 3);
    CHECK(numbers["topics"].integer() == 1);
    CHECK(numbers["persons"].integer() == 0);
    CHECK(numbers["sittings"].integer() == 0);
    CHECK(numbers["delegations"].integer() == 0);
    const auto edition = stage.get("/lyon-2032/sheets/editions/forum-of-rivers-2032.json").json();
    CHECK(edition["number"].integer() == 2);
    CHECK(edition["theme"].is_null());
    CHECK(stage.get("/lyon-2030/sheets/editions/rivers-1.json").json()["number"].integer() == 1);
    CHECK(stage
              .post("/forums/new", {{"way", "pattern"},
                                    {"pattern", "atlantis"},
                                    {"slug", "x-2032"},
                                    {"title_en", "X"},
                                    {"date", "2032"},
                                    {"time_zone", "Europe/Paris"}})
              .problem == "no-such-pattern");
}

TEST_CASE("the template lays out the days of the forum, as many as it has, and nothing conflicts")
{
    Stage stage;
    const auto opens = [&](const std::string& slug, const std::string& date) {
        return stage.post("/forums/new", {{"way", "template"},
                                          {"slug", slug},
                                          {"title_en", "Porto"},
                                          {"date", date},
                                          {"time_zone", "Europe/Lisbon"}});
    };
    REQUIRE(opens("porto-2031", "2031-05-06/2031-05-08").status == 303);
    const auto draft = stage.get("/porto-2031/editor.json").json();
    REQUIRE(draft["days"].items().size() == 3);
    CHECK(draft["days"].items()[0]["day"].string() == "2031-05-06");
    CHECK(draft["days"].items()[0]["sittings"].items().size() == 7);
    CHECK(draft["days"].items()[1]["sittings"].items().size() == 4);
    CHECK(draft["days"].items()[2]["day"].string() == "2031-05-08");
    CHECK(draft["days"].items()[2]["sittings"].items().empty());
    CHECK(stage.get("/porto-2031/desk.json").json()["conflicts"].items().empty());
    CHECK(stage.get("/porto-2031", {.as = As::anyone}).status == 404);
    CHECK(stage.post("/porto-2031/releases", {{"name", "First"}}).status == 303);

    REQUIRE(opens("porto-2032", "2032-05-06").status == 303);
    CHECK(stage.get("/porto-2032/editor.json").json()["days"].items().size() == 1);

    CHECK(opens("porto-2033", "2033-05").problem == "needs-days");
    CHECK(opens("porto-2033", "2033-05-01/..").status == 303);
    CHECK(opens("porto-2034", "2034-05-01/2034-05-15").problem == "too-many-days");
    CHECK(opens("porto-2034", "2034-05-01/2034-05-14").status == 303);
}

TEST_CASE("another program's schedule opens a forum; a check opens nothing")
{
    Stage stage;
    const auto tried = stage.upload("/forums/new", "file", "schedule.xml", schedule(),
                                    {{"way", "file"}, {"what", "check"}});
    CHECK(tried.status == 200);
    CHECK_FALSE(tried.json()["added"].items().empty());
    CHECK(stage.count("SELECT COUNT(*) FROM forum") == 1);
    const auto opened =
        stage.upload("/forums/new", "file", "schedule.xml", schedule(), {{"way", "file"}});
    REQUIRE(opened.status == 200);
    CHECK(opened.json()["problems"].items().empty());
    CHECK(stage.count("SELECT COUNT(*) FROM forum") == 2);
    CHECK(stage.get("/" + opened.json()["forum"].string() + "/desk").status == 200);
    CHECK(stage.upload("/forums/new", "file", "schedule.xml", schedule(), {{"way", "file"}})
              .problem == "slug-taken");
}

TEST_CASE("a file opens a forum with a first release called Imported, unless it is to stay a draft")
{
    const Sent the_public{.as = As::anyone};
    Stage stage;
    const auto files = [](const std::string& slug) {
        return "slug = \"" + slug + "\"\ntitle_en = \"Porto\"\ndate = \"2031\"\n" +
               "time_zone = \"Europe/Lisbon\"\n";
    };
    const auto opens = [&](const std::string& slug, Fields fields) {
        fields.emplace_back("way", "file");
        return stage.uploads(
            "/forums/new", "file",
            {{"forum.toml", files(slug)}, {"days.csv", "key,date\nday-1,2031-05-06\n"}}, fields);
    };
    const auto quiet = opens("porto-2031", {{"draft", "yes"}});
    REQUIRE(quiet.status == 200);
    CHECK_FALSE(quiet.json()["released"].boolean());
    CHECK(stage.get("/porto-2031", the_public).status == 404);

    const auto loud = opens("porto-2032", {});
    REQUIRE(loud.status == 200);
    CHECK(loud.json()["released"].boolean());
    CHECK(stage.get("/porto-2032/releases", the_public).holds("Imported"));

    // The same for the forum's own import page, which proposes the draft as long as there is one.
    const std::string venues = "key,name_en\nquay,The quay\n";
    CHECK(stage.get("/porto-2031/import").holds("name=\"draft\" value=\"yes\" checked"));
    const auto import = [&](const Fields& fields) {
        return stage.upload("/porto-2031/import", "file", "venues.csv", venues, fields);
    };
    CHECK_FALSE(import({{"draft", "yes"}}).json()["released"].boolean());
    CHECK(stage.get("/porto-2031", the_public).status == 404);
    CHECK(import({}).json()["released"].boolean());
    CHECK(stage.get("/porto-2031/releases", the_public).holds("Imported"));
    CHECK_FALSE(stage.get("/porto-2031/import").holds("name=\"draft\""));
}

TEST_CASE("a new forum's files do not overwrite what somebody changed in the directory by hand")
{
    Stage stage;
    REQUIRE(stage
                .post("/lyon-2030/sheets/cities/accra",
                      {{"version", "1"}, {"name_en", "Greater Accra"}})
                .status == 303);
    auto files = lyon_files();
    files["forum.toml"].replace(files["forum.toml"].find("lyon-2030"), 9, "lyon-2032");
    CHECK(stage.opens(files) ==
          std::vector<std::string>{
              "cities/3/name_en: “accra” is in the directory of this server and was changed there "
              "by hand. Write in your sheets what the directory says, or change the directory "
              "first."});
    CHECK(stage.count("SELECT COUNT(*) FROM forum") == 1);

    auto& cities = files["cities.csv"];
    cities.replace(cities.find(",Accra,"), 7, ",Greater Accra,");
    CHECK(stage.opens(files).empty());
    CHECK(stage.get("/lyon-2030/sheets/cities/accra.json").holds("Greater Accra"));
}

TEST_CASE(
    "before its first release a forum's programme says so and leads on; files of it do not exist")
{
    Stage stage;
    REQUIRE(stage
                .post("/forums/new", {{"way", "blank"},
                                      {"slug", "porto-2031"},
                                      {"title_en", "Porto 2031"},
                                      {"date", "2031-05"},
                                      {"time_zone", "Europe/Lisbon"}})
                .status == 303);
    const auto page = stage.get("/porto-2031/programme");
    CHECK(page.status == 200);
    CHECK(page.holds("The programme has no release yet."));
    CHECK(page.holds("href=\"/porto-2031/editor\""));
    CHECK(page.holds("href=\"/porto-2031/releases\""));
    for (const auto* file :
         {"programme.json", "programme.ics", "programme.xml", "programme.json?release=7"}) {
        CAPTURE(file);
        CHECK(stage.get("/porto-2031/" + std::string(file), {.accept = "*/*"}).problem ==
              "no-release");
        CHECK(stage.get("/porto-2031/" + std::string(file)).status == 404);
    }
    CHECK(stage.get("/porto-2031/programme?release=7").status == 404);
    CHECK(stage.get("/porto-2031/programme", {.as = As::anyone}).status == 404);

    const auto releases = stage.get("/porto-2031/releases");
    CHECK(releases.holds("This would be the first release: with it the public sees the forum."));
    CHECK_FALSE(releases.holds("The draft is the same as the last release."));
    CHECK_FALSE(stage.get("/porto-2031/editor").holds("since the last release"));
    const auto lyon = stage.get("/lyon-2030/releases");
    CHECK(lyon.holds("The draft is the same as the last release."));
    CHECK_FALSE(lyon.holds("This would be the first release"));
}
