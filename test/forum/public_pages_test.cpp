// SPDX-License-Identifier: Apache-2.0

#include "rich_world.hpp"

#include <doctest/doctest.h>

using namespace sala;
using namespace sala::forum;

static const std::vector<std::string> pages{"/",
                                            "/lyon-2030",
                                            "/lyon-2030/cities",
                                            "/lyon-2030/cities/accra",
                                            "/lyon-2030/people/ama-mensah",
                                            "/lyon-2030/organisations",
                                            "/lyon-2030/organisations/river-office",
                                            "/lyon-2030/topics/floods",
                                            "/lyon-2030/documents",
                                            "/lyon-2030/data",
                                            "/lyon-2030/calendars",
                                            "/about",
                                            "/search?q=accra",
                                            "/lyon-2030/search?q=accra"};

// "/lyon-2030/search?q=accra" -> "/lyon-2030/search.json?q=accra"
static std::string as_json(const std::string& page)
{
    const auto mark = page.find('?');
    return page.substr(0, mark) + ".json" + (mark == std::string::npos ? "" : page.substr(mark));
}

// As no line may end in it.
static std::string whole(const std::string& date)
{
    return "<span class=\"nb\">" + date + "</span>";
}

struct RichStage : Stage {
    explicit RichStage(std::map<std::string, std::string> files = rich_files()) : Stage(Empty{})
    {
        REQUIRE(opens(files) == std::vector<std::string>{});
    }
};

TEST_CASE("every public page answers everybody, for people and for programs")
{
    RichStage stage;
    for (const auto& page : pages) {
        CAPTURE(page);
        const auto html = stage.get(page, the_public);
        CHECK(html.status == 200);
        CHECK(html.holds("<html lang=\"en\">"));
        const auto json = stage.get(as_json(page), the_public);
        CHECK(json.status == 200);
        CHECK(json.type == "application/json");
        CHECK(json.json().is_object());
    }
}

TEST_CASE("a Thai page says so, and what it has only in English is marked as English")
{
    RichStage stage;
    for (const auto& page : pages) {
        CAPTURE(page);
        CHECK(stage.get(page, public_in("th")).holds("<html lang=\"th\">"));
    }
    const auto home = stage.get("/lyon-2030", public_in("th"));
    CHECK(home.holds("<span lang=\"en\">Water for all</span>"));
    CHECK(home.holds("ลียง 2573"));
    CHECK_FALSE(home.holds("<span lang=\"en\">ลียง"));
}

TEST_CASE("a forum's date stands there in both eras")
{
    RichStage stage;
    const auto english = stage.get("/lyon-2030", the_public);
    CHECK(english.holds(">" + whole("6–7 May 2030") + "</time>"));
    CHECK(english.holds("<span class=\"soft\" lang=\"th\">" + whole("6 – 7 พฤษภาคม 2573") +
                        "</span>"));
    const auto thai = stage.get("/", public_in("th"));
    CHECK(thai.holds(">" + whole("6 – 7 พฤษภาคม 2573") + "</time>"));
    CHECK(thai.holds("<span class=\"soft\" lang=\"en\">" + whole("6–7 May 2030") + "</span>"));
}

TEST_CASE("sources that disagree stand side by side, each with its source")
{
    RichStage stage;
    const auto home = stage.get("/lyon-2030", the_public);
    CHECK(home.holds("<span class=\"chip\" data-is=\"conflict\">How many come</span>"));
    CHECK(home.holds("<strong>15 cities</strong> <span class=\"said\">The article</span>"));
    CHECK(home.holds("15 nations <span class=\"said\">Its headline</span>"));
    CHECK(home.holds("waits for evidence"));

    const auto data = stage.get("/lyon-2030/data.json", the_public).json();
    REQUIRE(data["questions"].items().size() == 2);
    CHECK(data["questions"].items()[0]["sources_disagree"].boolean());
    CHECK(data["questions"].items()[0]["claims"].items().size() == 2);
    CHECK(data["questions"].items()[1]["claims"].items()[0]["standing"].string() == "unsupported");
    CHECK_FALSE(data["questions"].items()[1]["sources_disagree"].boolean());
}

TEST_CASE("a corrected text shows what was printed and what was meant")
{
    RichStage stage;
    CHECK(stage.get("/lyon-2030/documents", the_public)
              .holds("We <del class=\"printed\" title=\"as printed\">wil</del>"
                     "<ins title=\"as meant\">will</ins> drain"));
    CHECK(stage.get("/lyon-2030", public_in("th")).holds("<del class=\"printed\""));
    const auto text =
        stage.get("/lyon-2030/documents.json", the_public).json()["texts"].items().at(0)["text"];
    CHECK(text ==
          Json::object(
              {{"en", Json::object({{"verbatim", "We wil drain"}, {"corrected", "We will drain"}})},
               {"th", Json::object({{"verbatim", "เราจะระบายน้ำ"}, {"corrected", nullptr}})}}));
}

