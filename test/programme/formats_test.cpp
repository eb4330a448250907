// SPDX-License-Identifier: Apache-2.0
//
// A programme in calendars and schedule apps, as values: which entries there are, when, how long,
// and under which name for ever.

#include "programme/schedule_format.hpp"

#include "calendar_entries.hpp"
#include "document/schedule_xml.hpp"
#include "document/uuid.hpp"
#include "programme/programmes.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace sala;
using namespace sala::programme;

namespace {

const Instant released{1'900'000'000'000};  // 2030-03-17T17:46:40Z
const Published first{1, "Imported", released, {}, ""};

// A sitting with an item and two speeches, a courtesy call, and a day with no clock.
Programme some_programme()
{
    auto morning =
        sitting("morning", "tilia", 540, 60,
                {speech("ama", 550, 7, person("ama")), speech("luz", 560, {}, person("luz"))});
    morning.speaker_minutes = 5;
    morning.agenda = {item("anthem", 541, 3), item("photo", {}, {})};
    morning.interventions.push_back(speech("kofi", {}, {}, person("kofi")));
    auto call = sitting("call", "", 660, 30);
    call.kind = "courtesy-call";
    auto programme = programme_of({{morning, call}, {sitting("tour", "", {}, {})}});
    programme.venue = in_english("The quay");
    return programme;
}

std::map<std::string, Entry> entries(const Programme& programme, const Published& published = first,
                                     const Language& language = Language::english())
{
    return entries_of(to_calendar(programme, published, language));
}

document::ReadSchedule schedule(const Programme& programme)
{
    auto read = document::read_schedule_xml(to_schedule_xml(programme, first, Language::english()));
    REQUIRE(read);
    return *std::move(read);
}

std::vector<document::ScheduleEvent> events(const Programme& programme)
{
    std::vector<document::ScheduleEvent> all;
    for (const auto& day : schedule(programme).schedule.days)
        for (const auto& room : day.rooms)
            all.insert(all.end(), room.events.begin(), room.events.end());
    return all;
}

std::size_t timed_things(const Programme& programme)
{
    std::size_t things = 0;
    for (const auto& day : programme.days)
        for (const auto& sitting : day.sittings) {
            ++things;  // with its clock, or with its day alone
            for (const auto& one : sitting.agenda)
                things += one.time.start ? 1 : 0;
            for (const auto& one : sitting.interventions)
                things += one.time.start ? 1 : 0;
        }
    return things;
}

}  // namespace

TEST_CASE("a calendar has an entry for each sitting, courtesy call, timed item and timed speech, "
          "and for nothing else")
{
    const auto found = entries(some_programme());
    std::map<std::string, std::pair<std::string, int>> when;
    for (const auto& [summary, entry] : found)
        when[summary] = {entry.start, entry.seconds / 60};
    CHECK(when == std::map<std::string, std::pair<std::string, int>>{
                      {"Sitting morning", {"20300506T070000Z", 60}},
                      {"Item anthem", {"20300506T070100Z", 3}},
                      {"Name of ama – Sitting morning", {"20300506T071000Z", 7}},
                      {"Name of luz – Sitting morning", {"20300506T072000Z", 5}},
                      {"Sitting call", {"20300506T090000Z", 30}},
                      {"Sitting tour", {"20300507", 0}}});
    const auto& whole = found.at("Sitting morning");
    CHECK(whole.location == "Tilia");
    // What has no room is at the venue, unless it is of a kind for which guests go elsewhere.
    CHECK(found.at("Sitting tour").location == "The quay");
    CHECK(found.at("Sitting call").location == "");
    CHECK(whole.part_of == "");
    CHECK(found.at("Item anthem").part_of == whole.uid);
    CHECK(found.at("Name of ama – Sitting morning").part_of == whole.uid);
    CHECK(to_calendar(some_programme(), first, Language::english()).find("\r\nDURATION:PT7M\r\n") !=
          std::string::npos);
}

