// SPDX-License-Identifier: Apache-2.0

#include "programme/changes.hpp"

#include "programme/programme_json.hpp"

#include <fmt/format.h>

namespace sala::programme {

namespace {

// One thing of the programme, flat, so that two programmes can be compared thing by thing.
struct Thing {
    std::string kind;
    Text title;
    Text when;         // for people
    Text place;        // when and where, for people
    std::string room;  // key
    bool cancelled;
    std::string rest;  // everything else that is printed
};

std::string when_words(const ProgrammeDay& day, const Time& time, const Language& language)
{
    const auto date = script::plus_days(day.day, time.start.value_or(0) / (24 * 60));
    auto words =
        script::render_day(date, script::DateStyle::for_reader(language, script::DateForm::brief));
    if (time.start)
        words += " " + script::render_clock(*time.start / 60 % 24, *time.start % 60, language);
    if (time.minutes)
        words += fmt::format(" ({} {})", *time.minutes, language.is_thai() ? "นาที" : "min");
    return words;
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

// Whether people have to be elsewhere, or at another time. A hall that is called otherwise is where
// it was.
bool moved(const Thing& was, const Thing& is)
{
    return was.when != is.when || (was.room != is.room && was.place != is.place);
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
        things[kind + ":" + key] = {kind, name, {}, {}, "", false, std::move(rest)};
    };
    for (const auto& room : programme.rooms)
        add("room", room.key, room.name, room.venue.canonical_json());
    for (const auto& body : programme.bodies)
        add("body", body.edition, body.name, body.abbreviation.canonical_json());
    for (const auto& topic : programme.topics)
        add("topic", topic.key, topic.title, std::to_string(topic.number));
}

// That there is one more or one less of these is a change of what stands around the sittings.
bool is_part_of_frame(const Thing& thing)
{
    return thing.kind == "room" || thing.kind == "body" || thing.kind == "topic";
}

void add_sitting(std::map<std::string, Thing>& things, const Programme& programme,
                 const ProgrammeDay& day, const Sitting& sitting, const Json& json)
{
    things["sitting:" + sitting.key] = {"sitting",
                                        sitting.title,
                                        when_of(day, sitting.time),
                                        place_of(day, sitting.time, programme.room(sitting.room)),
                                        sitting.room,
                                        sitting.cancelled,
                                        rest_of(json, "")};
    for (std::size_t i = 0; i < sitting.agenda.size(); ++i) {
        const auto& item = sitting.agenda[i];
        const auto when = when_of(day, item.time);
        things["agenda:" + item.key] = {"agenda",
                                        item.title,
                                        when,
                                        when,
                                        "",
                                        item.cancelled,
                                        rest_of(json["agenda"].items()[i], sitting.key)};
    }
    for (std::size_t i = 0; i < sitting.interventions.size(); ++i) {
        const auto& one = sitting.interventions[i];
        const auto when = when_of(day, one.time);
        things["intervention:" + one.key] = {
            "intervention",
            title_of(one),
            when,
            when,
            "",
            one.cancelled,
            rest_of(json["interventions"].items()[i], sitting.key)};
    }
}

std::map<std::string, Thing> things_of(const Programme& programme)
{
    const auto json = to_json(programme);
    std::map<std::string, Thing> things;
    things["programme:" + programme.slug] = {"programme", programme.title, {}, {}, "",
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

Json kept(const Text& text)
{
    return text.empty() ? Json::object() : *Json::read(text.canonical_json());
}

Text read_kept(const Json& json) { return Text::read(json.write()).value_or(Text{}); }

constexpr const char* words[] = {"added", "removed", "cancelled", "restored",
                                 "moved", "renamed", "reworded"};

}  // namespace

std::vector<ProgrammeChange> changes_between(const Programme& before, const Programme& after)
{
    using What = ProgrammeChange::What;
    std::vector<ProgrammeChange> changes;
    const auto was = things_of(before);
    const auto is = things_of(after);
    const auto note = [&](What what, const std::string& key, const Thing& thing, Text from,
                          Text to) {
        changes.push_back({what, thing.kind, key.substr(key.find(':') + 1), thing.title,
                           std::move(from), std::move(to)});
    };
    for (const auto& [key, thing] : is) {
        const auto old = was.find(key);
        if (old == was.end()) {
            if (!is_part_of_frame(thing))
                note(What::added, key, thing, {}, thing.place);
            continue;
        }
        if (thing.cancelled != old->second.cancelled)
            note(thing.cancelled ? What::cancelled : What::restored, key, thing, {}, {});
        const bool elsewhere = moved(old->second, thing);
        if (elsewhere)
            note(What::moved, key, thing, old->second.place, thing.place);
        if (thing.title.words(Language::english()) != old->second.title.words(Language::english()))
            note(What::renamed, key, thing, old->second.title, thing.title);
        else if (thing.title != old->second.title || thing.rest != old->second.rest ||
                 (!elsewhere && thing.room != old->second.room))
            note(What::reworded, key, thing, {}, {});
    }
    for (const auto& [key, thing] : was)
        if (is.count(key) == 0 && !is_part_of_frame(thing))
            note(What::removed, key, thing, thing.place, {});
    return changes;
}

Json to_json(const ProgrammeChange& change)
{
    return Json::object({{"what", words[change.what]},
                         {"kind", change.kind},
                         {"key", change.key},
                         {"title", kept(change.title)},
                         {"from", kept(change.from)},
                         {"to", kept(change.to)}});
}

std::optional<ProgrammeChange> read_change(const Json& json)
{
    for (int what = 0; what <= ProgrammeChange::reworded; ++what)
        if (json["what"].string() == words[what])
            return ProgrammeChange{static_cast<ProgrammeChange::What>(what),
                                   json["kind"].string(),
                                   json["key"].string(),
                                   read_kept(json["title"]),
                                   read_kept(json["from"]),
                                   read_kept(json["to"])};
    return std::nullopt;
}

Sentence sentence_of(const ProgrammeChange& change, const Language& language)
{
    const auto title = change.title.words(language);
    const auto from = change.from.words(language);
    switch (change.what) {
    case ProgrammeChange::added:
        return tr("“{title}” is new.", {{"title", title}});
    case ProgrammeChange::removed:
        return tr("“{title}” is no longer there.", {{"title", title}});
    case ProgrammeChange::cancelled:
        return tr("“{title}” is cancelled.", {{"title", title}});
    case ProgrammeChange::restored:
        return tr("“{title}” takes place after all.", {{"title", title}});
    case ProgrammeChange::moved:
        return tr("“{title}” moved from {from} to {to}.",
                  {{"title", title}, {"from", from}, {"to", change.to.words(language)}});
    case ProgrammeChange::renamed:
        return tr("“{from}” is now called “{title}”.", {{"title", title}, {"from", from}});
    case ProgrammeChange::reworded:
        return tr("The words of “{title}” changed.", {{"title", title}});
    }
    return tr("“{title}” changed.", {{"title", title}});
}

}  // namespace sala::programme