TEST_CASE("a city's page says who comes, when they speak, on what, and who holds its posts")
{
    RichStage stage;
    const auto city = stage.get("/lyon-2030/cities/accra.json", the_public).json();
    REQUIRE(city["delegations"].items().size() == 1);
    CHECK(city["delegations"].items()[0]["members"].items().at(0)["person"].string() ==
          "ama-mensah");
    REQUIRE(city["interventions"].items().size() == 1);
    CHECK(city["interventions"].items()[0]["key"].string() == "accra-speaks");
    CHECK_FALSE(city["interventions"].items()[0]["time_in_source"].boolean());
    CHECK(city["posts"].items().at(0)["holders"].items().at(0)["since"].string() == "2029");
    const auto page = stage.get("/lyon-2030/cities/accra", the_public);
    CHECK(page.holds("time not in the source"));
    CHECK(page.holds("href=\"/lyon-2030/topics/floods\""));
    CHECK_FALSE(page.holds("Quito"));
}

TEST_CASE("what is not part of a forum is missing, in a sentence")
{
    RichStage stage;
    CHECK(stage.get("/lyon-2030/cities/atlantis.json", the_public).problem == "no-such-city");
    CHECK(stage.get("/lyon-2030/people/nobody.json", the_public).problem == "no-such-person");
    CHECK(stage.get("/lyon-2030/organisations/none.json", the_public).problem ==
          "no-such-organisation");
    CHECK(stage.get("/lyon-2030/topics/none.json", the_public).problem == "no-such-topic");
    CHECK(stage.get("/nowhere/data.json", the_public).problem == "no-such-forum");
}

TEST_CASE("a draft is there for the secretariat alone")
{
    RichStage stage;
    auto files = rich_files();
    files["forum.toml"] = "slug = \"secret-2031\"\ntitle_en = \"Secret 2031\"\ndate = "
                          "\"2031\"\ntime_zone = \"UTC\"\n";
    REQUIRE(stage.opens(files, true).empty());

    CHECK_FALSE(stage.get("/", the_public).holds("Secret"));
    CHECK_FALSE(stage.get("/.json", the_public).holds("secret"));
    for (const auto& page : pages) {
        if (!page.starts_with("/lyon-2030"))
            continue;
        const auto draft = "/secret-2031" + page.substr(10);
        CAPTURE(draft);
        CHECK(stage.get(draft, the_public).status == 404);
        CHECK(stage.get(as_json(draft), the_public).problem == "no-such-forum");
        CHECK(stage.get(draft).status == 200);
    }
    const auto home = stage.get("/");
    CHECK(home.holds("Secret 2031"));
    CHECK(home.holds("data-is=\"draft\""));
    CHECK(home.body.find("Secret 2031") < home.body.find("Lyon 2030"));
}

TEST_CASE("a server without forums says what the secretariat does first")
{
    Stage stage{Stage::Empty{}};
    const auto home = stage.get("/", the_public);
    CHECK(home.status == 200);
    CHECK(home.holds("class=\"empty\""));
    CHECK(home.holds("sala import"));
    CHECK(home.holds("href=\"/login\""));
}

TEST_CASE("a forum describes itself to search engines, without times that no source gives")
{
    RichStage stage;
    const auto page = stage.get("/lyon-2030", the_public);
    const auto begin = page.body.find("<script type=\"application/ld+json\">") + 35;
    const auto event =
        Json::read(page.body.substr(begin, page.body.find("</script>", begin) - begin))
            .value_or(Json{});
    CHECK(event["@type"].string() == "Event");
    CHECK(event["name"].string() == "Lyon 2030");
    CHECK(event["startDate"].string() == "2030-05-06");
    CHECK(event["endDate"].string() == "2030-05-07");
    CHECK(event["location"]["address"]["addressCountry"].string() == "FR");
    CHECK(event["organizer"].items().size() == 2);
    std::map<std::string, std::string> starts;
    for (const auto& part : event["subEvent"].items())
        starts[part["name"].string()] = part["startDate"].string();
    CHECK(starts == std::map<std::string, std::string>{{"1st Forum of Rivers", "2030-05-06"},
                                                       {"Opening", "2030-05-06T09:00:00+02:00"},
                                                       {"Statements", "2030-05-06"},
                                                       {"Dinner", "2030-05-06T19:00:00+02:00"}});
}

