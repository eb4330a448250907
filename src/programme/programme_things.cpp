// SPDX-License-Identifier: Apache-2.0

#include "programme/programme_things.hpp"

#include "programme/programme_json.hpp"

#include <fmt/format.h>

namespace sala::programme {

namespace {

std::string when_words(const ProgrammeDay& day, const Time& time, const Language& language)
{
    const auto date = script::plus_days(day.day, time.start.value_or(0) / (24 * 60));
    auto words =
        script::render_day(date, script::DateStyle::for_reader(language, script::DateForm::brief));
    if (time.start)
        words += " " + script::render_clock(*time.start / 60 % 24, *time.start % 60, language);
    return words;
}

// Empty when nobody said how long.
Text length_of(const Time& time)
{
    Text length;
    if (time.minutes)
        for (const auto& language : {Language::english(), Language::thai()})
            length.set(
                language,
                {fmt::format("{} {}", *time.minutes, language.is_thai() ? "นาที" : "min"), {}});
    return length;
}

// In the languages of the pages: a release keeps it as it was said.
Text when_of(const ProgrammeDay& day, const Time& time)
{
    Text when;
    for (const auto& language : {Language::english(), Language::thai()})
        when.set(language, {when_words(day, time, language), {}});
    return when;
}

Text place_of(const ProgrammeDay& day, const Time& time, const ProgrammeRoom* room)
{
    auto place = when_of(day, time);
    if (!room)
        return place;
    for (const auto& language : {Language::english(), Language::thai()})
        place.set(language, {place.words(language) + ", " + room->name.words(language), {}});
    return place;
}

const Text& title_of(const Intervention& one)
{
    return one.title.empty() ? short_name(one.speaker) : one.title;
}

// What a release keeps of a thing, without what a change of its own kind tells.
std::string rest_of(Json json, const std::string& parent)
{
    for (const auto* told : {"title", "room", "start", "start_minute", "minutes", "cancelled",
                             "agenda", "interventions"})
        json.set(told, nullptr);
    return parent + json.write();
}

// Which rooms, bodies and topics there are, the days, the zone: what stands around the sittings.
// What a room, a body or a topic is called is its own.
std::string frame_of(Json json)
{
    auto days = Json::array();
    for (const auto& day : json["days"].items())
        days.push(
            Json::object({{"key", day["key"]}, {"day", day["day"]}, {"title", day["title"]}}));
    json.set("days", std::move(days));
    json.set("title", nullptr);
    for (const auto* named : {"rooms", "bodies", "topics"}) {
        auto keys = Json::array();
        for (const auto& one : json[named].items())
            keys.push(one["edition"].string() + ":" + one["key"].string());
        json.set(named, std::move(keys));
    }
    return json.write();
}

// What has a name and no time.
void add_named(std::map<std::string, Thing>& things, const Programme& programme)
{
    const auto add = [&](const std::string& kind, const std::string& key, const Text& name,
                         std::string rest) {
        things[kind + ":" + key] = {kind, name, {}, {}, {}, {}, "", false, std::move(rest)};
    };
    for (const auto& room : programme.rooms)
        add("room", room.key, room.name, room.venue.canonical_json());
    for (const auto& body : programme.bodies)
        add("body", body.edition, body.name, body.abbreviation.canonical_json());
    for (const auto& topic : programme.topics)
        add("topic", topic.key, topic.title, std::to_string(topic.number));
}

void add_sitting(std::map<std::string, Thing>& things, const Programme& programme,
                 const ProgrammeDay& day, const Sitting& sitting, const Json& json)
{
    things["sitting:" + sitting.key] = {"sitting",
                                        sitting.title,
                                        {},
                                        when_of(day, sitting.time),
                                        length_of(sitting.time),
                                        place_of(day, sitting.time, programme.room(sitting.room)),
                                        sitting.room,
                                        sitting.cancelled,
                                        rest_of(json, "")};
    for (std::size_t i = 0; i < sitting.agenda.size(); ++i) {
        const auto& item = sitting.agenda[i];
        const auto when = when_of(day, item.time);
        things["agenda:" + item.key] = {
            "agenda", item.title,           sitting.title,
            when,     length_of(item.time), when,
            "",       item.cancelled,       rest_of(json["agenda"].items()[i], sitting.key)};
    }
    for (std::size_t i = 0; i < sitting.interventions.size(); ++i) {
        const auto& one = sitting.interventions[i];
        const auto when = when_of(day, one.time);
        things["intervention:" + one.key] = {
            "intervention",
            title_of(one),
            sitting.title,
            when,
            length_of(one.time),
            when,
            "",
            one.cancelled,
            rest_of(json["interventions"].items()[i], sitting.key)};
    }
}

}  // namespace

std::map<std::string, Thing> things_of(const Programme& programme)
{
    const auto json = to_json(programme);
    std::map<std::string, Thing> things;
    things["programme:" + programme.slug] = {"programme", programme.title, {}, {}, {}, {}, "",
                                             false,       frame_of(json)};
    add_named(things, programme);
    for (std::size_t d = 0; d < programme.days.size(); ++d) {
        const auto& day = programme.days[d];
        for (std::size_t i = 0; i < day.sittings.size(); ++i)
            add_sitting(things, programme, day, day.sittings[i],
                        json["days"].items()[d]["sittings"].items()[i]);
    }
    return things;
}

Text with_length(const Thing& thing)
{
    auto words = thing.place;
    if (!thing.length.empty())
        for (const auto& language : {Language::english(), Language::thai()})
            words.set(
                language,
                {fmt::format("{} ({})", words.words(language), thing.length.words(language)), {}});
    return words;
}

bool is_part_of_frame(const Thing& thing)
{
    return thing.kind == "room" || thing.kind == "body" || thing.kind == "topic";
}

}  // namespace sala::programme
