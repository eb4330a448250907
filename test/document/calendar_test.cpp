// SPDX-License-Identifier: Apache-2.0
//
// Calendars as other programs understand them: what is written is read by libical.

#include "document/calendar.hpp"

#include "document/utf8.hpp"
#include "document/wall_clock.hpp"
#include "files.hpp"

#include <doctest/doctest.h>
#include <libical/ical.h>
#include <memory>

using namespace sala;
using namespace sala::document;

static Instant moment(std::string_view iso) { return moment_in(iso).value(); }

static Calendar two_events()
{
    CalendarEvent speech;
    speech.uid = "886313e1-3b8a-5372-9b90-0c9aee199e5d";
    speech.start = moment("2022-12-01T09:00:00+07:00");
    speech.minutes = 7;
    speech.summary = "Opening remarks; Governor, \\ Phnom Penh";
    speech.description = "การบริหารราชการกรุงเทพมหานครและการพัฒนาเมืองอย่างยั่งยืนร่วมกันของเมืองหลวงอาเซียน\nT"
                         "ime not in the source";
    speech.location = "Hall A, first floor";
    speech.categories = {"Opening, remarks", "Plenary"};
    speech.related_to = "morning-sitting";
    speech.url = "https://forum.example/phnom-penh-2022/opening";
    speech.stamp = moment("2022-11-20T00:00:00Z");
    speech.last_modified = moment("2022-11-21T03:04:05Z");
    CalendarEvent day;
    day.uid = "day-2";
    day.day = "2022-12-31";
    day.days = 2;
    day.summary = "ทัศนศึกษา";
    day.url = "javascript:alert(1)";
    day.cancelled = true;
    day.sequence = 3;
    day.stamp = moment("2022-11-20T00:00:00Z");
    CalendarEvent dinner;
    dinner.uid = "dinner";
    dinner.start = moment("2022-12-01T23:30:00+07:00");
    dinner.end = moment("2022-12-02T01:00:00+07:00");
    dinner.summary = "Dinner";
    dinner.stamp = moment("2022-11-20T00:00:00Z");
    return {
        "Phnom Penh 2022", "", "https://forum.example/phnom-penh-2022", 30, {speech, day, dinner}};
}

using Component = std::unique_ptr<icalcomponent, void (*)(icalcomponent*)>;

static Component parsed(const std::string& text)
{
    return {icalparser_parse_string(text.c_str()), icalcomponent_free};
}

static std::string time_text(icaltimetype time) { return icaltime_as_ical_string(time); }

TEST_CASE("a calendar stays as it is, byte for byte")
{
    const auto text = write_calendar(two_events());
    CHECK(text == golden("calendar.ics", text));
}

TEST_CASE("libical reads a speech of seven minutes with every word it has")
{
    const auto calendar = parsed(write_calendar(two_events()));
    REQUIRE(calendar);
    CHECK(icalcomponent_count_errors(calendar.get()) == 0);
    CHECK(icalcomponent_count_components(calendar.get(), ICAL_VEVENT_COMPONENT) == 3);

    auto* speech = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
    const auto expected = two_events().events[0];
    CHECK(icalcomponent_get_uid(speech) == expected.uid);
    CHECK(icalcomponent_get_summary(speech) == expected.summary);
    CHECK(icalcomponent_get_description(speech) == expected.description);
    CHECK(icalcomponent_get_location(speech) == expected.location);
    CHECK(time_text(icalcomponent_get_dtstart(speech)) == "20221201T020000Z");
    CHECK(icaldurationtype_as_int(icalcomponent_get_duration(speech)) == 7 * 60);
    CHECK(time_text(icalcomponent_get_dtstamp(speech)) == "20221120T000000Z");
    CHECK(icalcomponent_get_status(speech) == ICAL_STATUS_CONFIRMED);
    CHECK(icalcomponent_count_properties(speech, ICAL_URL_PROPERTY) == 1);
    CHECK(icalcomponent_count_properties(speech, ICAL_RELATEDTO_PROPERTY) == 1);
}

TEST_CASE("whole days end on the day after, and a cancelled event says so")
{
    const auto calendar = parsed(write_calendar(two_events()));
    icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
    auto* day = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT);
    CHECK(time_text(icalcomponent_get_dtstart(day)) == "20221231");
    CHECK(time_text(icalcomponent_get_dtend(day)) == "20230102");
    CHECK(icalcomponent_get_status(day) == ICAL_STATUS_CANCELLED);
    CHECK(icalcomponent_get_sequence(day) == 3);
    CHECK(icalcomponent_count_properties(day, ICAL_URL_PROPERTY) == 0);
    auto* dinner = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT);
    CHECK(time_text(icalcomponent_get_dtend(dinner)) == "20221201T180000Z");
}

TEST_CASE("lines are folded at 75 octets and never inside a letter")
{
    const auto text = write_calendar(two_events());
    std::size_t longest = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = text.find("\r\n", begin);
        REQUIRE(end != text.npos);
        const auto line = std::string_view(text).substr(begin, end - begin);
        CHECK_FALSE(first_byte_not_utf8(line));
        CHECK(line.find('\n') == line.npos);
        longest = std::max(longest, line.size());
        begin = end + 2;
    }
    CHECK(longest <= 75);
    CHECK(longest >= 73);
}

TEST_CASE("a text cannot end its line and begin a property of its own")
{
    Calendar calendar{"x", "", "", 0, {}};
    CalendarEvent event;
    event.uid = "a\r\nATTENDEE:b";
    event.summary = "c\rATTACH:d\x01\xFF";
    event.url = "https://a.example/\r\nATTENDEE:b";
    calendar.events = {event};
    const auto text = write_calendar(calendar);
    CHECK(text.find("\nATTENDEE") == text.npos);
    CHECK(text.find("\rATTACH") == text.npos);
    CHECK(text.find("SUMMARY:cATTACH:d\uFFFD\r\n") != text.npos);
    CHECK(text.find("UID:a\\nATTENDEE:b\r\n") != text.npos);
}

TEST_CASE("a calendar is told from other files, whatever its state")
{
    CHECK(looks_like_calendar("\xEF\xBB\xBF\r\nbegin:VCALENDAR\r\n"));
    CHECK_FALSE(looks_like_calendar("BEGIN:VCAL"));
    CHECK_FALSE(looks_like_calendar("BEGIN:VCARD\nEND:VCARD"));
    CHECK_FALSE(looks_like_calendar(""));
    const auto folder = published("ical");
    if (!std::filesystem::exists(folder)) {
        MESSAGE("skipped: the published calendars are not there");
        return;
    }
    int seen = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".ics" && ++seen)
            looks_like_calendar(file_at(entry.path()).value_or(""));
    CHECK(seen >= 160);
}
