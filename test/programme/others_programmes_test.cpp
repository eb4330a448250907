// SPDX-License-Identifier: Apache-2.0
//
// What other programs publish: a schedule opens a forum with a list of what was put right, a
// calendar is refused with a sentence, and nothing that anybody sends makes the server fall over.

#include "document/files.hpp"
#include "stage.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace sala;

namespace {

const Sent the_public{.as = As::anyone};

Shown opens(Stage& stage, const std::string& name, const std::string& bytes,
            const std::string& what = "import", Sent sent = {.accept = "application/json"})
{
    return stage.upload("/forums/new", "file", name, bytes,
                        {{"way", "file"}, {"what", what}, {"draft", "yes"}}, std::move(sent));
}

std::vector<std::string> adjusted(const Shown& reply)
{
    std::vector<std::string> codes;
    const auto read = reply.json();
    for (const auto& one : read["adjustments"].items()) {
        CHECK_FALSE(one["sentence"].string().empty());
        codes.push_back(one["code"].string());
    }
    return codes;
}

// One event of somebody's schedule, with what is given inside the conference and the event.
std::string small_schedule(const std::string& acronym, const std::string& event = "")
{
    return "<schedule><version>1</version><conference><acronym>" + acronym +
           "</acronym><title>River days</title><start>2030-06-01</start><end>2030-06-02</end>"
           "<time_zone_name>Europe/Paris</time_zone_name></conference><day index='1' "
           "date='2030-06-01'>"
           "<room name='Aula'><event "
           "id='1'><date>2030-06-01T10:00:00+02:00</date><start>10:00</start><duration>00:30</"
           "duration>"
           "<title>Drains</title><track>Water</track><persons><person id='1'>Ama "
           "Mensah</person></persons>" +
           event + "</event></room></day></schedule>";
}

std::optional<std::string> published(const std::string& name)
{
    auto bytes = document::file_at(document::published(name));
    if (!bytes)
        MESSAGE("skipped: " << name << " is not there");
    return bytes;
}

}  // namespace

TEST_CASE("a schedule becomes a draft whose slug is its acronym: rooms, topics, people and their "
          "turns to speak")
{
    Stage stage;
    const auto opened = opens(stage, "schedule.xml", small_schedule("river-days"));
    REQUIRE(opened.status == 200);
    CHECK(opened.json()["forum"].string() == "river-days");
    CHECK(opened.json()["problems"].items().empty());
    const auto draft = stage.get("/river-days/editor.json").json();
    CHECK(draft["time_zone"].string() == "Europe/Paris");
    REQUIRE(draft["days"].items().size() == 1);
    CHECK(draft["days"].items()[0]["day"].string() == "2030-06-01");
    CHECK(draft["rooms"].items().at(0)["name"]["en"]["verbatim"].string() == "Aula");
    CHECK(draft["topics"].items().at(0)["title"]["en"]["verbatim"].string() == "Water");
    const auto sitting = draft["days"].items()[0]["sittings"].items().at(0);
    CHECK(sitting["title"]["en"]["verbatim"].string() == "Drains");
    CHECK(sitting["start"].string() == "10:00");
    CHECK(sitting["minutes"].integer() == 30);
    CHECK(sitting["time_in_source"].boolean());
    // A namesake in the directory is not taken for the speaker.
    CHECK(sitting["interventions"].items().at(0)["speaker"]["person"].string() ==
          "river-days-ama-mensah");
    CHECK(stage.get("/river-days/programme", the_public).status == 404);
    REQUIRE(stage.post("/river-days/releases", {{"name", "First"}}).status == 303);
    CHECK(stage.get("/river-days/programme", the_public).holds("Drains"));
}

TEST_CASE("an acronym that is an address of the server, or that is taken, opens nothing")
{
    Stage stage;
    CHECK(opens(stage, "schedule.xml", small_schedule("lyon-2030")).problem == "slug-taken");
    const auto reserved = opens(stage, "schedule.xml", small_schedule("search"));
    CHECK(reserved.status == 422);
    REQUIRE(reserved.json()["problems"].items().size() == 1);
    CHECK(reserved.json()["problems"].items()[0]["code"].string() == "reserved-slug");
    CHECK(stage.count("SELECT COUNT(*) FROM forum") == 1);
    CHECK(stage.count("SELECT COUNT(*) FROM person") == 2);
}