TEST_CASE("an entry keeps its name for ever: it follows from the forum and the key, whatever else "
          "changes")
{
    CHECK(guid_of(some_programme(), "sitting", "opening") ==
          "7179f5a3-9f87-5d0b-84b3-66b4ae77acce");
    CHECK(guid_of(some_programme(), "intervention", "accra-speaks") ==
          "cd27cd29-95e2-5bfb-851d-0af0721a70d4");
    auto later = some_programme();
    later.days[0].sittings[0].time = {600, 90};
    later.days[0].sittings[0].room = "acer";
    std::swap(later.days[0].sittings[0], later.days[0].sittings[1]);
    const Published second{2, "Final", released + std::chrono::hours(1), {}, ""};
    const auto before = entries(some_programme());
    const auto now = entries(later, second);
    REQUIRE(before.size() == now.size());
    for (const auto& [summary, entry] : before) {
        CHECK(now.at(summary).uid == entry.uid);
        CHECK(entry.stamp == "20300317T174640Z");
        CHECK(now.at(summary).stamp == "20300317T184640Z");
    }
    auto elsewhere = some_programme();
    elsewhere.slug = "porto-2031";
    CHECK(entries(elsewhere).at("Sitting morning").uid != before.at("Sitting morning").uid);
    CHECK(guid_of(later, "sitting", "x") != guid_of(later, "agenda", "x"));
}

TEST_CASE("what is cancelled says so, with all that was in it, and its number has grown")
{
    auto programme = some_programme();
    programme.days[0].sittings[0].cancelled = true;
    programme.days[0].sittings[0].interventions[0].cancelled = true;
    const Published second{2, "", released, {{"sitting:morning", 2}, {"intervention:ama", 1}}, ""};
    std::map<std::string, std::pair<bool, int>> state;
    for (const auto& [summary, entry] : entries(programme, second))
        state[summary] = {entry.cancelled, entry.sequence};
    CHECK(state ==
          std::map<std::string, std::pair<bool, int>>{{"Sitting morning", {true, 2}},
                                                      {"Item anthem", {true, 2}},
                                                      {"Name of ama – Sitting morning", {true, 3}},
                                                      {"Name of luz – Sitting morning", {true, 2}},
                                                      {"Sitting call", {false, 0}},
                                                      {"Sitting tour", {false, 0}}});
}

TEST_CASE("a time that no source gives is called illustrative in the description, in the reader's "
          "language")
{
    auto programme = some_programme();
    auto& one = programme.days[0].sittings[0];
    one.time.illustrative = one.interventions[0].time.illustrative =
        one.agenda[0].time.illustrative = true;
    one.about = in_english("In the big hall");
    one.certainty = "conditional";
    const auto english = entries(programme);
    CHECK(
        english.at("Sitting morning").description ==
        "In the big hall\nIllustrative: time not in the source.\nConditional: may not take place.");
    CHECK(english.at("Item anthem").description == "Illustrative: time not in the source.");
    CHECK(english.at("Name of ama – Sitting morning").description ==
          "Name of ama\nIllustrative: time not in the source.");
    CHECK(english.at("Name of luz – Sitting morning").description == "Name of luz");
    CHECK(english.at("Sitting call").description == "");
    CHECK(entries(programme, first, Language::thai()).at("วาระ anthem").description ==
          "เวลาสมมุติ: แหล่งข้อมูลไม่ได้ระบุเวลา");
}

TEST_CASE("a clock is that of the forum: summer and winter, past midnight, and in the hour that "
          "does not exist")
{
    auto programme = programme_of(
        {{sitting("late", "tilia", 24 * 60 + 30, 30), sitting("gap", "acer", 150, 30)}});
    CHECK(entries(programme).at("Sitting late").start == "20300506T223000Z");
    programme.days[0].day = {2030, 3, 31};  // at 02:00 the clocks of Paris go to 03:00
    CHECK(entries(programme).at("Sitting gap").start == "20300331T010000Z");
    programme.days[0].day = {2030, 12, 1};
    CHECK(entries(programme).at("Sitting gap").start == "20301201T013000Z");
}

