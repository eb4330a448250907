// SPDX-License-Identifier: Apache-2.0

#include "forum/search_programme.hpp"

namespace sala::forum {

namespace {

struct Pages {
    const std::string& home;
    std::vector<SearchEntry> all;
};

Text text_of(const Json& json) { return Text::read(json.write()).value_or(Text{}); }

// Who speaks, as a list would call them: the city, else the delegation, else the person.
Text speaker_name(const Json& speaker)
{
    for (const auto* member : {"city_name", "delegation_name", "name"})
        if (auto text = text_of(speaker[member]); !text.empty())
            return text;
    return {};
}

// "Bangkok: Main cities", in the languages that both have; the name alone in the others.
Text name_and_sitting(const Text& name, const Text& sitting)
{
    if (name.empty())
        return sitting;
    Text both;
    for (const auto& [language, wording] : name.wordings()) {
        const auto* where = sitting.in(language);
        both.set(language, {wording.shown() + (where ? ": " + where->shown() : std::string{}), {}});
    }
    return both;
}

void add_intervention(Pages& pages, const Json& one, const Text& sitting)
{
    const auto& speaker = one["speaker"];
    auto called = text_of(one["title"]);
    if (called.empty())
        called = speaker_name(speaker);
    auto made =
        entry_of(pages.home + "/interventions/" + one["key"].string(), "intervention", called);
    made.title = name_and_sitting(called, sitting);
    const auto name = text_of(speaker["name"]), post = text_of(speaker["post"]),
               about = text_of(one["about"]);
    pages.all.push_back(with(std::move(made), {&name, &post, &sitting, &about}));
}

// The names of a released programme's rooms, and of the buildings they are in.
using Rooms = std::map<std::string, std::pair<Text, Text>, std::less<>>;

void add_sitting(Pages& pages, const Json& sitting, const Rooms& rooms)
{
    const auto title = text_of(sitting["title"]);
    const auto about = text_of(sitting["about"]);
    auto made = with(
        entry_of(pages.home + "/sittings/" + sitting["key"].string(), "sitting", title), {&about});
    for (const auto& item : sitting["agenda"].items())
        add_text(made, text_of(item["title"]), body_weight);
    if (const auto room = rooms.find(sitting["room"].string()); room != rooms.end()) {
        add_text(made, room->second.first, body_weight);
        add_text(made, room->second.second, body_weight);
    }
    pages.all.push_back(std::move(made));
    for (const auto& one : sitting["interventions"].items())
        add_intervention(pages, one, title);
}

}  // namespace

std::vector<SearchEntry> entries_of_programme(const Json& programme, const std::string& home)
{
    Rooms rooms;
    for (const auto& room : programme["rooms"].items())
        rooms[room["key"].string()] = {text_of(room["name"]), text_of(room["venue"])};
    Pages pages{home, {}};
    for (const auto& day : programme["days"].items())
        for (const auto& sitting : day["sittings"].items())
            add_sitting(pages, sitting, rooms);
    return std::move(pages.all);
}

}  // namespace sala::forum
