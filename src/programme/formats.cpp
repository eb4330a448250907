// SPDX-License-Identifier: Apache-2.0

#include "programme/formats.hpp"

#include "document/calendar.hpp"
#include "programme/format_words.hpp"

#include <algorithm>

namespace sala::programme {

namespace {

document::CalendarEvent entry(const Writing& writing, const ProgrammeDay& day,
                              const std::string& kind, const std::string& key, const Time& time)
{
    document::CalendarEvent event;
    event.uid = guid_of(writing.programme, kind, key);
    event.start = writing.programme.at(day.day, *time.start);
    event.minutes = time.minutes.value_or(0);
    event.stamp = event.last_modified = writing.published.at;
    event.sequence = writing.sequence(kind, key);
    return event;
}

bool may_not_be(const std::string& certainty) { return certainty == "conditional"; }

// What happens to a sitting happens to everything in it: calendars must take that again as well.
void put_into(const Writing& writing, const Sitting& sitting, document::CalendarEvent& event)
{
    event.related_to = guid_of(writing.programme, "sitting", sitting.key);
    event.sequence += writing.sequence("sitting", sitting.key);
}

void add_speech(const Writing& writing, const ProgrammeDay& day, const Sitting& sitting,
                const Intervention& one, document::Calendar& calendar)
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
    put_into(writing, sitting, event);
    event.url = writing.address("/interventions/" + one.key);
    event.cancelled = one.cancelled || sitting.cancelled;
    event.tentative = may_not_be(one.certainty) || may_not_be(sitting.certainty);
    calendar.events.push_back(std::move(event));
}

void add_sitting(const Writing& writing, const ProgrammeDay& day, const Sitting& sitting,
                 document::Calendar& calendar)
{
    if (sitting.time.start) {
        auto event = entry(writing, day, "sitting", sitting.key, sitting.time);
        event.summary = writing.words(sitting.title);
        event.description =
            with_doubt(writing, writing.words(sitting.about), sitting.time, sitting.certainty);
        event.location = place_words(writing, sitting);
        if (sitting.body > 0)
            event.categories.push_back(writing.words(
                writing.programme.bodies[static_cast<std::size_t>(sitting.body) - 1].abbreviation));
        event.url = writing.address("/sittings/" + sitting.key);
        event.cancelled = sitting.cancelled;
        event.tentative = may_not_be(sitting.certainty);
        calendar.events.push_back(std::move(event));
    } else {
        // A sitting without a clock time still has its day.
        document::CalendarEvent event;
        event.uid = guid_of(writing.programme, "sitting", sitting.key);
        event.day = script::iso(day.day);
        event.summary = writing.words(sitting.title);
        event.description =
            with_doubt(writing, writing.words(sitting.about), sitting.time, sitting.certainty);
        event.location = place_words(writing, sitting);
        event.url = writing.address("/sittings/" + sitting.key);
        event.cancelled = sitting.cancelled;
        event.tentative = may_not_be(sitting.certainty);
        event.stamp = event.last_modified = writing.published.at;
        event.sequence = writing.sequence("sitting", sitting.key);
        calendar.events.push_back(std::move(event));
    }
    for (const auto& item : sitting.agenda)
        if (item.time.start) {
            auto event = entry(writing, day, "agenda", item.key, item.time);
            event.summary = writing.words(item.title);
            event.description = with_doubt(writing, writing.words(item.about), item.time, "");
            event.location = place_words(writing, sitting);
            put_into(writing, sitting, event);
            event.url = writing.address("/sittings/" + sitting.key);
            event.cancelled = item.cancelled || sitting.cancelled;
            event.tentative = may_not_be(sitting.certainty);
            calendar.events.push_back(std::move(event));
        }
    for (const auto& one : sitting.interventions)
        if (one.time.start)
            add_speech(writing, day, sitting, one, calendar);
}

}  // namespace

std::string to_calendar(const Programme& programme, const Published& published,
                        const Language& language)
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

}  // namespace sala::programme
