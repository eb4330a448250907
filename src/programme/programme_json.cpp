// SPDX-License-Identifier: Apache-2.0

#include "programme/programme_json.hpp"

namespace sala::programme {

namespace {

Json json_of(const Text& text)
{
    return text.empty() ? Json::object() : *Json::read(text.canonical_json());
}
Text text_of(const Json& json) { return Text::read(json.write()).value_or(Text{}); }
Json json_of(const std::optional<int>& number) { return number ? Json(*number) : Json(); }
std::optional<int> number_of(const Json& json)
{
    return json.is_null() ? std::nullopt : std::optional(static_cast<int>(json.integer()));
}
std::string clock_words(int minutes)
{
    return script::render_clock(minutes / 60 % 24, minutes % 60, Language::english());
}

// Both the clock that people read and the minutes that a release is read back from.
void set_time(Json& json, const Time& time)
{
    json.set("start", time.start ? Json(clock_words(*time.start)) : Json());
    json.set("start_minute", json_of(time.start));
    json.set("minutes", json_of(time.minutes));
    json.set("time_in_source", !time.illustrative);
}
Time time_of(const Json& json)
{
    return {number_of(json["start_minute"]), number_of(json["minutes"]),
            !json["time_in_source"].boolean()};
}

Json json_of(const Speaker& speaker)
{
    return Json::object({{"person", speaker.person_key},
                         {"honorific", json_of(speaker.honorific)},
                         {"name", json_of(speaker.name)},
                         {"post", json_of(speaker.post)},
                         {"delegation", speaker.delegation_key},
                         {"delegation_name", json_of(speaker.delegation)},
                         {"city", speaker.city_key},
                         {"city_name", json_of(speaker.city)},
                         {"country_code", speaker.country_code},
                         {"country", json_of(speaker.country)}});
}
Speaker speaker_of(const Json& json)
{
    return {json["person"].string(), text_of(json["honorific"]),  text_of(json["name"]),
            text_of(json["post"]),   json["delegation"].string(), text_of(json["delegation_name"]),
            json["city"].string(),   text_of(json["city_name"]),  json["country_code"].string(),
            text_of(json["country"])};
}

Json json_of(const Intervention& one)
{
    auto json = Json::object({{"key", one.key}, {"number", one.number}, {"act", one.act}});
    set_time(json, one.time);
    json.set("certainty", one.certainty);
    json.set("cancelled", one.cancelled);
    json.set("speaker", json_of(one.speaker));
    auto topics = Json::array();
    for (const auto& topic : one.topics)
        topics.push(topic);
    json.set("topics", std::move(topics));
    json.set("title", json_of(one.title));
    json.set("about", json_of(one.about));
    json.set("note", json_of(one.note));
    json.set("source", one.source);
    return json;
}
Intervention intervention_of(const Json& json)
{
    Intervention one{json["key"].string(),        static_cast<int>(json["number"].integer()),
                     json["act"].string(),        time_of(json),
                     json["certainty"].string(),  json["cancelled"].boolean(),
                     speaker_of(json["speaker"]), {},
                     text_of(json["title"]),      text_of(json["about"]),
                     text_of(json["note"]),       json["source"].string()};
    for (const auto& topic : json["topics"].items())
        one.topics.push_back(topic.string());
    return one;
}

Json json_of(const AgendaItem& item)
{
    auto json = Json::object({{"key", item.key}, {"number", item.number}});
    set_time(json, item.time);
    json.set("cancelled", item.cancelled);
    json.set("title", json_of(item.title));
    json.set("about", json_of(item.about));
    json.set("source", item.source);
    return json;
}
AgendaItem item_of(const Json& json)
{
    return {json["key"].string(),   static_cast<int>(json["number"].integer()),
            time_of(json),          json["cancelled"].boolean(),
            text_of(json["title"]), text_of(json["about"]),
            json["source"].string()};
}

Json json_of(const Sitting& sitting)
{
    auto json = Json::object({{"key", sitting.key},
                              {"part", sitting.part},
                              {"room", sitting.room},
                              {"body", sitting.body},
                              {"edition", sitting.edition},
                              {"kind", sitting.kind}});
    set_time(json, sitting.time);
    json.set("speaker_minutes", json_of(sitting.speaker_minutes));
    json.set("certainty", sitting.certainty);
    json.set("cancelled", sitting.cancelled);
    json.set("title", json_of(sitting.title));
    json.set("about", json_of(sitting.about));
    json.set("note", json_of(sitting.note));
    json.set("source", sitting.source);
    auto agenda = Json::array();
    for (const auto& item : sitting.agenda)
        agenda.push(json_of(item));
    json.set("agenda", std::move(agenda));
    auto interventions = Json::array();
    for (const auto& one : sitting.interventions)
        interventions.push(json_of(one));
    json.set("interventions", std::move(interventions));
    return json;
}
Sitting sitting_of(const Json& json)
{
    Sitting sitting;
    sitting.key = json["key"].string();
    sitting.part = json["part"].string();
    sitting.room = json["room"].string();
    sitting.body = static_cast<int>(json["body"].integer());
    sitting.edition = json["edition"].string();
    sitting.kind = json["kind"].string();
    sitting.time = time_of(json);
    sitting.speaker_minutes = number_of(json["speaker_minutes"]);
    sitting.certainty = json["certainty"].string();
    sitting.cancelled = json["cancelled"].boolean();
    sitting.title = text_of(json["title"]);
    sitting.about = text_of(json["about"]);
    sitting.note = text_of(json["note"]);
    sitting.source = json["source"].string();
    for (const auto& item : json["agenda"].items())
        sitting.agenda.push_back(item_of(item));
    for (const auto& one : json["interventions"].items())
        sitting.interventions.push_back(intervention_of(one));
    return sitting;
}

Json json_of(const ProgrammeDay& day)
{
    auto sittings = Json::array();
    for (const auto& sitting : day.sittings)
        sittings.push(json_of(sitting));
    return Json::object({{"key", day.key},
                         {"day", script::iso(day.day)},
                         {"title", json_of(day.title)},
                         {"sittings", std::move(sittings)}});
}

Json json_of(const ProgrammeRoom& room)
{
    return Json::object(
        {{"key", room.key}, {"name", json_of(room.name)}, {"venue", json_of(room.venue)}});
}
Json json_of(const ProgrammeBody& body)
{
    return Json::object({{"edition", body.edition},
                         {"abbreviation", json_of(body.abbreviation)},
                         {"name", json_of(body.name)}});
}
Json json_of(const ProgrammeTopic& topic)
{
    return Json::object({{"key", topic.key},
                         {"number", topic.number},
                         {"edition", topic.edition},
                         {"title", json_of(topic.title)}});
}

template <class Things>
Json list_of(const Things& things)
{
    auto list = Json::array();
    for (const auto& thing : things)
        list.push(json_of(thing));
    return list;
}

}  // namespace

Json to_json(const Programme& programme)
{
    return Json::object({{"forum", programme.slug},
                         {"title", json_of(programme.title)},
                         {"venue", json_of(programme.venue)},
                         {"city", json_of(programme.city)},
                         {"time_zone", programme.zone},
                         {"bodies", list_of(programme.bodies)},
                         {"rooms", list_of(programme.rooms)},
                         {"topics", list_of(programme.topics)},
                         {"days", list_of(programme.days)}});
}

std::optional<Programme> read_programme(const Json& json)
{
    if (!json["days"].is_array())
        return std::nullopt;
    Programme programme{json["forum"].string(),
                        text_of(json["title"]),
                        text_of(json["venue"]),
                        text_of(json["city"]),
                        json["time_zone"].string(),
                        {},
                        {},
                        {},
                        {}};
    for (const auto& body : json["bodies"].items())
        programme.bodies.push_back(
            {body["edition"].string(), text_of(body["abbreviation"]), text_of(body["name"])});
    for (const auto& room : json["rooms"].items())
        programme.rooms.push_back(
            {room["key"].string(), text_of(room["name"]), text_of(room["venue"])});
    for (const auto& topic : json["topics"].items())
        programme.topics.push_back({topic["key"].string(),
                                    static_cast<int>(topic["number"].integer()),
                                    topic["edition"].string(), text_of(topic["title"])});
    for (const auto& day : json["days"].items()) {
        const auto date = script::parse_iso_day(day["day"].string());
        if (!date)
            return std::nullopt;
        ProgrammeDay read{day["key"].string(), *date, text_of(day["title"]), {}};
        for (const auto& sitting : day["sittings"].items())
            read.sittings.push_back(sitting_of(sitting));
        programme.days.push_back(std::move(read));
    }
    return programme;
}

}  // namespace sala::programme
