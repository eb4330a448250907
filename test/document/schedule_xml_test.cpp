// SPDX-License-Identifier: Apache-2.0
//
// Programmes go out as valid schedule XML and come in from whoever publishes them, however they do.

#include "document/schedule_xml.hpp"

#include "document/html_text.hpp"
#include "document/uuid.hpp"
#include "document/wall_clock.hpp"
#include "files.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <set>
#include <string>

using namespace sala;
using namespace sala::document;

static Instant moment(std::string_view iso) { return moment_in(iso).value(); }

static Schedule small_schedule()
{
    Schedule schedule;
    schedule.generator = "Sala";
    schedule.generator_version = "0.1";
    schedule.version = "Draft <2> & more";
    schedule.conference = {"phnom-penh-2022",
                           "ASEAN Mayors Forum",
                           "2022-12-01",
                           "2022-12-01",
                           1,
                           5,
                           "https://forum.example/phnom-penh-2022",
                           "",
                           "Asia/Phnom_Penh",
                           {{"Resilience & recovery", "#aa3300", "resilience"}}};
    ScheduleEvent opening{.id = 1,
                          .guid = uuid5(uuid_namespace_url, "opening"),
                          .slug = "phnom-penh-2022-opening",
                          .start = moment("2022-12-01T09:00:00+07:00"),
                          .minutes = 7,
                          .title = "พิธีเปิด \"Opening\"",
                          .track = "Resilience & recovery",
                          .type = "remarks",
                          .language = "th",
                          .abstract = "a < b\x01",
                          .url = "https://forum.example/phnom-penh-2022/opening"};
    opening.persons = {{0, "Governor of Phnom Penh"}, {7, "ผู้ว่าราชการกรุงเทพมหานคร"}};
    opening.links = {{"https://forum.example/a?b=1&c=2", "Text"}};
    ScheduleEvent night{.id = 2,
                        .guid = uuid5(uuid_namespace_url, "night"),
                        .slug = "not a slug",
                        .start = moment("2022-12-01T23:30:00+07:00"),
                        .minutes = 90,
                        .title = "Dinner",
                        .url = "javascript:alert(1)"};
    schedule.days = {
        {1,
         "2022-12-01",
         moment("2022-12-01T08:00:00+07:00"),
         moment("2022-12-02T02:00:00+07:00"),
         {{"Aula", uuid5(uuid_namespace_url, "aula"), {opening}}, {"Garden", "", {night}}}}};
    return schedule;
}

static std::string refused(std::string_view bytes)
{
    const auto read = read_schedule_xml(bytes);
    REQUIRE_FALSE(read);
    return read.refusal().code;
}

static std::string codes(const ReadSchedule& read)
{
    std::string all;
    for (const auto& one : read.adjustments)
        all += one.code + " x" + std::to_string(one.count) + " " + one.where.english() + "\n";
    return all;
}

static bool is_valid(const std::string& xml)
{
    const auto schema = published("schedule/voc-schedule.xml.xsd");
    if (!file_at(schema)) {
        MESSAGE("skipped: the published schema is not there");
        return true;
    }
    Folder folder;
    write_file(folder / "schedule.xml", xml);
    const auto ran = run("xmllint --nonet --noout --schema " + schema.string() + " " +
                         (folder / "schedule.xml"));
    INFO(ran.output);
    CHECK(ran.exit == 0);
    return ran.exit == 0;
}

TEST_CASE("a programme is written as schedule XML that is valid and stays as it is")
{
    const auto xml = write_schedule_xml(small_schedule());
    CHECK(xml == golden("schedule.xml", xml));
    CHECK(is_valid(xml));
}

