// SPDX-License-Identifier: Apache-2.0
//
// The draft as a list with a form behind every line.

#pragma once

#include "programme/show_releases.view.hpp"

#include <set>

namespace sala::programme {

struct Editing {
    const Reader& reader;
    const std::string& forum;
    const Draft& draft;
    std::set<std::string> in_conflict;

    Html chip(const std::string& thing) const
    {
        return when(in_conflict.count(thing) > 0, [&] {
            return html(reader, "<br><span class=\"chip\" data-is=\"conflict\">", tr("Conflict"),
                        "</span>");
        });
    }
};

inline Html editor_line(const Editing& editing, const Time& time, const char* sheet,
                        const std::string& key, const Html& title, const Html& body,
                        const Html& room, const std::string& thing)
{
    const auto& reader = editing.reader;
    return html(reader, "<tr><td data-th=\"", tr("Start"), "\">",
                time.start ? html(reader, "<strong>", clock_mark(reader, time), "</strong>")
                           : Html{},
                "</td><td data-th=\"", tr("Minutes"), "\" class=\"num\">",
                time.minutes ? html(reader, *time.minutes) : Html{}, "</td><td><a href=\"",
                editing.forum, "/sheets/", std::string(sheet), "/", key, "\">", title, "</a>",
                editing.chip(thing), "</td><td data-th=\"", tr("Body"), "\">", body,
                "</td><td data-th=\"", tr("Room"), "\">", room, "</td></tr>\n");
}

inline Html minutes_words(const Reader& reader, const Sitting& sitting)
{
    int asked = 0;
    for (const auto& one : sitting.interventions)
        asked += one.cancelled ? 0 : one.time.minutes.value_or(0);
    if (sitting.interventions.empty() || !sitting.time.minutes)
        return {};
    return html(reader, "<br><span class=\"soft small\">",
                tr_count("{count} speaker, {asked} of {minutes} minutes",
                         "{count} speakers, {asked} of {minutes} minutes",
                         sitting.interventions.size(),
                         {{"asked", std::to_string(asked)},
                          {"minutes", std::to_string(*sitting.time.minutes)}}),
                "</span>");
}

inline Html editor_sitting(const Editing& editing, const Sitting& sitting)
{
    const auto& reader = editing.reader;
    const auto& programme = editing.draft.programme;
    const auto* room = programme.room(sitting.room);
    const auto body =
        sitting.body > 0
            ? html(reader, "<span class=\"body\" data-body=\"", sitting.body, "\">",
                   programme.bodies[static_cast<std::size_t>(sitting.body) - 1].abbreviation,
                   "</span>")
            : Html{};
    const auto room_name = room ? html(reader, room->name) : Html{};
    auto lines = editor_line(
        editing, sitting.time, "sittings", sitting.key,
        html(reader, cancelled_words(reader, sitting.cancelled, html(reader, sitting.title)),
             minutes_words(reader, sitting)),
        body, room_name, "sitting:" + sitting.key);
    for (const auto& item : sitting.agenda)
        lines += editor_line(editing, item.time, "agenda", item.key,
                             words_in(reader, sitting, item.cancelled, html(reader, item.title)),
                             body, room_name, "agenda:" + item.key);
    for (const auto& one : sitting.interventions)
        lines += editor_line(editing, one.time, "interventions", one.key,
                             words_in(reader, sitting, one.cancelled, speech_title(reader, one)),
                             body, room_name, "intervention:" + one.key);
    return lines;
}

inline Html editor_day(const Editing& editing, const ProgrammeDay& day)
{
    const auto& reader = editing.reader;
    return html(reader, "<section><h2 class=\"h3\">", day_words(reader, day.day),
                "</h2><table class=\"fold\" data-walk><caption class=\"unseen\">",
                tr("Sittings and speeches of the day"), "</caption><thead><tr><th scope=\"col\">",
                tr("Start"), "</th><th scope=\"col\" class=\"num\">", tr("Minutes"),
                "</th><th scope=\"col\">", tr("Item"), "</th><th scope=\"col\">", tr("Body"),
                "</th><th scope=\"col\">", tr("Room"), "</th></tr></thead><tbody>\n",
                each(day.sittings,
                     [&](const Sitting& sitting) { return editor_sitting(editing, sitting); }),
                "</tbody></table></section>\n");
}

inline Html editor_adds(const Reader& reader, const std::string& forum)
{
    const std::pair<const char*, Sentence> things[] = {{"sittings", tr("Add a sitting")},
                                                       {"interventions", tr("Add an intervention")},
                                                       {"agenda", tr("Add an agenda item")},
                                                       {"days", tr("Add a day")},
                                                       {"rooms", tr("Add a room")}};
    return html(reader, "<p class=\"row\">",
                each(things,
                     [&](const auto& thing) {
                         return html(reader, "<a class=\"button\" data-kind=\"plain\"",
                                     when(thing.first == things[0].first,
                                          [&] { return html(reader, " data-key=\"n\""); }),
                                     " href=\"", forum, "/sheets/", std::string(thing.first),
                                     "/new\">", thing.second, "</a>");
                     }),
                "</p>\n");
}

// "sitting:opening" and "intervention:opening-1" as people call them: "Opening", "Opening, Ama
// Mensah"; the key where there is no name.
inline std::string name_of_thing(const Reader& reader, const Programme& programme,
                                 const std::string& key)
{
    std::string name;
    const auto title_of = [&](const Sitting& sitting) {
        const auto title = sitting.title.words(reader.language);
        return title.empty() ? sitting.key : title;
    };
    for (const auto& day : programme.days)
        for (const auto& sitting : day.sittings) {
            if (sitting.key == key)
                return title_of(sitting);
            for (const auto& one : sitting.interventions)
                if (one.key == key) {
                    const auto& speaker = one.speaker.name.empty() ? one.title : one.speaker.name;
                    const auto who = speaker.words(reader.language);
                    name =
                        title_of(sitting) + ", " + (who.empty() ? std::to_string(one.number) : who);
                }
        }
    return name.empty() ? key : name;
}

inline std::vector<std::string> names_of_speakers(const Programme& programme)
{
    std::vector<std::string> names;
    for (const auto& day : programme.days)
        for (const auto& sitting : day.sittings)
            for (const auto& one : sitting.interventions)
                if (const auto* thai = one.speaker.name.in(Language::thai()))
                    names.push_back(thai->shown());
    return names;
}

inline Html editor_page(const Reader& reader, const std::string& forum, const Draft& draft)
{
    Editing editing{reader, forum, draft, {}};
    for (const auto& conflict : draft.conflicts)
        editing.in_conflict.insert(conflict.things.begin(), conflict.things.end());
    const auto speakers = names_of_speakers(draft.programme);
    return html(
        reader, "<div class=\"row far\"><h1>", tr("Programme"),
        "</h1><div class=\"row\"><span class=\"chip\">",
        draft.next_number == 1
            ? tr("Draft, not released")
            : tr_count("Draft: {count} change since the last release",
                       "Draft: {count} changes since the last release", draft.changes.size()),
        "</span><a class=\"button\" data-key=\"r\" href=\"", forum, "/releases\">",
        tr("Release {number}", {{"number", std::to_string(draft.next_number)}}),
        "</a></div></div>\n",
        each(draft.conflicts,
             [&](const Conflict& conflict) {
                 return html(
                     reader, "<div class=\"note\" data-is=\"conflict\"><h2>", conflict.title,
                     "</h2><p>", conflict.sentence, " ", conflict.remedy, "</p><p class=\"row\">",
                     each(conflict.things,
                          [&](const std::string& thing) {
                              const auto colon = thing.find(':');
                              return html(
                                  reader, "<a href=\"", forum, "/sheets/", thing.substr(0, colon),
                                  "s/", thing.substr(colon + 1), "\">",
                                  web::unbroken(
                                      reader,
                                      reader.say(
                                          tr("Change {key}",
                                             {{"key", name_of_thing(reader, draft.programme,
                                                                    thing.substr(colon + 1))}})),
                                      speakers),
                                  "</a>");
                          }),
                     "</p></div>\n");
             }),
        "<div class=\"stack\">",
        when(
            draft.programme.days.empty(),
            [&] {
                return html(
                    reader, "<div class=\"empty\"><h2>", tr("No day yet"), "</h2><p>",
                    tr("A programme begins with its days; then come rooms, sittings and speakers."),
                    "</p><p><a class=\"button\" href=\"", forum, "/sheets/days/new\">",
                    tr("Add a day"), "</a></p></div>");
            }),
        each(draft.programme.days,
             [&](const ProgrammeDay& day) { return editor_day(editing, day); }),
        editor_adds(reader, forum),
        when(!draft.changes.empty(),
             [&] {
                 return html(reader, "<h2 class=\"h3\">", tr("Changed since the last release"),
                             "</h2>", change_lines(reader, draft.changes));
             }),
        "</div>\n");
}

}  // namespace sala::programme