TEST_CASE("a talk that nobody is named for stands there once, and lists say what is when")
{
    Stage stage;
    const std::string second =
        "</event><event id='2'><date>2030-06-02T11:00:00+02:00</date><start>11:00</start>"
        "<duration>00:30</duration><title>Quiet walk</title><track>Water</track><persons/>";
    REQUIRE(opens(stage, "schedule.xml", small_schedule("river-days", second)).status == 200);
    REQUIRE(stage.post("/river-days/releases", {{"name", "First"}}).status == 303);
    const auto page = [&](const std::string& way) {
        return stage.get("/river-days/" + way, the_public);
    };
    for (const auto* way :
         {"programme?by=room", "programme?by=time", "programme?by=topic", "sittings/quiet-walk"}) {
        CAPTURE(way);
        CHECK(page(way).holds("Quiet walk"));
        CHECK_FALSE(page(way).holds("/interventions/quiet-walk-1"));
    }
    const auto topic = page("programme?by=topic");
    CHECK(topic.holds("<time>10:00</time></p><p><a href=\"/river-days/interventions/drains-1\">Ama "
                      "Mensah</a></p><p class=\"small soft\"><a "
                      "href=\"/river-days/sittings/drains\">Drains</a></p>"));
    CHECK(topic.holds("<time>11:00</time></p><p><a href=\"/river-days/sittings/quiet-walk\">Quiet "
                      "walk</a></p></li>"));
    CHECK_FALSE(topic.holds(">By city</a>"));
    CHECK(stage.get("/lyon-2030/programme", the_public).holds(">By city</a>"));
}

TEST_CASE("what stands in somebody's schedule is words, never markup")
{
    Stage stage;
    const auto event =
        "<abstract>&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;Deep &amp;amp; wide</abstract>"
        "<url>javascript:alert(1)</url>";
    REQUIRE(opens(stage, "schedule.xml", small_schedule("river-days", event)).status == 200);
    REQUIRE(stage.post("/river-days/releases", {{"name", "First"}}).status == 303);
    for (const auto* page :
         {"/river-days/programme", "/river-days/sittings/drains", "/river-days/programme.ics"}) {
        CAPTURE(page);
        const auto shown = stage.get(page, the_public);
        CHECK(shown.status == 200);
        CHECK_FALSE(shown.holds("<script>alert"));
        CHECK_FALSE(shown.holds("javascript:"));
    }
    CHECK(stage.get("/river-days/sittings/drains", the_public).holds("Deep &amp; wide"));
}

TEST_CASE("FOSDEM 2021 opens with its 773 events in 108 rooms and says what was put right")
{
    const auto bytes = published("schedule/fosdem_2021.xml");
    if (!bytes)
        return;
    Stage stage;
    const auto opened = opens(stage, "fosdem_2021.xml", *bytes);
    REQUIRE(opened.status == 200);
    CHECK(opened.json()["forum"].string() == "fosdem-2021");
    CHECK(adjusted(opened) == std::vector<std::string>{"version-missing", "time-zone-assumed",
                                                       "acronym-derived", "day-hours-assumed",
                                                       "date-from-day", "guid-derived",
                                                       "html-made-plain", "empty-room"});
    const auto forum = std::to_string(stage.forum_id("fosdem-2021"));
    CHECK(stage.count("SELECT COUNT(*) FROM sitting WHERE forum = " + forum) == 773);
    CHECK(stage.count("SELECT COUNT(*) FROM room WHERE forum = " + forum) == 108);
    CHECK(stage.count("SELECT COUNT(*) FROM day WHERE forum = " + forum) == 2);
    REQUIRE(stage.post("/fosdem-2021/releases", {{"name", "First"}, {"despite", "yes"}}).status ==
            303);
    CHECK(stage.get("/fosdem-2021/programme", the_public).status == 200);
    // Each day's timetable that scrolls is a region of its own name.
    const auto grids = stage.get("/fosdem-2021/programme?by=room", the_public).body;
    std::set<std::string> regions;
    std::size_t seen = 0;
    const std::string region = "role=\"region\" aria-label=\"";
    for (auto at = grids.find(region); at != std::string::npos; at = grids.find(region, at + 1)) {
        const auto from = at + region.size();
        regions.insert(grids.substr(from, grids.find('"', from) - from));
        ++seen;
    }
    CHECK(seen == 2);
    CHECK(regions == std::set<std::string>{"Programme by room, Saturday 6 February 2021",
                                           "Programme by room, Sunday 7 February 2021"});
    const auto calendar = stage.get("/fosdem-2021/programme.ics", the_public).body;
    std::size_t entries = 0;
    for (auto at = calendar.find("BEGIN:VEVENT"); at != std::string::npos;
         at = calendar.find("BEGIN:VEVENT", at + 1))
        ++entries;
    CHECK(entries == 773);
    const auto page = opens(stage, "fosdem_2021.xml", *bytes, "check", {.accept = "text/html"});
    CHECK(page.status == 409);
    CHECK(page.holds("There is a forum at /<span class=\"nb\">fosdem-2021</span> already."));
}

