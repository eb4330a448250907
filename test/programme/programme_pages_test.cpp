// SPDX-License-Identifier: Apache-2.0
//
// The released programme as people, search engines, calendars and schedule apps get it; and the
// editor in which the secretariat prepares the next one.

#include "document/files.hpp"
#include "stage.hpp"

#include <doctest/doctest.h>

using namespace sala;
using document::golden;

namespace {

const Sent the_public{.as = As::anyone};
const Sent in_thai{.as = As::anyone, .language = "th"};

std::map<std::string, std::string> sample_files(const std::string& name)
{
    std::map<std::string, std::string> files;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(SALA_SOURCE) + "/samples/" + name))
        files[entry.path().filename().string()] = document::file_at(entry.path()).value_or("");
    return files;
}

struct Samples : Stage {
    Samples() : Stage(Stage::Empty{})
    {
        for (const auto* name : {"phnom-penh-2022", "bangkok-2019"})
            REQUIRE(opens(sample_files(name)) == std::vector<std::string>{});
    }
};

// Lyon 2030 with three or more of everything that its pages list.
std::map<std::string, std::string> longer_files()
{
    auto files = lyon_files();
    files["rooms.csv"] += "robinia,hall,40,Robinia\n";
    files["topics.csv"] += "drains,rivers-1,2,Drains,ท่อระบายน้ำ\nrain,rivers-1,3,Rain,ฝน\n";
    files["sittings.csv"] +=
        "second,day-2,morning,acer,rivers-1,plenary,09:00,60,7,planned,source,Second,\n"
        "third,day-2,morning,robinia,rivers-1,plenary,09:00,60,7,planned,source,Third,\n";
    files["interventions.csv"] +=
        "a,statements,3,accra,ama-mensah,,statement,10:20,7,illustrative,planned,drains,\n"
        "b,second,1,quito,luz-torres,,statement,09:00,7,source,planned,floods rain,\n"
        "c,third,1,accra,,,statement,09:10,7,source,planned,rain,\n";
    files["agenda.csv"] =
        "key,sitting,number,start,minutes,clock,title_en\nwelcome,opening,1,09:00,5,source,"
        "Welcome\n"
        "anthem,opening,2,09:05,5,source,Anthem\nphoto,opening,3,09:10,5,source,Photograph\n";
    return files;
}

// The schema.org description inside a page.
Json described(const Shown& page)
{
    const std::string opening = "<script type=\"application/ld+json\">";
    const auto begin = page.body.find(opening);
    REQUIRE(begin != std::string::npos);
    const auto from = begin + opening.size();
    return Json::read(page.body.substr(from, page.body.find("</script>", from) - from))
        .value_or(Json{});
}

void check_valid(const std::string& xml)
{
    const auto schema = document::published("schedule/voc-schedule.xml.xsd");
    if (!document::file_at(schema)) {
        MESSAGE("skipped: the published schema is not there");
        return;
    }
    document::Folder folder;
    document::write_file(folder / "schedule.xml", xml);
    const auto ran = document::run("xmllint --nonet --noout --schema " + schema.string() + " " +
                                   (folder / "schedule.xml"));
    INFO(ran.output);
    CHECK(ran.exit == 0);
}

const std::vector<std::string> listing_pages{"/lyon-2030",
                                             "/lyon-2030/programme?by=room",
                                             "/lyon-2030/programme?by=time",
                                             "/lyon-2030/programme?by=topic",
                                             "/lyon-2030/programme?by=city",
                                             "/lyon-2030/programme.json",
                                             "/lyon-2030/programme.ics",
                                             "/lyon-2030/programme.xml",
                                             "/lyon-2030/releases",
                                             "/lyon-2030/releases.json",
                                             "/lyon-2030/releases.atom",
                                             "/lyon-2030/sittings/opening",
                                             "/lyon-2030/sittings/statements",
                                             "/lyon-2030/interventions/accra-speaks",
                                             "/lyon-2030/people/ama-mensah"};

}  // namespace

TEST_CASE("the programme of Lyon stays as it is in calendars, schedule apps and feed readers, byte "
          "for byte")
{
    Stage stage;
    const auto calendar = stage.get("/lyon-2030/programme.ics", the_public);
    CHECK(calendar.type == "text/calendar; charset=utf-8");
    CHECK(calendar.header("Content-Disposition") == "inline; filename=\"lyon-2030.ics\"");
    CHECK(calendar.body == golden("lyon-2030.ics", calendar.body));
    const auto thai = stage.get("/lyon-2030/programme.ics", in_thai).body;
    CHECK(thai == golden("lyon-2030-th.ics", thai));
    const auto schedule = stage.get("/lyon-2030/programme.xml", the_public);
    CHECK(schedule.type == "application/xml; charset=utf-8");
    CHECK(schedule.body == golden("lyon-2030.xml", schedule.body));
    const auto feed = stage.get("/lyon-2030/releases.atom", the_public).body;
    CHECK(feed == golden("lyon-2030.atom", feed));
}

