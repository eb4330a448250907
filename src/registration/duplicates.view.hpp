// SPDX-License-Identifier: Apache-2.0
//
// Registrations that may be one person, and those that were put together.

#pragma once

#include "registration/alike_pairs.hpp"
#include "registration/likeness_store.hpp"
#include "registration/registration_form.view.hpp"
#include "registration/revocation.hpp"
#include "web/pages.view.hpp"

namespace sala::registration {

// How many are looked for, and how many stand on a page.
inline constexpr std::size_t pairs_listed = 500;
inline constexpr std::size_t pairs_a_page = 50;

struct DuplicatesPage {
    std::map<Id<Registration>, Registered> people;
    std::vector<Pair> pairs;  // of this page
    web::Pages pages;
    std::vector<MergeTold> merges;
    std::vector<forum::Part> delegations;
    std::map<Id<Registration>, Instant> revoked;  // whose badge was, and stays so
};

inline web::Html merge_button(const web::Desk& desk, const Registered& kept,
                              const Registered& merged)
{
    const auto& reader = desk.reader();
    const auto name = person_words(reader, kept.particulars);
    return html(reader, "<form method=\"post\" action=\"", desk.address(), "\">",
                web::csrf_field(desk), "<input type=\"hidden\" name=\"kept\" value=\"",
                kept.registration.id().word(), "\"><input type=\"hidden\" name=\"merged\" value=\"",
                merged.registration.id().word(), "\"><button type=\"submit\" data-kind=\"plain\">",
                tr("Keep {name}", {{"name", name}}), "</button></form>");
}

inline web::Html revoked_chip(const web::Reader& reader, const DuplicatesPage& page,
                              const Registered& one)
{
    return when(page.revoked.contains(one.registration.id()), [&] {
        return html(reader, " <span class=\"chip\" data-is=\"conflict\">", tr("badge revoked"),
                    "</span>");
    });
}

// Whoever is put together with somebody who is not welcome is not let in, either.
inline web::Html revoked_stays_note(const web::Reader& reader, const DuplicatesPage& page)
{
    return when(!page.revoked.empty(), [&] {
        return html(reader, "<p class=\"note\">",
                    tr("Where a badge was revoked, it stays so for both when they are put "
                       "together, whichever you keep: no door lets them in with the other badge, "
                       "either. “Print again” on the page of badges makes one that does."),
                    "</p>\n");
    });
}

inline web::Html pair_cell(const web::Desk& desk, const DuplicatesPage& page, const Registered& one,
                           const Registered& other)
{
    const auto& reader = desk.reader();
    return html(reader, person_words(reader, one.particulars), other_names(reader, one.particulars),
                " <small class=\"soft\">",
                part_words(reader, page.delegations, one.registration.delegation().number()),
                "</small> ", status_chip(reader, one.registration.status()),
                revoked_chip(reader, page, one), merge_button(desk, one, other));
}

inline web::Html pair_table(const web::Desk& desk, const DuplicatesPage& page)
{
    const auto& reader = desk.reader();
    if (page.pairs.empty())
        return html(reader, "<div class=\"empty\"><h2>", tr("No two sound alike"), "</h2><p>",
                    tr("Names are compared in every script, Thai with Latin letters, too."),
                    "</p></div>\n");
    return html(reader, "<table class=\"fold\"><caption>", tr("Perhaps one person"),
                "</caption><thead><tr><th scope=\"col\">", tr("One"), "</th><th scope=\"col\">",
                tr("The other"), "</th><th scope=\"col\" class=\"num\">", tr("Alike"),
                "</th></tr></thead>\n<tbody>",
                each(page.pairs,
                     [&](const Pair& pair) {
                         const auto& one = page.people.at(pair.one);
                         const auto& other = page.people.at(pair.other);
                         return html(reader, "<tr><td>", pair_cell(desk, page, one, other),
                                     "</td><td data-th=\"", tr("The other"), "\">",
                                     pair_cell(desk, page, other, one),
                                     "</td><td class=\"num\" data-th=\"", tr("Alike"), "\">",
                                     pair.score, " %",
                                     when(pair.papers,
                                          [&] {
                                              return html(reader, " <small class=\"soft\">",
                                                          tr("the same passport"), "</small>");
                                          }),
                                     "</td></tr>\n");
                     }),
                "</tbody></table>\n");
}

inline web::Html merge_list(const web::Desk& desk, const DuplicatesPage& page)
{
    const auto& reader = desk.reader();
    return when(!page.merges.empty(), [&] {
        return html(reader, "<h2>", tr("Put together"), "</h2>\n<ul class=\"list\">",
                    each(page.merges,
                         [&](const MergeTold& told) {
                             return html(reader, "<li>",
                                         tr("{merged} is {kept}", {{"merged", told.merged_name},
                                                                   {"kept", told.kept_name}}),
                                         ", ", forum::moment(reader, told.merge.at),
                                         when(page.revoked.contains(told.merge.kept),
                                              [&] {
                                                  return html(reader,
                                                              " <span class=\"chip\" "
                                                              "data-is=\"conflict\">",
                                                              tr("badge revoked"), "</span>");
                                              }),
                                         "<form method=\"post\" action=\"", desk.address(), "/",
                                         told.merge.id.word(), "/undo\">", web::csrf_field(desk),
                                         "<button type=\"submit\" data-kind=\"end\">",
                                         tr("Take them apart again"), "</button></form></li>\n");
                         }),
                    "</ul>\n");
    });
}

inline web::Page duplicates_page(const web::Desk& desk, const forum::Forum& forum,
                                 const DuplicatesPage& page)
{
    const auto& reader = desk.reader();
    auto body = html(reader, "<h1>", tr("Duplicates"), "</h1>\n",
                     places_of_registering(reader, forum), "<p class=\"lede\">",
                     tr("Nothing is put together by itself. The one you do not keep is left out of "
                        "lists and counts, and can be taken apart again."),
                     "</p>\n<div class=\"stack\">\n", revoked_stays_note(reader, page),
                     pair_table(desk, page),
                     when(page.pages.found >= static_cast<std::int64_t>(pairs_listed),
                          [&] {
                              return html(reader, "<p class=\"soft\">",
                                          tr("The {count} pairs that are most alike; others follow "
                                             "as these are put together.",
                                             {{"count", std::to_string(pairs_listed)}}),
                                          "</p>\n");
                          }),
                     pages_of(reader, page.pages), merge_list(desk, page), "</div>\n");
    return {.title = reader.say(tr("Duplicates")),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "registrations")};
}

}  // namespace sala::registration
