// SPDX-License-Identifier: Apache-2.0
//
// Whoever is on the floor, as all its pages show them: the place, the person and the post in both
// scripts, the country as a code.

#pragma once

#include "floor/clock.view.hpp"
#include "floor/hall.hpp"

#include <algorithm>

namespace sala::floor {

// Of a speech to which the chair added minutes, or from which it took some.
inline Sentence of_given(const Entry& entry)
{
    const Arguments words{{"given", spent_words(std::chrono::seconds{entry.seconds})},
                          {"time", spent_words(std::chrono::seconds{std::abs(entry.added)})}};
    return entry.added < 0 ? tr("of {given}, less {time} that the chair took away", words)
                           : tr("of {given} and {time} that the chair added", words);
}

// What the list calls it: its city or organisation, else the person, else what the programme says.
inline const Text& place_of(const Hall& hall, const Entry& entry)
{
    static const Text nobody;
    if (const auto* delegation = hall.names.delegation(entry.delegation))
        return delegation->name;
    if (const auto* person = hall.names.person(entry.person))
        return person->name;
    const auto* planned = hall.names.planned(entry.intervention);
    return planned ? planned->title : nobody;
}

// As it stood while it was spoken, before anybody corrected who it was.
inline Entry as_recorded(Entry entry)
{
    if (entry.other_speaker) {
        entry.delegation = entry.recorded_delegation;
        entry.person = entry.recorded_person;
    }
    return entry;
}

// Where nothing says who it is: only a remark of the chair is the chair's.
inline Sentence nobody_named(const Entry& entry)
{
    return entry.kind == Kind::chair ? tr("The chair")
                                     : tr("Somebody whose name is no longer kept");
}

inline Html place_name(const Reader& reader, const Hall& hall, const Entry& entry)
{
    const auto& place = place_of(hall, entry);
    return place.empty() ? html(reader, nobody_named(entry)) : html(reader, place);
}

inline std::string place_words(const Reader& reader, const Hall& hall, const Entry& entry)
{
    const auto words = place_of(hall, entry).words(reader.language);
    return words.empty() ? reader.say(nobody_named(entry)) : words;
}

// The same within a sentence.
inline std::string place_said(const Reader& reader, const Hall& hall, const Entry& entry)
{
    const auto words = place_of(hall, entry).words(reader.language);
    return !words.empty()              ? words
           : entry.kind == Kind::chair ? reader.say(tr("the chair"))
                                       : reader.say(tr("a speaker"));
}

// For which group a statement is: as the programme has it, else as the delegation said when it
// inscribed, else as the chair wrote when entering it.
inline Text group_of(const Hall& hall, const Entry& entry)
{
    if (entry.kind != Kind::group)
        return {};
    const auto* planned = hall.names.planned(entry.intervention);
    if (planned && !planned->on_behalf.empty())
        return planned->on_behalf;
    const auto said = hall.inscribed.find(entry.delegation);
    if (said != hall.inscribed.end() && !said->second.withdrawn && !said->second.on_behalf.empty())
        return said->second.on_behalf;
    for (const auto& act : hall.acts)
        if (act.id == entry.id && act.by_chair && !act.step.words.empty())
            return Text(Language::english(), act.step.words);
    return {};
}

// What somebody wrote when asking for the floor, or the chair when entering them.
inline std::string asked_words(const Hall& hall, const Entry& entry)
{
    for (const auto& act : hall.acts)
        if (act.id == entry.id)
            return act.step.words;
    return {};
}

// "Point of order", "On behalf of the cities of the delta".
inline std::string kind_words(const Reader& reader, const Hall& hall, const Entry& entry)
{
    const auto group = group_of(hall, entry);
    return reader.say(group.empty()
                          ? name_of(entry.kind)
                          : tr("On behalf of {group}", {{"group", group.words(reader.language)}}));
}

// Since the chair was handed over; before that it is whoever the programme has.
inline Html chair_line(const Reader& reader, const Hall& hall)
{
    return when(!hall.floor.chair().empty(), [&] {
        return html(reader, "<p class=\"soft small\">",
                    tr("In the chair: {name}", {{"name", hall.floor.chair()}}), "</p>\n");
    });
}

inline Html code_mark(const Reader& reader, const Hall& hall, const Entry& entry)
{
    const auto* delegation = hall.names.delegation(entry.delegation);
    return when(delegation && !delegation->country_code.empty(), [&] {
        return html(reader, " <abbr class=\"cc\" title=\"",
                    delegation->country.words(reader.language), "\">", delegation->country_code,
                    "</abbr>");
    });
}

inline Html whole_person(const Reader& reader, const PersonName& person)
{
    return html(reader,
                when(!person.honorific.empty(),
                     [&] {
                         return html(reader, "<span>", person.honorific.words(reader.language),
                                     "</span>",
                                     when(!reader.is_thai(), [] { return Html::trusted(" "); }));
                     }),
                person.name.words(reader.language));
}

inline Html person_of(const Reader& reader, const Hall& hall, const Entry& entry)
{
    const auto* person = hall.names.person(entry.person);
    const auto* post = hall.names.post(entry.post);
    return html(
        reader, "<div class=\"person\">",
        person ? html(reader, "<p class=\"name\">", whole_person(reader, *person), "</p>",
                      when(!web::other_script(reader, person->name).empty(),
                           [&] {
                               return html(reader, "<p class=\"alt\">",
                                           web::other_script(reader, person->name), "</p>");
                           }))
               : html(reader, "<p class=\"name\">", place_name(reader, hall, entry), "</p>"),
        "<p class=\"post\">", when(post != nullptr, [&] { return html(reader, *post, ", "); }),
        when(person != nullptr, [&] { return place_name(reader, hall, entry); }),
        code_mark(reader, hall, entry), "</p>",
        when(
            entry.substituted,
            [&] { return html(reader, "<p class=\"soft small\">", tr("Speaks instead"), "</p>"); }),
        "</div>\n");
}

// In a list, behind the place: who will speak, with the post. Nothing while nobody is named.
inline Html named_in_list(const Reader& reader, const Hall& hall, const Entry& entry)
{
    const auto* person = hall.names.person(entry.person);
    const auto* post = hall.names.post(entry.post);
    const bool named = person && !person->name.empty() && &person->name != &place_of(hall, entry);
    return html(reader, when(named, [&] { return html(reader, person->name); }),
                when(named && post, [] { return Html::trusted(", "); }),
                when(post != nullptr, [&] { return html(reader, *post); }));
}

// The same on a line of its own.
inline Html named_line(const Reader& reader, const Hall& hall, const Entry& entry)
{
    const auto named = named_in_list(reader, hall, entry);
    return when(!named.empty(),
                [&] { return html(reader, "<br><span class=\"small\">", named, "</span>"); });
}

// What a speech is about: as the programme has it, else as the delegation said when it inscribed.
// The programme has it of whoever was to speak; when the record says that it was another
// delegation, that one said something else.
inline std::vector<Text> topics_said(const Hall& hall, const Entry& entry)
{
    std::vector<Text> topics;
    const bool another = entry.other_speaker && entry.delegation != entry.recorded_delegation;
    if (const auto* planned = another ? nullptr : hall.names.planned(entry.intervention))
        for (const auto& key : planned->topics)
            if (const auto* topic = hall.names.topic(key))
                topics.push_back(*topic);
    const auto said = hall.inscribed.find(entry.delegation);
    if (topics.empty() && is_listed(entry.kind) && said != hall.inscribed.end() &&
        !said->second.topic.empty())
        topics.push_back(said->second.topic);
    return topics;
}

inline Html topics_of(const Reader& reader, const Hall& hall, const Entry& entry)
{
    Html topics;
    for (const auto& topic : topics_said(hall, entry))
        append(topics, reader, topics.empty() ? Html{} : html(reader, "; "), topic);
    return topics;
}

inline std::string topic_words(const Reader& reader, const Hall& hall, const Entry& entry)
{
    std::string words;
    for (const auto& topic : topics_said(hall, entry))
        words += (words.empty() ? "" : "; ") + topic.words(reader.language);
    return words;
}

// Those whose speech is interrupted, the one that goes on next first, and what is left of it.
inline Html who_waits(const Reader& reader, const Hall& hall)
{
    const auto& turns = hall.floor.turns();
    Html waiting;
    for (auto at = turns.size(); at-- > 1;) {
        const auto& turn = turns[at - 1];
        const auto& entry = *hall.floor.entry(turn.entry);
        const Arguments words{{"who", place_said(reader, hall, entry)},
                              {"time", left_words(turn.clock.left)}};
        // A clock that an interposed speech does not stop is not told: it would stand here.
        append(waiting, reader, "<p class=\"waits\">",
               turn.clock.running ? tr("The speech of {who} waits, and its time goes on", words)
               : turn.clock.left.count() < 0
                   ? tr("The speech of {who} waits, {time} over its time", words)
                   : tr("The speech of {who} waits, {time} left", words),
               "</p>\n");
    }
    return waiting;
}

// Hidden until the island misses the stream.
inline Html lost_note(const Reader& reader)
{
    return html(reader, "<p class=\"note\" data-lost hidden>",
                tr("No connection since {time}. The clock goes on.", {{"time", "{time}"}}),
                "</p>\n");
}

inline Html rehearsal_mark(const Reader& reader, const Hall& hall)
{
    return when(hall.rehearsal.running, [&] {
        return html(reader, "<p class=\"chip\" data-is=\"adjusted\">", tr("Rehearsal"), "</p>\n");
    });
}

}  // namespace sala::floor