TEST_CASE("the schedules of Lyon and of both samples are valid, in both languages")
{
    Stage stage;
    check_valid(stage.get("/lyon-2030/programme.xml", the_public).body);
    Samples samples;
    for (const auto* slug : {"phnom-penh-2022", "bangkok-2019"})
        for (const auto& reader : {the_public, in_thai})
            check_valid(samples.get(std::string("/") + slug + "/programme.xml", reader).body);
}

TEST_CASE("the samples open with the conflicts that their sources have, and no others")
{
    Samples samples;
    const auto conflicts_of = [&](const std::string& slug) {
        std::string found;
        const auto desk = samples.get("/" + slug + "/desk.json").json();
        for (const auto& one : desk["conflicts"].items())
            found += one["title"].string() + ". " + one["sentence"].string() + "\n";
        return found;
    };
    CHECK(conflicts_of("phnom-penh-2022") ==
          "Bangkok is expected in two places at 09:08. “Courtesy call on the Prime Minister of "
          "Cambodia” lasts from 08:37 to "
          "09:30, and “Smaller cities: leaders take the floor” begins at 09:08.\n");
    CHECK(conflicts_of("bangkok-2019") == "");
}

TEST_CASE("a programme asked for in a form it does not have is not answered in another")
{
    Stage stage;
    CHECK(stage.get("/lyon-2030/programme.atom", the_public).status == 404);
    CHECK(stage.get("/lyon-2030/releases.ics", the_public).status == 404);
    CHECK(stage.get("/lyon-2030/programme", {.as = As::anyone, .accept = "text/calendar"}).type ==
          "text/calendar; charset=utf-8");
    CHECK(
        stage.get("/lyon-2030/programme", {.as = As::anyone, .accept = "application/json"}).type ==
        "application/json");
}

TEST_CASE("every page of the programme is JSON too, with the times that no source gives marked")
{
    Stage stage;
    for (const auto* page :
         {"/lyon-2030/programme", "/lyon-2030/releases", "/lyon-2030/sittings/statements",
          "/lyon-2030/interventions/accra-speaks", "/lyon-2030/people/ama-mensah",
          "/lyon-2030/topics/floods"}) {
        CAPTURE(page);
        CHECK(stage.get(page, the_public).status == 200);
        const auto json = stage.get(std::string(page) + ".json", the_public);
        CHECK(json.status == 200);
        CHECK(json.type == "application/json");
        CHECK(json.json().is_object());
    }
    for (const auto* page :
         {"/lyon-2030/editor", "/lyon-2030/desk", "/lyon-2030/import", "/forums/new"})
        CHECK(stage.get(std::string(page) + ".json").json().is_object());
    const auto speech = stage.get("/lyon-2030/interventions/accra-speaks.json", the_public).json();
    CHECK(speech["sitting"].string() == "statements");
    CHECK(speech["start"].string() == "10:00");
    CHECK(speech["minutes"].integer() == 7);
    CHECK_FALSE(speech["time_in_source"].boolean());
    CHECK(stage.get("/lyon-2030/sittings/opening.json", the_public)
              .json()["time_in_source"]
              .boolean());
    CHECK(stage.get("/lyon-2030/sittings/statements", the_public)
              .holds("Illustrative: time not in the source."));
    CHECK_FALSE(stage.get("/lyon-2030/sittings/opening", the_public).holds("Illustrative"));
}

TEST_CASE("search engines read the programme and each sitting as schema.org events")
{
    Stage stage;
    const auto whole = described(stage.get("/lyon-2030/programme", the_public));
    CHECK(whole["@context"].string() == "https://schema.org");
    CHECK(whole["@type"].string() == "Event");
    CHECK(whole["name"].string() == "Lyon 2030");
    CHECK(whole["startDate"].string() == "2030-05-06");
    REQUIRE(whole["subEvent"].items().size() == 3);
    CHECK(whole["subEvent"].items()[0]["startDate"].string() == "2030-05-06T09:00:00+02:00");
    CHECK(whole["subEvent"].items()[1]["startDate"].string() ==
          "2030-05-06");  // no source gives its time

    const auto opening = described(stage.get("/lyon-2030/sittings/opening", the_public));
    CHECK(opening["@context"].string() == "https://schema.org");
    CHECK(opening["@type"].string() == "Event");
    CHECK(opening["name"].string() == "Opening");
    CHECK(opening["startDate"].string() == "2030-05-06T09:00:00+02:00");
    CHECK(opening["endDate"].string() == "2030-05-06T09:45:00+02:00");
    CHECK(opening["location"]["name"].string() == "Tilia");
    CHECK(opening["eventStatus"].string() == "https://schema.org/EventScheduled");
    CHECK(opening["superEvent"]["name"].string() == "Lyon 2030");
    CHECK(opening["performer"].is_null());
    const auto statements = described(stage.get("/lyon-2030/sittings/statements", in_thai));
    CHECK(statements["name"].string() == "ถ้อยแถลง");
    CHECK(statements["endDate"].is_null());
    REQUIRE(statements["performer"].items().size() == 2);
    CHECK(statements["performer"].items()[0]["name"].string() == "นางอามา เมนซาห์");
    CHECK(described(stage.get("/lyon-2030/sittings/dinner", the_public))["location"]["name"]
              .string() == "Hall of the Two Rivers");
}