TEST_CASE("DebConf 23 opens on its own clock with all its events; a check lists what was put right "
          "and keeps nothing")
{
    const auto bytes = published("schedule/debconf23.xml");
    if (!bytes)
        return;
    Stage stage;
    const auto tried = opens(stage, "debconf23.xml", *bytes, "check", {.accept = "text/html"});
    CHECK(tried.status == 200);
    CHECK(tried.holds("Put right in the schedule"));
    CHECK(stage.count("SELECT COUNT(*) FROM forum") == 1);
    const auto opened = opens(stage, "debconf23.xml", *bytes);
    REQUIRE(opened.status == 200);
    CHECK(opened.json()["forum"].string() == "debconf23");
    CHECK(adjusted(opened) ==
          std::vector<std::string>{"version-missing", "day-date-corrected", "empty-room"});
    const auto forum = std::to_string(stage.forum_id("debconf23"));
    CHECK(stage.count("SELECT COUNT(*) FROM sitting WHERE forum = " + forum) == 117);
    const auto draft = stage.get("/debconf23/editor.json").json();
    CHECK(draft["time_zone"].string() == "Asia/Kolkata");
    CHECK(draft["days"].items().size() == 8);
    const auto opening = stage.get("/debconf23/sheets/sittings/opening-ceremony.json").json();
    CHECK(opening["day"].string() == "day-1");
    CHECK(opening["start"].string() == "10:30");
}

TEST_CASE("a calendar is refused with a sentence, where a forum is opened and where one is changed")
{
    Stage stage;
    const std::string calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:"
                                 "Opening\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    for (const auto* name : {"forum.ics", "sittings.csv", "calendar"}) {
        CHECK(opens(stage, name, calendar).problem == "calendar-not-taken");
        CHECK(stage.upload("/lyon-2030/import", "file", name, calendar).problem ==
              "calendar-not-taken");
    }
    const auto page = opens(stage, "forum.ics", calendar, "import", {.accept = "text/html"});
    CHECK(page.status == 422);
    CHECK(page.holds("This is a calendar file. We write calendars but do not read them."));
    CHECK(opens(stage, "forum.ics", calendar, "import", {.language = "th"}).holds("ไฟล์นี้เป็นปฏิทิน"));
    CHECK(stage.count("SELECT COUNT(*) FROM forum") == 1);
}

TEST_CASE("none of the published calendars, whole or broken, is more than a refusal")
{
    const auto folder = document::published("ical");
    if (!std::filesystem::exists(folder)) {
        MESSAGE("skipped: the published calendars are not there");
        return;
    }
    Stage stage;
    const auto revisions = stage.count("SELECT COUNT(*) FROM revision");
    int seen = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
        if (file.path().extension() != ".ics")
            continue;
        ++seen;
        const auto name = file.path().filename().string();
        CAPTURE(name);
        const auto bytes = document::file_at(file.path()).value_or("");
        for (const auto& reply :
             {opens(stage, name, bytes), stage.upload("/lyon-2030/import", "file", name, bytes)}) {
            CHECK(reply.status == 422);
            CHECK_FALSE(reply.json()["title"].string().empty());
        }
    }
    CHECK(seen >= 160);
    CHECK(stage.count("SELECT COUNT(*) FROM forum") == 1);
    CHECK(stage.count("SELECT COUNT(*) FROM revision") == revisions);
}

TEST_CASE("XML that declares anything of its own is refused before it is understood")
{
    Stage stage;
    std::string laughs = "<?xml version='1.0'?><!DOCTYPE schedule [<!ENTITY l0 \"ha\">";
    for (int i = 1; i < 10; ++i) {
        laughs += "<!ENTITY l" + std::to_string(i) + " \"";
        for (int j = 0; j < 10; ++j)
            laughs += "&l" + std::to_string(i - 1) + ";";
        laughs += "\">";
    }
    laughs += "]>" + small_schedule("river-days", "<abstract>&l9;</abstract>");
    const auto with = [](const std::string& declaration) {
        return declaration + small_schedule("river-days", "<abstract>&x;</abstract>");
    };
    for (const auto& xml :
         {laughs, with("<!DOCTYPE schedule [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"),
          with("<!DOCTYPE schedule SYSTEM \"http://127.0.0.1:1/evil.dtd\">"),
          with("<!DOCTYPE schedule PUBLIC \"-//X//X\" \"http://127.0.0.1:1/evil.dtd\">"),
          with("<!DOCTYPE schedule [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/p\"> %p;]>"),
          with("\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- hello -->\n<!DOCTYPE schedule>")}) {
        const auto reply = opens(stage, "schedule.xml", xml);
        CHECK(reply.status == 422);
        CHECK(reply.problem == "malicious-xml");
        CHECK_FALSE(reply.holds("root:"));
    }
    CHECK(opens(stage, "schedule.xml", "<schedule>").problem == "not-xml");
    CHECK(opens(stage, "schedule.xml", "<rss/>").problem == "not-a-schedule");
    CHECK(stage.count("SELECT COUNT(*) FROM forum") == 1);
}

TEST_CASE("what was put right is said in the reader's language, before the rows that came in")
{
    Stage stage;
    const auto page =
        opens(stage, "schedule.xml", small_schedule("River Days!"), "check", {.language = "th"});
    CHECK(page.holds("ชื่อย่อมีอักขระที่ใช้ในที่อยู่เว็บไม่ได้ จึงปรับให้ <span class=\"soft\">การประชุม</span>"));
    CHECK(page.body.find("ชื่อย่อมีอักขระ") < page.body.find("<details>"));
}
