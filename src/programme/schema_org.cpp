// SPDX-License-Identifier: Apache-2.0

#include "programme/schema_org.hpp"

#include "directory/whole_name.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace sala::programme {

using forum::Forum;

namespace {

constexpr std::size_t described_sittings_max = 60;

// "2022-12-02T09:00:00+07:00", or the day alone.
std::string event_moment(const Programme& programme, const script::Day& day,
                         const std::optional<int>& minute, bool illustrative)
{
    const auto zone = script::Zone::named(programme.zone);
    if (!minute || illustrative || !zone)
        return script::iso(day);
    const auto at = programme.at(day, *minute);
    const auto clock = script::clock(at, *zone);
    const auto offset = script::offset_minutes(at, *zone);
    return fmt::format("{}T{:02}:{:02}:00{}{:02}:{:02}", script::iso(clock.day), clock.hour,
                       clock.minute, offset < 0 ? '-' : '+', std::abs(offset) / 60,
                       std::abs(offset) % 60);
}

Json part_event(const web::Desk& desk, const Forum& forum, const Programme& programme,
                const ProgrammeDay& day, const Sitting& sitting)
{
    const auto& language = desk.reader().language;
    auto event =
        Json::object({{"@type", "Event"},
                      {"name", sitting.title.words(language)},
                      {"url", desk.absolute(forum.address() + "/sittings/" + sitting.key)},
                      {"startDate", event_moment(programme, day.day, sitting.time.start,
                                                 sitting.time.illustrative)},
                      {"eventStatus", sitting.cancelled ? "https://schema.org/EventCancelled"
                                                        : "https://schema.org/EventScheduled"}});
    if (sitting.time.end() && !sitting.time.illustrative)
        event.set("endDate", event_moment(programme, day.day, sitting.time.end(), false));
    if (const auto* room = programme.room(sitting.room))
        event.set("location",
                  Json::object({{"@type", "Place"}, {"name", room->name.words(language)}}));
    return event;
}

Json place_of(const Forum& forum, const Language& language)
{
    auto address = Json::object(
        {{"@type", "PostalAddress"}, {"addressLocality", forum.city_name.words(language)}});
    if (!forum.country_code.empty())
        address.set("addressCountry", forum.country_code);
    return Json::object(
        {{"@type", "Place"},
         {"name", (forum.venue.empty() ? forum.city_name : forum.venue).words(language)},
         {"address", std::move(address)}});
}

// Those who are named and still speak.
Json performers_of(const Sitting& sitting, const Language& language)
{
    auto performers = Json::array();
    for (const auto& one : sitting.interventions)
        if (!one.cancelled && !one.speaker.name.empty())
            performers.push(
                Json::object({{"@type", "Person"},
                              {"name", directory::whole_name(one.speaker.honorific,
                                                             one.speaker.name, language)}}));
    return performers;
}

}  // namespace

Json event_of(const web::Desk& desk, const Forum& forum)
{
    const auto& language = desk.reader().language;
    auto event = Json::object({{"@context", "https://schema.org"},
                               {"@type", "Event"},
                               {"name", forum.title.words(language)},
                               {"url", desk.absolute(forum.address())},
                               {"eventStatus", "https://schema.org/EventScheduled"},
                               {"location", place_of(forum, language)}});
    if (forum.date) {
        event.set("startDate", forum.date->start().iso());
        if (forum.date->end_kind() == script::PartialDate::End::given)
            event.set("endDate", forum.date->end().iso());
    }
    return event;
}

Json sitting_events(const web::Desk& desk, const Forum& forum, const Programme& programme)
{
    auto events = Json::array();
    std::size_t sittings = 0;
    for (const auto& day : programme.days)
        sittings += day.sittings.size();
    if (sittings <= described_sittings_max)
        for (const auto& day : programme.days)
            for (const auto& sitting : day.sittings)
                events.push(part_event(desk, forum, programme, day, sitting));
    return events;
}

Json programme_event(const web::Desk& desk, const Forum& forum, const Programme& programme)
{
    auto event = event_of(desk, forum);
    if (auto parts = sitting_events(desk, forum, programme); !parts.items().empty())
        event.set("subEvent", std::move(parts));
    return event;
}

Json sitting_event(const web::Desk& desk, const Forum& forum, const Programme& programme,
                   const Sitting& sitting)
{
    const auto& language = desk.reader().language;
    auto event = part_event(desk, forum, programme, *programme.day_of(sitting.key), sitting);
    auto whole = event_of(desk, forum);
    event.set("@context", whole["@context"]);
    if (!programme.room(sitting.room) && !sitting.is_away())
        event.set("location", whole["location"]);
    event.set("superEvent", std::move(whole));
    if (!sitting.about.empty())
        event.set("description", sitting.about.words(language));
    if (auto performers = performers_of(sitting, language); !performers.items().empty())
        event.set("performer", std::move(performers));
    return event;
}

}  // namespace sala::programme