TEST_CASE("pages of the programme ask the store the same few questions for one row and for three")
{
    Stage few;
    Stage many{Stage::Empty{}};
    REQUIRE(many.opens(longer_files()) == std::vector<std::string>{});
    for (const auto* name : {"Second", "Third"}) {
        REQUIRE(many.post("/lyon-2030/sheets/sittings/dinner",
                          {{"version", many.get("/lyon-2030/sheets/sittings/dinner.json")
                                           .json()["version"]
                                           .string()},
                           {"title_en", name}})
                    .status == 303);
        REQUIRE(many.post("/lyon-2030/releases", {{"name", name}}).status == 303);
    }
    auto another = lyon_files();
    another["forum.toml"] =
        "slug = \"porto-2031\"\ntitle_en = \"Porto 2031\"\ndate = \"2031\"\ntime_zone = \"UTC\"\n";
    REQUIRE(many.opens(another) == std::vector<std::string>{});
    const auto compare = [&](const std::string& page, const Sent& sent) {
        CAPTURE(page);
        few.get(page, sent);  // a release that was read once is kept
        many.get(page, sent);
        const auto one = few.get(page, sent);
        const auto three = many.get(page, sent);
        CHECK(one.status == 200);
        CHECK(three.status == 200);
        CHECK(one.statements > 0);
        CHECK(one.statements == three.statements);
    };
    for (const auto& page : listing_pages)
        compare(page, {});
    for (const auto* page :
         {"/lyon-2030/editor", "/lyon-2030/editor.json", "/lyon-2030/desk", "/lyon-2030/import",
          "/forums/new", "/lyon-2030/sheets/sittings/dinner/history"})
        compare(page, {});
}

TEST_CASE("the programme stands there by room, by time, by topic and by city")
{
    Stage stage;
    const auto page = [&](const std::string& way) {
        return stage.get("/lyon-2030/programme?by=" + way, the_public);
    };
    CHECK(page("room").holds("<table class=\"grid\">"));
    CHECK(page("room").holds(">Tilia</small></th>"));
    CHECK_FALSE(page("room").holds(">Acer</small></th>"));
    CHECK_FALSE(page("time").holds("<table"));
    CHECK(page("topic").holds("1. <a href=\"/lyon-2030/topics/floods\">Living with floods</a>"));
    CHECK(page("topic").holds("/interventions/accra-speaks"));
    CHECK_FALSE(page("topic").holds("/interventions/quito-speaks"));
    CHECK(page("city").body.find("/cities/accra") < page("city").body.find("/cities/quito"));
    CHECK(page("city").holds("aria-current=\"true\">By city</a>"));
    CHECK(page("anything").holds("<table class=\"grid\">"));
    CHECK(stage.get("/lyon-2030/programme?by=city", in_thai).holds("กีโต"));
}

TEST_CASE("the editor has a form behind every line, names each conflict with its remedy and says "
          "what would be released")
{
    Stage stage;
    CHECK(stage.get("/lyon-2030/editor", {.as = As::anyone}).status == 303);
    CHECK(stage.get("/lyon-2030/editor.json", {.as = As::anyone}).status == 401);
    const auto calm = stage.get("/lyon-2030/editor");
    for (const auto* form : {"sittings/opening", "sittings/dinner", "interventions/accra-speaks",
                             "sittings/new", "rooms/new"})
        CHECK(calm.holds("href=\"/lyon-2030/sheets/" + std::string(form) + "\""));
    CHECK(calm.holds("Draft: 0 changes since the last release"));
    CHECK(calm.holds("2 speakers, 14 of 60 minutes"));
    CHECK_FALSE(calm.holds("data-is=\"conflict\""));
    REQUIRE(stage.post("/lyon-2030/sheets/sittings/opening", {{"version", "1"}, {"minutes", "61"}})
                .status == 303);
    const auto page = stage.get("/lyon-2030/editor");
    CHECK(page.holds("<h2>Tilia is used twice at 10:00</h2>"));
    CHECK(page.holds("Choose another room or another time."));
    CHECK(page.holds("Draft: 1 change since the last release"));
    CHECK(page.holds("“Opening” takes 61 min instead of 45 min."));
    CHECK(stage.get("/lyon-2030/editor.json")
              .json()["days"]
              .items()[0]["sittings"]
              .items()[0]["minutes"]
              .integer() == 61);
    CHECK_FALSE(stage.get("/lyon-2030/programme", the_public).holds("is used twice"));
}
