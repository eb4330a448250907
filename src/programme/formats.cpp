// SPDX-License-Identifier: Apache-2.0

#include "programme/formats.hpp"

#include "document/calendar.hpp"
#include "document/feed.hpp"
#include "document/schedule_xml.hpp"
#include "document/uuid.hpp"
#include "script/person_name.hpp"

#include <algorithm>

namespace sala::programme {

namespace {

struct Writing {
    const Programme& programme;
    const Published& published;
    const Language& language;

    std::string words(const Text& text) const { return text.words(language); }
    std::string address(const std::string& rest) const
    {
        return published.public_url.empty() ? std::string{} : published.public_url + "/" + programme.slug + rest;
    }
    bool thai() const { return language.is_thai(); }
};

std::string speaker_words(const Writing& writing, const Speaker& speaker)
{
    auto words = script::join(writing.words(speaker.honorific), writing.words(speaker.name), writing.language);
    const auto post = writing.words(speaker.post);
    if (!post.empty())
        words += (words.empty() ? "" : ", ") + post;
    return words;
}

std::string title_words(const Writing& writing, const Intervention& one)
{
    return one.title.empty() ? writing.words(short_name(one.speaker)) : writing.words(one.title);
}

std::string place_words(const Writing& writing, const Sitting& sitting)
{
    const auto* room = writing.programme.room(sitting.room);
    if (!room)
        return writing.words(writing.programme.venue);
    const auto venue = writing.words(room->venue);
    return writing.words(room->name) + (venue.empty() ? "" : ", " + venue);
}

std::string with_doubt(const Writing& writing, std::string description, const Time& time, const std::string& certainty)
{
    const auto add = [&](const char* english, const char* thai) {
        description += (description.empty() ? "" : "\n") + std::string(writing.thai() ? thai : english);
    };
    if (time.illustrative)
        add("Illustrative: time not in the source.", "เวลาสมมุติ: แหล่งข้อมูลไม่ได้ระบุเวลา");
    if (certainty == "conditional")
        add("Conditional: may not take place.", "มีเงื่อนไข: อาจไม่เกิดขึ้น");
    return description;
}

document::CalendarEvent entry(const Writing& writing, const ProgrammeDay& day, const std::string& kind,
                              const std::string& key, const Time& time)
{
    document::CalendarEvent event;
    event.uid = guid_of(writing.programme, kind, key);
    event.start = writing.programme.at(day.day, *time.start);
    event.minutes = time.minutes.value_or(0);
    event.stamp = writing.published.at;
    event.last_modified = writing.published.at;
    const auto sequence = writing.published.sequences.find(kind + ":" + key);
    event.sequence = sequence == writing.published.sequences.end() ? 0 : sequence->second;
    return event;
}

void add_speech(const Writing& writing, const ProgrammeDay& day, const Sitting& sitting, const Intervention& one,
                document::Calendar& calendar)
{
    auto event = entry(writing, day, "intervention", one.key, one.time);
    if (event.minutes == 0)
        event.minutes = sitting.speaker_minutes.value_or(0);
    event.summary = title_words(writing, one) + " – " + writing.words(sitting.title);
    event.description = speaker_words(writing, one.speaker);
    if (const auto about = writing.words(one.about); !about.empty())
        event.description += (event.description.empty() ? "" : "\n") + about;
    event.description = with_doubt(writing, event.description, one.time, one.certainty);
    event.location = place_words(writing, sitting);
    for (const auto& topic : one.topics)
        if (const auto* found = writing.programme.topic(topic))
            event.categories.push_back(writing.words(found->title));
    event.related_to = guid_of(writing.programme, "sitting", sitting.key);
    event.url = writing.address("/interventions/" + one.key);
    event.cancelled = one.cancelled || sitting.cancelled;
    calendar.events.push_back(std::move(event));
}

void add_sitting(const Writing& writing, const ProgrammeDay& day, const Sitting& sitting, document::Calendar& calendar)
{
    if (sitting.time.start) {
        auto event = entry(writing, day, "sitting", sitting.key, sitting.time);
        event.summary = writing.words(sitting.title);
        event.description = with_doubt(writing, writing.words(sitting.about), sitting.time, sitting.certainty);
        event.location = place_words(writing, sitting);
        if (sitting.body > 0)
            event.categories.push_back(
                writing.words(writing.programme.bodies[static_cast<std::size_t>(sitting.body) - 1].abbreviation));
        event.url = writing.address("/sittings/" + sitting.key);
        event.cancelled = sitting.cancelled;
        calendar.events.push_back(std::move(event));
    } else {
        // A sitting without a clock time still has its day.
        document::CalendarEvent event;
        event.uid = guid_of(writing.programme, "sitting", sitting.key);
        event.day = script::iso(day.day);
        event.summary = writing.words(sitting.title);
        event.description = with_doubt(writing, writing.words(sitting.about), sitting.time, sitting.certainty);
        event.location = place_words(writing, sitting);
        event.url = writing.address("/sittings/" + sitting.key);
        event.cancelled = sitting.cancelled;
        event.stamp = event.last_modified = writing.published.at;
        const auto sequence = writing.published.sequences.find("sitting:" + sitting.key);
        event.sequence = sequence == writing.published.sequences.end() ? 0 : sequence->second;
        calendar.events.push_back(std::move(event));
    }
    for (const auto& item : sitting.agenda)
        if (item.time.start) {
            auto event = entry(writing, day, "agenda", item.key, item.time);
            event.summary = writing.words(item.title);
            event.description = with_doubt(writing, writing.words(item.about), item.time, "");
            event.location = place_words(writing, sitting);
            event.related_to = guid_of(writing.programme, "sitting", sitting.key);
            event.url = writing.address("/sittings/" + sitting.key);
            event.cancelled = item.cancelled || sitting.cancelled;
            calendar.events.push_back(std::move(event));
        }
    for (const auto& one : sitting.interventions)
        if (one.time.start)
            add_speech(writing, day, sitting, one, calendar);
}

// Schedule XML numbers its events; the number is made of the identity, so that it stays.
std::int64_t number_of(const std::string& guid)
{
    std::int64_t number = 0;
    for (const char c : guid.substr(0, 8))
        number = number * 16 + (c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    return number + 1;
}

document::ScheduleEvent schedule_event(const Writing& writing, const ProgrammeDay& day, const std::string& kind,
                                       const std::string& key, const Time& time, int minutes)
{
    document::ScheduleEvent event;
    event.guid = guid_of(writing.programme, kind, key);
    event.id = number_of(event.guid);
    event.slug = writing.programme.slug + "-" + key;
    event.start = writing.programme.at(day.day, *time.start);
    event.minutes = minutes;
    event.language = writing.language.tag();
    return event;
}

std::string track_of(const Writing& writing, const Sitting& sitting)
{
    return sitting.body > 0
               ? writing.words(writing.programme.bodies[static_cast<std::size_t>(sitting.body) - 1].abbreviation)
               : std::string{};
}

void add_to_room(const Writing& writing, const ProgrammeDay& day, const Sitting& sitting, document::ScheduleRoom& room)
{
    auto event = schedule_event(writing, day, "sitting", sitting.key, sitting.time, sitting.time.minutes.value_or(0));
    event.title = (sitting.cancelled ? std::string(writing.thai() ? "ยกเลิก: " : "Cancelled: ") : "") +
                  writing.words(sitting.title);
    event.track = track_of(writing, sitting);
    event.type = sitting.kind;
    event.abstract = with_doubt(writing, writing.words(sitting.about), sitting.time, sitting.certainty);
    event.url = writing.address("/sittings/" + sitting.key);
    std::int64_t person = 0;
    for (const auto& one : sitting.interventions)
        if (!one.cancelled && !one.speaker.name.empty())
            event.persons.push_back({++person, script::join(writing.words(one.speaker.honorific),
                                                            writing.words(one.speaker.name), writing.language)});
    room.events.push_back(std::move(event));
    for (const auto& one : sitting.interventions) {
        if (!one.time.start || one.cancelled)
            continue;
        auto speech = schedule_event(writing, day, "intervention", one.key, one.time,
                                     one.time.minutes.value_or(sitting.speaker_minutes.value_or(0)));
        speech.title = title_words(writing, one);
        speech.subtitle = writing.words(sitting.title);
        speech.track = track_of(writing, sitting);
        speech.type = one.act;
        speech.abstract = with_doubt(writing, writing.words(one.about), one.time, one.certainty);
        speech.url = writing.address("/interventions/" + one.key);
        if (!one.speaker.name.empty())
            speech.persons.push_back({1, script::join(writing.words(one.speaker.honorific),
                                                      writing.words(one.speaker.name), writing.language)});
        room.events.push_back(std::move(speech));
    }
}

document::ScheduleDay schedule_day(const Writing& writing, const ProgrammeDay& day, int index)
{
    document::ScheduleDay written{index, script::iso(day.day), writing.programme.at(day.day, 0),
                                  writing.programme.at(day.day, 24 * 60 - 1), {}};
    std::map<std::string, document::ScheduleRoom> rooms;
    for (const auto& sitting : day.sittings) {
        if (!sitting.time.start)
            continue;
        const auto* room = writing.programme.room(sitting.room);
        const auto name = room ? writing.words(room->name) : std::string(writing.thai() ? "นอกห้องประชุม" : "Outside the rooms");
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

std::string guid_of(const Programme& programme, const std::string& kind, const std::string& key)
{
    return document::uuid5(document::uuid_namespace_url, "sala:" + programme.slug + ":" + kind + ":" + key);
}

std::string to_calendar(const Programme& programme, const Published& published, const Language& language)
{
    const Writing writing{programme, published, language};
    document::Calendar calendar;
    calendar.name = programme.title.words(language);
    calendar.url = writing.address("/programme");
    for (const auto& day : programme.days)
        for (const auto& sitting : day.sittings)
            add_sitting(writing, day, sitting, calendar);
    return document::write_calendar(calendar);
}

std::string to_schedule_xml(const Programme& programme, const Published& published, const Language& language)
{
    const Writing writing{programme, published, language};
    document::Schedule schedule;
    schedule.generator = "Sala";
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

std::string to_feed(const Text& forum_title, const std::string& slug, const std::vector<Release>& releases,
                    const std::string& public_url, const Language& language)
{
    document::Feed feed;
    feed.id = "urn:uuid:" + document::uuid5(document::uuid_namespace_url, "sala:" + slug + ":releases");
    feed.title = forum_title.words(language);
    feed.subtitle = language.is_thai() ? "กำหนดการที่เผยแพร่" : "Releases of the programme";
    feed.self = public_url + "/" + slug + "/releases.atom";
    feed.address = public_url + "/" + slug + "/releases";
    feed.author = forum_title.words(language);
    feed.language = language.tag();
    for (const auto& release : releases) {
        document::FeedEntry entry;
        entry.id = "urn:uuid:" + document::uuid5(document::uuid_namespace_url,
                                                 "sala:" + slug + ":release:" + std::to_string(release.number));
        entry.title = std::to_string(release.number) + ". " + release.name;
        entry.address = public_url + "/" + slug + "/releases";
        entry.published = entry.updated = release.at;
        entry.summary = release.note;
        for (const auto& change : release.changes)
            entry.summary += (entry.summary.empty() ? "" : "\n") +
                             sentence_of(change, change.title.words(language)).english();
        feed.entries.push_back(std::move(entry));
        feed.updated = std::max(feed.updated, release.at);
    }
    return document::write_feed(feed);
}

}  // namespace sala::programme