TEST_CASE("schedule apps get the same identities, rooms and speakers; what is cancelled is marked, "
          "its speeches are gone")
{
    auto programme = some_programme();
    const auto all = events(programme);
    std::vector<std::string> titles;
    for (const auto& event : all)
        titles.push_back(event.title);
    CHECK(titles == std::vector<std::string>{"Sitting morning", "Name of ama", "Name of luz",
                                             "Sitting call"});
    CHECK(all[0].guid == entries(programme).at("Sitting morning").uid);
    CHECK(all[1].guid == guid_of(programme, "intervention", "ama"));
    CHECK(all[1].minutes == 7);
    CHECK(all[1].persons.at(0).name == "Name of ama");
    CHECK(all[1].start == programme.at({2030, 5, 6}, 550));
    CHECK(schedule(programme).adjustments.empty());
    programme.days[0].sittings[0].cancelled = true;
    const auto left = events(programme);
    REQUIRE(left.size() == 2);
    CHECK(left[0].title == "Cancelled: Sitting morning");
}

TEST_CASE("a speaker has one number wherever they speak, and no two events share a number or a "
          "short name")
{
    auto one =
        sitting("ama", "tilia", 540, 60,
                {speech("ama", 540, 7, person("ama")), speech("luz", 550, 7, person("luz"))});
    one.interventions.push_back(speech("again", 560, 7, person("ama")));
    std::set<std::int64_t> numbers;
    std::set<std::string> slugs;
    std::map<std::string, std::set<std::int64_t>> people;
    const auto all = events(programme_of({{one}}));
    for (const auto& event : all) {
        numbers.insert(event.id);
        slugs.insert(event.slug);
        for (const auto& speaker : event.persons)
            people[speaker.name].insert(speaker.id);
    }
    CHECK(all.size() == 4);
    CHECK(all[0].persons.size() == 2);
    CHECK(numbers.size() == 4);
    CHECK(slugs == std::set<std::string>{"lyon-2030-ama", "lyon-2030-intervention-ama",
                                         "lyon-2030-intervention-luz",
                                         "lyon-2030-intervention-again"});
    REQUIRE(people.size() == 2);
    CHECK(people["Name of ama"].size() == 1);
    CHECK(people["Name of luz"].size() == 1);
    CHECK(people["Name of ama"] != people["Name of luz"]);
}

TEST_CASE("any programme is a calendar that libical reads and a schedule that needs no mending")
{
    CHECK(rc::check([] {
        auto programme = any_programme();
        int number = 0;
        for (auto& day : programme.days)  // titles are different, so that entries can be told apart
            for (auto& sitting : day.sittings)
                for (auto& one : sitting.interventions)
                    one.title = in_english("Speech " + std::to_string(++number));
        const auto found = entries(programme);
        RC_ASSERT(found.size() == timed_things(programme));
        std::set<std::string> uids;
        for (const auto& [summary, entry] : found) {
            RC_ASSERT(document::is_uuid(entry.uid));
            uids.insert(entry.uid);
        }
        RC_ASSERT(uids.size() == found.size());
        const auto read =
            document::read_schedule_xml(to_schedule_xml(programme, first, Language::english()));
        if (!read)
            RC_ASSERT(read.refusal().code == "no-events");
        else
            for (const auto& one :
                 read->adjustments)  // the schema wants a length, even where nobody knows it
                RC_ASSERT(one.code == "duration-assumed");
    }));
}

TEST_CASE(
    "what may not take place is tentative in a calendar, and so is all of a sitting that may not")
{
    const auto tentative = [](const Programme& programme) {
        std::set<std::string> names;
        for (const auto& [name, entry] : entries(programme))
            if (entry.tentative)
                names.insert(name);
        return names;
    };
    auto programme = some_programme();
    CHECK(tentative(programme).empty());
    auto& morning = programme.days[0].sittings[0];
    morning.interventions[0].certainty = "conditional";
    programme.days[1].sittings[0].certainty = "conditional";
    CHECK(tentative(programme) ==
          std::set<std::string>{"Name of ama – Sitting morning", "Sitting tour"});
    morning.certainty = "conditional";
    CHECK(tentative(programme) == std::set<std::string>{"Item anthem",
                                                        "Name of ama – Sitting morning",
                                                        "Name of luz – Sitting morning",
                                                        "Sitting morning", "Sitting tour"});
    morning.cancelled = true;
    CHECK(tentative(programme) == std::set<std::string>{"Sitting tour"});
}