TEST_CASE("what is written reads back the same, but for what the schema cannot hold")
{
    auto expected = small_schedule();
    expected.conference.tracks[0].slug = "resilience";
    expected.days[0].rooms[0].events[0].abstract = "a < b\uFFFD";
    expected.days[0].rooms[1].events[0].slug = "";
    expected.days[0].rooms[1].events[0].url = "";

    const auto read = read_schedule_xml(write_schedule_xml(small_schedule()));

    REQUIRE(read);
    CHECK(read->schedule == expected);
    CHECK(codes(*read) == "");
}

TEST_CASE("FOSDEM's programme is read with a list of what was adjusted")
{
    const auto bytes = file_at(published("schedule/fosdem_2021.xml"));
    if (!bytes) {
        MESSAGE("skipped: fosdem_2021.xml is not there");
        return;
    }
    const auto read = read_schedule_xml(*bytes);
    REQUIRE(read);
    const auto& schedule = read->schedule;
    std::size_t events = 0;
    std::set<std::string> rooms;
    for (const auto& day : schedule.days)
        for (const auto& room : day.rooms) {
            rooms.insert(room.name);
            events += room.events.size();
            for (const auto& event : room.events)
                CHECK_FALSE(holds_html(event.abstract));
        }
    CHECK(events == 773);
    CHECK(rooms.size() == 108);
    CHECK(schedule.conference.acronym == "fosdem-2021");
    CHECK(schedule.conference.time_zone == "UTC");
    CHECK(schedule.days[0].rooms[0].events[0].start == moment("2021-02-06T09:00:00Z"));
    CHECK(schedule.days[0].rooms[0].events[0].abstract == "FOSDEM welcome and opening talk.");
    CHECK(codes(*read) == R"(version-missing x1 conference
time-zone-assumed x1 conference
acronym-derived x1 conference
day-hours-assumed x2 day 1
date-from-day x773 day 1, room K.fosdem, event 11795
guid-derived x773 day 1, room K.fosdem, event 11795
html-made-plain x1000 day 1, room K.fosdem, event 11795
empty-room x87 day 1, room D.bsd
)");
    CHECK(is_valid(write_schedule_xml(schedule)));
}

TEST_CASE("DebConf's programme is read in its own time zone")
{
    const auto bytes = file_at(published("schedule/debconf23.xml"));
    if (!bytes) {
        MESSAGE("skipped: debconf23.xml is not there");
        return;
    }
    const auto read = read_schedule_xml(*bytes);
    REQUIRE(read);
    const auto& schedule = read->schedule;
    std::size_t events = 0;
    for (const auto& day : schedule.days)
        for (const auto& room : day.rooms)
            events += room.events.size();
    CHECK(events == 117);
    CHECK(schedule.conference.acronym == "debconf23");
    CHECK(schedule.conference.time_zone == "Asia/Kolkata");
    CHECK(schedule.days.size() == 8);
    CHECK(schedule.days[0].date == "2023-09-10");
    CHECK(schedule.days[0].rooms[0].events[0].start == moment("2023-09-10T10:30:00+05:30"));
    CHECK(codes(*read) == R"(version-missing x1 conference
day-date-corrected x8 day 1
empty-room x2 day 8, room Kuthiran
)");
    CHECK(is_valid(write_schedule_xml(schedule)));
}