TEST_CASE("whatever stands in a sheet is shown as words, never run")
{
    auto files = rich_files();
    for (auto& [name, bytes] : files)
        for (const auto* word : {"Lyon 2030",
                                 "Three cities",
                                 "France",
                                 "Accra",
                                 "Forum of Rivers",
                                 "Ama Mensah",
                                 "Mayor of Accra",
                                 "The article",
                                 "Water for all",
                                 "Hall of the Two Rivers",
                                 "Living with floods",
                                 "Opening",
                                 "Statements",
                                 "Drains first",
                                 "How many come",
                                 "15 cities",
                                 "Much smoke",
                                 "Office of the Rivers",
                                 "Lyon invites",
                                 "What are the gaps?",
                                 "A promise",
                                 "We wil drain",
                                 "We will drain",
                                 "Clean rivers",
                                 "Lyon Declaration",
                                 "Nobody has it.",
                                 "Accra hosts next",
                                 "Mayors",
                                 "ASEAN had ten."})
            for (auto at = bytes.find(word); at != std::string::npos;
                 at = bytes.find(word, at + 60))
                bytes.insert(at, "</script><script>alert(1)</script><b onclick='x()'>");
    RichStage stage(files);
    for (const auto& page : pages) {
        CAPTURE(page);
        for (const auto* language : {"en", "th"}) {
            const auto shown = stage.get(page, public_in(language));
            CHECK(shown.status == 200);
            CHECK_FALSE(shown.holds("<script>alert"));
            CHECK_FALSE(shown.holds("<b onclick"));
        }
    }
    CHECK(stage.get("/lyon-2030", the_public).holds("&lt;script&gt;alert(1)"));
}

TEST_CASE("only web addresses become links, and search engines are told not to follow them")
{
    RichStage stage;
    stage.store().write([&](store::Session& session) {
        session.run("UPDATE document SET address = 'javascript:alert(1)' WHERE key = 'lost'");
        session.run("UPDATE source SET address = 'data:text/html,x' WHERE key = 'headline'");
        return true;
    });
    const auto documents = stage.get("/lyon-2030/documents", the_public);
    CHECK(documents.holds(
        "<a href=\"https://paper.example/2\" rel=\"nofollow noopener\">Lyon Declaration</a>"));
    CHECK_FALSE(documents.holds("javascript:"));
    CHECK_FALSE(stage.get("/lyon-2030/documents.json", the_public).holds("javascript:"));
    CHECK_FALSE(stage.get("/lyon-2030/data", the_public).holds("data:text"));
    CHECK_FALSE(stage.get("/lyon-2030/data.json", the_public).holds("data:text"));
}

TEST_CASE("a page asks the store the same few questions for one row and for three")
{
    auto more = rich_files();
    more["cities.csv"] += "kumasi,gh,city,Kumasi,คูมาซี\ntema,gh,city,Tema,เตมา\n";
    more["delegations.csv"] += "accra-2,accra,Accra two\naccra-3,accra,Accra three\n";
    more["persons.csv"] += "kofi,Mr,นาย,Kofi Owusu,โคฟี\nesi,Ms,นาง,Esi Owusu,เอซี\n";
    more["delegates.csv"] += "kofi,accra,kofi,mayor-of-accra,adviser\nesi,accra-2,esi,,member\n";
    more["topics.csv"] += "drains,rivers-1,2,Drains,ท่อระบายน้ำ\nrain,rivers-1,3,Rain,ฝน\n";
    more["organisations.csv"] +=
        "port,office,gh,accra,Port of Accra,,\nlake,office,gh,accra,Lake office,,\n";
    more["claims.csv"] +=
        "c,forum,What else,This,,article,other,\nd,forum,What more,That,,article,other,\n";
    more["documents.csv"] += "third,report,,,,Third,\nfourth,report,,,,Fourth,\n";
    more["interventions.csv"] +=
        "again,statements,3,accra,ama-mensah,mayor-of-accra,statement,10:20,7,illustrative,planned,"
        "floods,\n"
        "kofi-speaks,statements,4,accra,kofi,,statement,10:30,7,illustrative,planned,floods,\n";
    RichStage few, many(more);
    auto another = rich_files();
    another["forum.toml"] = "slug = \"accra-2032\"\ntitle_en = \"Accra 2032\"\ndate = "
                            "\"2032\"\ntime_zone = \"UTC\"\ncity = \"accra\"\n";
    REQUIRE(many.opens(another).empty());
    for (const auto& page : pages) {
        CAPTURE(page);
        few.get(page, the_public);  // a release that was read once is kept
        many.get(page, the_public);
        const auto one = few.get(page, the_public).statements;
        CHECK((one > 0) == (page != "/about"));  // which needs no store
        CHECK(many.get(page, the_public).statements == one);
    }
}
