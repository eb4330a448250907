// SPDX-License-Identifier: Apache-2.0

#include "programme/changes.hpp"

namespace sala::programme {

namespace {

// One thing of the programme, flat, so that two programmes can be compared thing by thing.
struct Thing {
    std::string kind;
    Text title;
    std::string place;   // when and where, for people
    bool cancelled;
    std::string wording;  // everything else that is printed
};

std::string when_words(const ProgrammeDay& day, const Time& time)
{
    auto words = script::iso(day.day);
    if (time.start)
        words += " " + script::render_clock(*time.start / 60 % 24, *time.start % 60, Language::english());
    if (time.minutes)
        words += " (" + std::to_string(*time.minutes) + " min)";
    return words;
}

std::string where_words(const Programme& programme, const std::string& room)
{
    const auto* found = programme.room(room);
    return found ? ", " + found->name.words(Language::english()) : "";
}

const Text& title_of(const Intervention& one) { return one.title.empty() ? short_name(one.speaker) : one.title; }

std::map<std::string, Thing> things_of(const Programme& programme)
{
    std::map<std::string, Thing> things;
    for (const auto& day : programme.days)
        for (const auto& sitting : day.sittings) {
            things["sitting:" + sitting.key] = {"sitting", sitting.title,
                                                when_words(day, sitting.time) + where_words(programme, sitting.room),
                                                sitting.cancelled, sitting.about.canonical_json() + sitting.kind};
            for (const auto& item : sitting.agenda)
                things["agenda:" + item.key] = {"agenda", item.title, when_words(day, item.time), item.cancelled,
                                                item.about.canonical_json() + sitting.key};
            for (const auto& one : sitting.interventions)
                things["intervention:" + one.key] = {
                    "intervention", title_of(one), when_words(day, one.time), one.cancelled,
                    one.about.canonical_json() + one.speaker.person_key + sitting.key + one.act};
        }
    return things;
}

constexpr const char* words[] = {"added", "removed", "cancelled", "restored", "moved", "renamed", "reworded"};

}  // namespace

std::vector<ProgrammeChange> changes_between(const Programme& before, const Programme& after)
{
    using What = ProgrammeChange::What;
    std::vector<ProgrammeChange> changes;
    const auto was = things_of(before);
    const auto is = things_of(after);
    const auto note = [&](What what, const std::string& key, const Thing& thing, std::string from, std::string to) {
        changes.push_back({what, thing.kind, key.substr(key.find(':') + 1), thing.title, std::move(from), std::move(to)});
    };
    for (const auto& [key, thing] : is) {
        const auto old = was.find(key);
        if (old == was.end()) {
            note(What::added, key, thing, "", thing.place);
            continue;
        }
        if (thing.cancelled != old->second.cancelled)
            note(thing.cancelled ? What::cancelled : What::restored, key, thing, "", "");
        if (thing.place != old->second.place)
            note(What::moved, key, thing, old->second.place, thing.place);
        if (thing.title != old->second.title)
            note(What::renamed, key, thing, old->second.title.words(Language::english()),
                 thing.title.words(Language::english()));
        else if (thing.wording != old->second.wording)
            note(What::reworded, key, thing, "", "");
    }
    for (const auto& [key, thing] : was)
        if (is.count(key) == 0)
            note(What::removed, key, thing, thing.place, "");
    return changes;
}

Json to_json(const ProgrammeChange& change)
{
    return Json::object({{"what", words[change.what]},
                         {"kind", change.kind},
                         {"key", change.key},
                         {"title", change.title.empty() ? Json::object() : *Json::read(change.title.canonical_json())},
                         {"from", change.from},
                         {"to", change.to}});
}

std::optional<ProgrammeChange> read_change(const Json& json)
{
    for (int what = 0; what <= ProgrammeChange::reworded; ++what)
        if (json["what"].string() == words[what])
            return ProgrammeChange{static_cast<ProgrammeChange::What>(what), json["kind"].string(), json["key"].string(),
                                   Text::read(json["title"].write()).value_or(Text{}), json["from"].string(),
                                   json["to"].string()};
    return std::nullopt;
}

Sentence sentence_of(const ProgrammeChange& change, const std::string& title)
{
    switch (change.what) {
    case ProgrammeChange::added: return tr("“{title}” is new.", {{"title", title}});
    case ProgrammeChange::removed: return tr("“{title}” is no longer there.", {{"title", title}});
    case ProgrammeChange::cancelled: return tr("“{title}” is cancelled.", {{"title", title}});
    case ProgrammeChange::restored: return tr("“{title}” takes place after all.", {{"title", title}});
    case ProgrammeChange::moved:
        return tr("“{title}” moved from {from} to {to}.", {{"title", title}, {"from", change.from}, {"to", change.to}});
    case ProgrammeChange::renamed:
        return tr("“{from}” is now called “{title}”.", {{"title", title}, {"from", change.from}});
    case ProgrammeChange::reworded: return tr("The words of “{title}” changed.", {{"title", title}});
    }
    return tr("“{title}” changed.", {{"title", title}});
}

}  // namespace sala::programme