TEST_CASE("numbers used twice, nights, missing titles and unreadable durations are put right")
{
    const auto read = read_schedule_xml(R"(<schedule><version>3</version><conference>
        <acronym>AMF</acronym><title>Mayors</title><start>2022-12-01</start><end>2022-12-02</end>
        <day_change>04:00</day_change><time_zone_name>Asia/Bangkok</time_zone_name></conference>
        <day date="2022-12-01"><room name="Hall">
        <event id="5"><start>23:00</start><duration>01:30</duration><title>Night</title></event>
        <event id="5"><start>00:30</start><duration>soon</duration><slug>late</slug></event>
        <event id="9"><duration>01:00</duration><title>Whenever</title></event>
        </room><room name="Cellar"/></day></schedule>)");
    REQUIRE(read);
    const auto& events = read->schedule.days.at(0).rooms.at(0).events;
    REQUIRE(events.size() == 2);
    CHECK(events[0].start == moment("2022-12-01T23:00:00+07:00"));
    CHECK(events[0].minutes == 90);
    CHECK(events[1].start == moment("2022-12-02T00:30:00+07:00"));
    CHECK(events[1].minutes == 30);
    CHECK(events[1].id == 10);
    CHECK(events[1].title == "late");
    CHECK(read->schedule.conference.acronym == "amf-2022");
    CHECK(codes(*read) == R"(acronym-derived x1 conference
day-hours-assumed x1 day 1
date-from-day x2 day 1, room Hall, event 5
guid-derived x2 day 1, room Hall, event 5
past-midnight x1 day 1, room Hall, event 5
duration-assumed x1 day 1, room Hall, event 5
id-replaced x1 day 1, room Hall, event 5
event-title-missing x1 day 1, room Hall, event 5
event-left-out x1 day 1, room Hall, event 9
empty-room x1 day 1, room Cellar
)");
}

TEST_CASE("dangerous, foreign and empty files are refused")
{
    CHECK(refused("<!DOCTYPE schedule [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                  "<schedule>&x;</schedule>") == "malicious-xml");
    CHECK(refused("<!DOCTYPE schedule><schedule/>") == "malicious-xml");
    CHECK(refused("<!DOCTYPE schedule [<!ENTITY a \"aaaa\"><schedule/>") == "malicious-xml");
    CHECK(refused("<rss/>") == "not-a-schedule");
    CHECK(refused("BEGIN:VCALENDAR") == "not-xml");
    CHECK(refused("") == "not-xml");
    CHECK(refused("<schedule><day>") == "not-xml");
    CHECK(refused("<schedule><title>\xA1\xC3</title></schedule>") == "not-utf8");
    CHECK(refused("<schedule><day date='2022-12-01'><room name='a'/></day></schedule>") ==
          "no-events");
    CHECK(refused(std::string(schedule_bytes_max + 1, ' ')) == "file-too-large");
}

TEST_CASE("HTML keeps its words, its paragraphs and its links")
{
    CHECK(text_of_html(
              "<p>One &amp; <b>two</b></p>\n<ul><li>a</li>\n<li>b&#x2019;s</li></ul>"
              "<script>alert('x')</script><p>See <a href=\"https://a.example/\">this</a>.</p>") ==
          "One & two\n\n- a\n- b\u2019s\n\nSee this (https://a.example/).");
    CHECK(text_of_html("a < b, c<br/>d") == "a < b, c\nd");
    CHECK_FALSE(holds_html("1 < 2 and <stdio.h> > 0"));
    CHECK(holds_html("a <BR> b"));
}

TEST_CASE("cut and damaged schedules never make the reader fall over")
{
    auto whole = write_schedule_xml(small_schedule());
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const auto read = read_schedule_xml(std::string_view(whole).substr(0, size));
        if (!read)
            CHECK(read.refusal().kind == Refusal::invalid);
    }
    const auto published_bytes = file_at(published("schedule/debconf23.xml"));
    const auto bytes =
        published_bytes ? published_bytes->substr(0, 20000) + "</room></day></schedule>" : whole;
    CHECK(rc::check([&] {
        auto damaged = *rc::gen::element(whole, bytes);
        const auto blows = *rc::gen::inRange(1, 12);
        for (int i = 0; i < blows; ++i)
            damaged[*rc::gen::inRange<std::size_t>(0, damaged.size())] =
                *rc::gen::arbitrary<char>();
        const auto read = read_schedule_xml(damaged);
        if (read)
            RC_ASSERT(!write_schedule_xml(read->schedule).empty());
    }));
    const std::string deep(2'000'000, '<');
    CHECK(refused(deep) == "not-xml");
    std::string nested;
    for (int i = 0; i < 300'000; ++i)
        nested += "<a>";
    CHECK(refused(nested) == "not-xml");
}
