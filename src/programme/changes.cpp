// SPDX-License-Identifier: Apache-2.0

#include "programme/changes.hpp"

#include "programme/programme_things.hpp"

#include <algorithm>

namespace sala::programme {

namespace {

// Whether people have to be elsewhere, or at another time. A hall that is called otherwise is where
// it was.
bool moved(const Thing& was, const Thing& is)
{
    return was.when != is.when || (was.room != is.room && was.place != is.place);
}

Json kept(const Text& text)
{
    return text.empty() ? Json::object() : *Json::read(text.canonical_json());
}

Text read_kept(const Json& json) { return Text::read(json.write()).value_or(Text{}); }

constexpr const char* words[] = {"added", "removed", "cancelled", "restored",
                                 "moved", "resized", "renamed",   "reworded"};

// “Bangkok, Meeting of the smaller cities”: a city speaks more than once.
std::string within_words(const std::string& title, const ProgrammeChange& change,
                         const Language& language)
{
    const auto within = change.within.words(language);
    return within.empty() ? title : title + ", " + within;
}

// In any language that one of them is in: whoever reads another sees no difference.
bool called_otherwise(const Text& was, const Text& is)
{
    const auto differ = [&](const Text& languages) {
        return std::any_of(
            languages.wordings().begin(), languages.wordings().end(),
            [&](const auto& one) { return was.words(one.first) != is.words(one.first); });
    };
    return differ(was) || differ(is);
}

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
                           thing.within, std::move(from), std::move(to)});
    };
    for (const auto& [key, thing] : is) {
        const auto old = was.find(key);
        if (old == was.end()) {
            if (!is_part_of_frame(thing))
                note(What::added, key, thing, {}, with_length(thing));
            continue;
        }
        if (thing.cancelled != old->second.cancelled)
            note(thing.cancelled ? What::cancelled : What::restored, key, thing, {}, {});
        const bool elsewhere = moved(old->second, thing);
        if (elsewhere)
            note(What::moved, key, thing, with_length(old->second), with_length(thing));
        else if (thing.length != old->second.length)
            note(What::resized, key, thing, old->second.length, thing.length);
        if (called_otherwise(old->second.title, thing.title))
            note(What::renamed, key, thing, old->second.title, thing.title);
        else if (thing.title != old->second.title || thing.rest != old->second.rest ||
                 (!elsewhere && thing.room != old->second.room))
            note(What::reworded, key, thing, {}, {});
    }
    for (const auto& [key, thing] : was)
        if (is.count(key) == 0 && !is_part_of_frame(thing))
            note(What::removed, key, thing, with_length(thing), {});
    return changes;
}

Json to_json(const ProgrammeChange& change)
{
    return Json::object({{"what", words[change.what]},
                         {"kind", change.kind},
                         {"key", change.key},
                         {"title", kept(change.title)},
                         {"within", kept(change.within)},
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
                                   read_kept(json["within"]),
                                   read_kept(json["from"]),
                                   read_kept(json["to"])};
    return std::nullopt;
}

std::vector<ProgrammeChange> read_changes(const std::string& json)
{
    std::vector<ProgrammeChange> changes;
    if (const auto read = Json::read(json))
        for (const auto& one : read->items())
            if (auto change = read_change(one))
                changes.push_back(std::move(*change));
    return changes;
}

static Sentence resized_sentence(const std::string& title, const std::string& from,
                                 const std::string& to)
{
    if (to.empty())
        return tr("How long “{title}” takes is open now; it was {from}.",
                  {{"title", title}, {"from", from}});
    if (from.empty())
        return tr("“{title}” takes {to}.", {{"title", title}, {"to", to}});
    return tr("“{title}” takes {to} instead of {from}.",
              {{"title", title}, {"from", from}, {"to", to}});
}

static Sentence renamed_sentence(const ProgrammeChange& change, const Language& language)
{
    const auto now = change.title.words(language);
    const auto before = change.from.words(language);
    if (before == now)
        return tr("“{title}” is called otherwise in another language.",
                  {{"title", within_words(now, change, language)}});
    return tr("“{from}” is now called “{title}”.",
              {{"title", now}, {"from", within_words(before, change, language)}});
}

Sentence sentence_of(const ProgrammeChange& change, const Language& language)
{
    const auto title = within_words(change.title.words(language), change, language);
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
    case ProgrammeChange::resized:
        return resized_sentence(title, from, change.to.words(language));
    case ProgrammeChange::renamed:
        return renamed_sentence(change, language);
    case ProgrammeChange::reworded:
        return tr("The words of “{title}” changed.", {{"title", title}});
    }
    return tr("“{title}” changed.", {{"title", title}});
}

}  // namespace sala::programme
