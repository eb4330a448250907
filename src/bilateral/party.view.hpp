// SPDX-License-Identifier: Apache-2.0
//
// What every page of bilateral meetings shows alike: the name of a delegation, a note for whoever
// acts in its place.

#pragma once

#include "bilateral/party.hpp"
#include "forum/hearing.hpp"
#include "forum/moment.view.hpp"
#include "forum/text_json.hpp"
#include "web/field.view.hpp"
#include "web/frame.hpp"

namespace sala::bilateral {

using web::each;
using web::html;
using web::when;

// "Bangkok TH", the country as a code with its name behind it.
inline web::Html delegation_name(const web::Reader& reader, const Known& known)
{
    return html(reader, known.words(reader), when(!known.country_code.empty(), [&] {
                    return html(reader, " <span class=\"cc\">", known.country_code, "</span>");
                }));
}

inline web::Html name_at(const web::Reader& reader, const std::vector<Known>& all,
                         std::int64_t number)
{
    const auto* known = find(all, number);
    return known ? delegation_name(reader, *known) : html(reader, tr("No longer listed"));
}

inline web::Html names_at(const web::Reader& reader, const std::vector<Known>& all,
                          const std::vector<std::int64_t>& numbers)
{
    web::Html names;
    for (const auto number : numbers)
        names += html(reader, when(!names.empty(), [&] { return html(reader, ", "); }),
                      name_at(reader, all, number));
    return names;
}

// What the pages of a delegation watch.
inline std::string topic_of(const Party& party)
{
    return forum::topic_of_delegation(party.forum.slug, party.self.key);
}

inline web::Html acts_in_place(const web::Reader& reader, const Party& party)
{
    return when(party.on_behalf, [&] {
        return html(reader, "<p class=\"note\">",
                    party.waits_to_be_let_in
                        ? tr("Others spoke for this delegation before you. Until one of them lets "
                             "you in, you act in its place: what it keeps to itself is not shown "
                             "to you, and a yes of yours waits until one of them confirms it.")
                        : tr("You act on behalf of this delegation, and that stays on record."),
                    "</p>\n");
    });
}

// Nobody is to find out afterwards that what they wrote is gone.
inline web::Html stands_until(const web::Reader& reader, const std::optional<script::Day>& day,
                              Sentence says)
{
    return when(day.has_value(), [&] {
        says.arguments = {
            {"day", script::render_day(*day, script::DateStyle::for_reader(reader.language))}};
        return html(reader, "<p class=\"hint\">", says, "</p>\n");
    });
}

inline web::Html words_stand(const web::Reader& reader, const std::optional<script::Day>& day)
{
    return stands_until(reader, day, tr("What you write here is forgotten after {day}."));
}

// Whether the visitor opens what focal points work on, or only reads as a delegate.
inline bool works_for(const web::Desk& desk, const Party& party)
{
    return desk.may(forum::focal_points, {{"delegation", party.self.number}});
}

inline web::Html party_crumbs(const web::Desk& desk, const Party& party, const web::Html& here)
{
    const auto& reader = desk.reader();
    const auto name = party.self.words(reader);
    return html(reader, "<nav aria-label=\"", tr("Where you are"), "\"><ol class=\"crumbs\"><li>",
                works_for(desk, party)
                    ? html(reader, "<a href=\"", party.home(), "\">", name, "</a>")
                    : html(reader, name),
                "</li><li><a href=\"", party.address(), "\">", tr("Bilateral meetings"),
                "</a></li><li>", here, "</li></ol></nav>\n");
}

// What is wrong, whatever field it is about: for forms whose fields nobody sees.
inline web::Html every_refusal(const web::Desk& desk)
{
    return each(desk.refusals(), [&](const Refusal& refusal) {
        return html(desk.reader(), "<div class=\"note\" data-is=\"conflict\" role=\"alert\"><p>",
                    refusal.sentence, "</p></div>\n");
    });
}

// A page of one delegation's meetings.
inline web::Page party_page(const web::Desk& desk, const Party& party, const std::string& title,
                            web::Html body, std::string_view current = "bilaterals")
{
    return {.title = title + ", " + party.self.words(desk.reader()),
            .body = std::move(body),
            .frame = party_frame(desk, party, current)};
}

// A button that does one thing, in a form of its own. `fields` are hidden ones.
inline web::Html act_button(const web::Desk& desk, const std::string& action,
                            const std::vector<std::pair<std::string, std::string>>& fields,
                            const Sentence& label, std::string_view kind)
{
    const auto& reader = desk.reader();
    return html(reader, "<form method=\"post\" action=\"", action, "\">", web::csrf_field(desk),
                each(fields,
                     [&](const auto& field) {
                         return html(reader, "<input type=\"hidden\" name=\"", field.first,
                                     "\" value=\"", field.second, "\">");
                     }),
                "<button type=\"submit\"",
                when(!kind.empty(), [&] { return html(reader, " data-kind=\"", kind, "\""); }), ">",
                label, "</button></form>\n");
}

}  // namespace sala::bilateral
