// SPDX-License-Identifier: Apache-2.0
//
// The forms of the chair's console that are used now and then: entering, replacing, swapping, the
// chair's seat, messages, the rehearsal.

#pragma once

#include "floor/console_rows.view.hpp"
#include "floor/screens.view.hpp"
#include "floor/speakers.hpp"

namespace sala::floor {

// "3. Phnom Penh, Statement, Khuong Sreng": two of one city are told apart.
inline std::string entry_words(const Reader& reader, const Hall& hall, std::int64_t id)
{
    const auto& entry = *hall.floor.entry(id);
    const auto& list = hall.floor.list();
    const auto place = std::find(list.begin(), list.end(), id);
    const auto* person = hall.names.person(entry.person);
    const auto name = place_of(hall, entry).words(reader.language);
    std::string words;
    if (place != list.end())
        words = std::to_string(place - list.begin() + 1) + ". ";
    words += name + ", " + kind_words(reader, hall, entry);
    if (person && person->name.words(reader.language) != name)
        words += ", " + person->name.words(reader.language);
    return words;
}

// A choice of those in the list, for two who change places and for who speaks instead.
inline Html entry_choice(const Reader& reader, const Hall& hall, const char* name,
                         const Sentence& label, const std::vector<std::int64_t>& entries)
{
    return html(reader, "<p><label for=\"", std::string(name), "\">", label,
                "</label><select id=\"", std::string(name), "\" name=\"", std::string(name), "\">",
                each(entries,
                     [&](std::int64_t id) {
                         return html(reader, "<option value=\"", id, "\">",
                                     entry_words(reader, hall, id), "</option>");
                     }),
                "</select></p>\n");
}

inline std::vector<std::int64_t> can_be_replaced(const Hall& hall)
{
    auto entries = hall.floor.list();
    if (const auto* turn = hall.floor.turn())
        entries.insert(entries.begin(), turn->entry);
    return entries;
}

// Of the delegations that can be replaced, and of nobody else.
inline Html people_choice(const Reader& reader, const Hall& hall,
                          const std::vector<MaySpeak>& people,
                          const std::vector<std::int64_t>& entries)
{
    const auto stands = [&](std::int64_t delegation) {
        return std::any_of(entries.begin(), entries.end(), [&](std::int64_t id) {
            return hall.floor.entry(id)->delegation == delegation;
        });
    };
    return each(hall.names.delegations(), [&](const DelegationName& one) {
        return when(stands(one.id), [&] {
            return html(reader, "<optgroup label=\"", one.name.words(reader.language), "\">",
                        each(people,
                             [&](const MaySpeak& person) {
                                 return when(person.member.delegation == one.id, [&] {
                                     return html(reader, "<option value=\"", person.member.person,
                                                 "\">", person.name.words(reader.language),
                                                 "</option>");
                                 });
                             }),
                        "</optgroup>");
        });
    });
}

inline Html substitute_form(const web::Desk& desk, const Hall& hall,
                            const std::vector<MaySpeak>& people)
{
    const auto& reader = desk.reader();
    const auto entries = can_be_replaced(hall);
    return when(!entries.empty() && !people.empty(), [&] {
        return html(reader, "<form class=\"stack\" method=\"post\" action=\"", desk.address(),
                    "\">", form_head(desk, hall),
                    entry_choice(reader, hall, "entry", tr("Somebody else speaks for"), entries),
                    "<p><label for=\"person\">", tr("Who"),
                    "</label><select id=\"person\" name=\"person\">",
                    people_choice(reader, hall, people, entries), "</select></p>\n<p>",
                    key_button(reader, "substitute", tr("Speaks instead"), ""), "</p></form>\n");
    });
}

inline Html category_choice(const Reader& reader, const Rules& rules)
{
    return html(reader, "<p><label for=\"category\">", tr("Category of the point of order"),
                "</label><select id=\"category\" name=\"category\"><option value=\"\">",
                tr("none of them"), "</option>",
                each(rules.point_categories,
                     [&](const std::string& category) {
                         return html(reader, "<option>", category, "</option>");
                     }),
                "</select></p>\n");
}

inline Html enter_form(const web::Desk& desk, const Hall& hall)
{
    const auto& reader = desk.reader();
    return html(reader, "<form class=\"stack\" method=\"post\" action=\"", desk.address(), "\">",
                form_head(desk, hall), "<p><label for=\"delegation\">", tr("Delegation"),
                "</label><select id=\"delegation\" name=\"delegation\">",
                each(hall.names.delegations(),
                     [&](const DelegationName& one) {
                         return html(reader, "<option value=\"", one.key, "\">",
                                     one.name.words(reader.language), "</option>");
                     }),
                "</select></p>\n<p><label for=\"kind\">", tr("What for"),
                "</label><select id=\"kind\" name=\"kind\">",
                each(all_kinds,
                     [&](Kind kind) {
                         return html(reader, "<option value=\"", word(kind), "\">", name_of(kind),
                                     "</option>");
                     }),
                "</select></p>\n",
                when(!hall.rules.point_categories.empty(),
                     [&] { return category_choice(reader, hall.rules); }),
                "<p><label for=\"on-behalf\">", tr("On behalf of which group, if of one"),
                "</label><input type=\"text\" id=\"on-behalf\" name=\"words\" "
                "maxlength=\"300\"></p>\n<p>",
                key_button(reader, "enter", tr("Enter into the list"), ""), "</p></form>\n");
}

// The secretariat hands in for a delegation what its focal point would.
inline Html inscription_form_link(const web::Desk& desk, const Hall& hall)
{
    const auto& reader = desk.reader();
    return when(desk.may(web::secretariat) && !hall.names.delegations().empty(), [&] {
        return html(reader, "<form class=\"stack\" method=\"get\" action=\"", hall.address(),
                    "/inscription\"><p><label for=\"inscribed\">", tr("Inscribe a delegation"),
                    "</label><select id=\"inscribed\" name=\"delegation\">",
                    each(hall.names.delegations(),
                         [&](const DelegationName& one) {
                             return html(reader, "<option value=\"", one.key, "\">",
                                         one.name.words(reader.language), "</option>");
                         }),
                    "</select></p>\n<p><button type=\"submit\" data-kind=\"plain\">",
                    tr("Inscription and text"), "</button></p></form>\n");
    });
}

inline Html enter_part(const web::Desk& desk, const Hall& hall, const std::vector<MaySpeak>& people)
{
    const auto& reader = desk.reader();
    const auto& list = hall.floor.list();
    return html(reader, "<details id=\"more\"><summary>", tr("Enter, replace, swap"),
                "</summary>\n", enter_form(desk, hall), inscription_form_link(desk, hall),
                substitute_form(desk, hall, people),
                when(list.size() > 1,
                     [&] {
                         return html(
                             reader, "<form class=\"stack\" method=\"post\" action=\"",
                             desk.address(), "\">", form_head(desk, hall),
                             entry_choice(reader, hall, "entry-1", tr("One"), list),
                             entry_choice(reader, hall, "entry-2", tr("The other"), list),
                             "<p><label for=\"swap-words\">", tr("Reason for a change of order"),
                             "</label><input type=\"text\" id=\"swap-words\" name=\"words\" "
                             "maxlength=\"300\"></p>\n<p>",
                             key_button(reader, "swap", tr("Change places"), ""), "</p></form>\n");
                     }),
                "</details>\n");
}

// A sitting that is open, or was, is not rehearsed.
inline Html rehearsal_form(const web::Desk& desk, const Hall& hall)
{
    const auto& reader = desk.reader();
    const bool rehearsing = hall.rehearsal.running;
    return when(rehearsing || !hall.floor.opened_at(), [&] {
        return html(reader, "<form class=\"stack\" method=\"post\" action=\"", hall.address(),
                    "/rehearsal\">", form_head(desk, hall), "<p class=\"soft small\">",
                    tr("What is done in a rehearsal is gone when it ends."),
                    "</p>\n<p><button type=\"submit\" data-kind=\"plain\" name=\"step\" value=\"",
                    rehearsing ? std::string("end") : std::string("begin"), "\">",
                    rehearsing ? tr("End the rehearsal") : tr("Begin a rehearsal"),
                    "</button></p></form>\n");
    });
}

// The chair's seat, the screens, and the rehearsal.
inline Html hall_part(const web::Desk& desk, const Hall& hall,
                      const std::vector<NamedScreen>& screens)
{
    const auto& reader = desk.reader();
    const auto& floor = hall.floor;
    return html(
        reader, "<details id=\"hall\"><summary>", tr("Chair, screens, rehearsal"),
        "</summary>\n<form class=\"stack\" method=\"post\" action=\"", desk.address(), "\">",
        form_head(desk, hall), "<p><label for=\"next-chair\">", tr("Hand the chair over to"),
        "</label><input type=\"text\" id=\"next-chair\" name=\"words\" maxlength=\"200\" value=\"",
        floor.chair(), "\"></p>\n<p>", key_button(reader, "hand-over", tr("Hand over"), ""),
        "</p></form>\n<form class=\"stack\" method=\"post\" action=\"", desk.address(), "\">",
        form_head(desk, hall), "<p><label for=\"message\">",
        tr("Message on the screens of the hall"),
        "</label><input type=\"text\" id=\"message\" name=\"words\" maxlength=\"200\" value=\"",
        floor.message(), "\"></p>\n<p>", key_button(reader, "message", tr("Show the message"), ""),
        "</p></form>\n", rehearsal_form(desk, hall), "<ul><li><a href=\"", hall.address(),
        "/screen\">", tr("Screen of the hall"), "</a></li><li><a href=\"", hall.address(),
        "/lower-third\">", tr("Lower third for video"), "</a></li><li><a href=\"", hall.address(),
        "/floor\">", tr("Page for everybody"), "</a></li></ul>\n",
        screens_part(desk, hall, screens), "</details>\n");
}

}  // namespace sala::floor
