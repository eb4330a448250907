// SPDX-License-Identifier: Apache-2.0

#include "programme/schedule_format.hpp"

#include "base/version.hpp"
#include "directory/whole_name.hpp"
#include "document/schedule_xml.hpp"
#include "programme/format_words.hpp"

#include <algorithm>

namespace sala::programme {

namespace {

// Schedule XML numbers its events; the number is made of the identity, so that it stays.
std::int64_t number_of(const std::string& guid)
{
    std::int64_t number = 0;
    for (const char c : guid.substr(0, 8))
        number = number * 16 + (c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    return number + 1;
}

document::ScheduleEvent schedule_event(const Writing& writing, const ProgrammeDay& day,
                                       const std::string& kind, const std::string& key,
                                       const Time& time, int minutes)
{
    document::ScheduleEvent event;
    event.guid = guid_of(writing.programme, kind, key);
    event.id = number_of(event.guid);
    // A speech may have the key of a sitting, and slugs must differ.
    event.slug = writing.programme.slug + (kind == "sitting" ? "-" : "-" + kind + "-") + key;
    event.start = writing.programme.at(day.day, *time.start);
    event.minutes = minutes;
    event.language = writing.language.tag();
    return event;
}

std::string track_of(const Writing& writing, const Sitting& sitting)
{
    return sitting.body > 0
               ? writing.words(writing.programme.bodies[static_cast<std::size_t>(sitting.body) - 1]
                                   .abbreviation)
               : std::string{};
}

// Apps know a person by their number, so it is the same wherever they speak.
void add_person(const Writing& writing, const Speaker& speaker, document::ScheduleEvent& event)
{
    const auto number = number_of(guid_of(writing.programme, "person", speaker.person_key));
    const bool there =
        std::any_of(event.persons.begin(), event.persons.end(),
                    [&](const document::SchedulePerson& one) { return one.id == number; });
    if (!speaker.name.empty() && !there)
        event.persons.push_back(
            {number, directory::whole_name(speaker.honorific, speaker.name, writing.language)});
}

void add_to_room(const Writing& writing, const ProgrammeDay& day, const Sitting& sitting,
                 document::ScheduleRoom& room)
{
    auto event = schedule_event(writing, day, "sitting", sitting.key, sitting.time,
                                sitting.time.minutes.value_or(0));
    event.title =
        (sitting.cancelled ? std::string(writing.thai() ? "ยกเลิก: " : "Cancelled: ") : "") +
        writing.words(sitting.title);
    event.track = track_of(writing, sitting);
    event.type = sitting.kind;
    event.abstract =
        with_doubt(writing, writing.words(sitting.about), sitting.time, sitting.certainty);
    event.url = writing.address("/sittings/" + sitting.key);
    for (const auto& one : sitting.interventions)
        if (!one.cancelled)
            add_person(writing, one.speaker, event);
    room.events.push_back(std::move(event));
    for (const auto& one : sitting.interventions) {
        if (!one.time.start || one.cancelled || sitting.cancelled)
            continue;
        auto speech =
            schedule_event(writing, day, "intervention", one.key, one.time,
                           one.time.minutes.value_or(sitting.speaker_minutes.value_or(0)));
        speech.title = title_words(writing, one);
        speech.subtitle = writing.words(sitting.title);
        speech.track = track_of(writing, sitting);
        speech.type = one.act;
        speech.abstract = with_doubt(writing, writing.words(one.about), one.time, one.certainty);
        speech.url = writing.address("/interventions/" + one.key);
        add_person(writing, one.speaker, speech);
        room.events.push_back(std::move(speech));
    }
}

document::ScheduleDay schedule_day(const Writing& writing, const ProgrammeDay& day, int index)
{
    document::ScheduleDay written{index,
                                  script::iso(day.day),
                                  writing.programme.at(day.day, 0),
                                  writing.programme.at(day.day, 24 * 60 - 1),
                                  {}};
    std::map<std::string, document::ScheduleRoom> rooms;
    for (const auto& sitting : day.sittings) {
        if (!sitting.time.start)
            continue;
        const auto* room = writing.programme.room(sitting.room);
        const auto name = room ? writing.words(room->name)
                               : std::string(writing.thai() ? "นอกห้องประชุม" : "Outside the rooms");
        auto& held = rooms[sitting.room];
        held.name = name;
        add_to_room(writing, day, sitting, held);
    }
    for (const auto& room : writing.programme.rooms)
        if (const auto held = rooms.find(room.key); held != rooms.end())
            written.rooms.push_back(held->second);
    if (const auto outside = rooms.find(""); outside != rooms.end())
        written.rooms.push_back(outside->second);
    return written;
}

}  // namespace

std::string to_schedule_xml(const Programme& programme, const Published& published,
                            const Language& language)
{
    const Writing writing{programme, published, language};
    document::Schedule schedule;
    schedule.generator = "Sala";
    schedule.generator_version = version;
    schedule.version = std::to_string(published.number) + " " + published.name;
    auto& conference = schedule.conference;
    conference.acronym = programme.slug;
    conference.title = programme.title.words(language);
    conference.time_zone = programme.zone;
    conference.days = static_cast<int>(programme.days.size());
    conference.timeslot_minutes = 1;
    conference.base_url = published.public_url;
    conference.url = writing.address("");
    if (!programme.days.empty()) {
        conference.start = script::iso(programme.days.front().day);
        conference.end = script::iso(programme.days.back().day);
    }
    for (const auto& body : programme.bodies)
        conference.tracks.push_back({body.abbreviation.words(language), "", ""});
    int index = 0;
    for (const auto& day : programme.days)
        schedule.days.push_back(schedule_day(writing, day, ++index));
    return document::write_schedule_xml(schedule);
}

}  // namespace sala::programme
