// SPDX-License-Identifier: Apache-2.0
//
// A person's own page: the name large in both scripts, then posts, delegation and when they speak.

#pragma once

#include "directory/person_card.view.hpp"
#include "forum/both_eras.view.hpp"
#include "programme/person_shown.hpp"
#include "programme/who_speaks.view.hpp"

namespace sala::programme {

// "since 2022, until 2026", as far as a source says.
inline Html term_of_office(const Reader& reader, const std::string& since, const std::string& until)
{
    return html(reader,
                when(!since.empty(),
                     [&] {
                         return html(reader, " <span class=\"soft\">", tr("since"), " ",
                                     forum::date_cell(reader, since), "</span>");
                     }),
                when(!until.empty(), [&] {
                    return html(reader, " <span class=\"soft\">", tr("until"), " ",
                                forum::date_cell(reader, until), "</span>");
                }));
}

inline Html post_held(const Reader& reader, const PostHeld& post)
{
    return html(reader, "<p class=\"post\">", post.title,
                directory::country_mark(reader, post.country_code, post.country),
                term_of_office(reader, post.since, post.until), "<br>",
                web::other_script(reader, post.title), "</p>\n", when(!post.note.empty(), [&] {
                    return html(reader, "<p class=\"soft small\">", post.note, "</p>\n");
                }));
}

inline Html membership_item(const SpeechList& list, const Membership& one)
{
    const auto& reader = list.reader;
    const auto page = !one.city.empty() ? list.forum + "/cities/" + one.city
                      : !one.organisation.empty()
                          ? list.forum + "/organisations/" + one.organisation
                          : std::string{};
    const auto name = html(reader, one.name);
    return html(reader, "<li><p>",
                page.empty() ? name : html(reader, "<a href=\"", page, "\">", name, "</a>"),
                " <span class=\"soft\">", sheet::label_of_choice(one.role), "</span></p>",
                when(!one.note.empty(),
                     [&] { return html(reader, "<p class=\"small\">", one.note, "</p>"); }),
                "</li>\n");
}

inline web::Page person_page(const SpeechList& list, const PersonShown& person,
                             const std::vector<Programme::Found>& speeches)
{
    const auto& reader = list.reader;
    return {
        .title = directory::whole_name(person.honorific, person.name, reader.language) + ", " +
                 list.programme.title.words(reader.language),
        .body = html(
            reader, "<div class=\"stack\">\n<div class=\"person big\"><h1 class=\"name\">",
            directory::name_with_honorific(reader, person.honorific, person.name), "</h1>",
            directory::name_in_other_script(reader, person.honorific, person.name),
            each(person.posts, [&](const PostHeld& post) { return post_held(reader, post); }),
            "</div>\n",
            when(!person.note.empty(), [&] { return html(reader, "<p>", person.note, "</p>\n"); }),
            when(!person.memberships.empty(),
                 [&] {
                     return html(
                         reader, "<h2>", tr("Delegation"), "</h2>\n<ul class=\"list\">\n",
                         each(person.memberships,
                              [&](const Membership& one) { return membership_item(list, one); }),
                         "</ul>\n");
                 }),
            speeches_section(list, tr("Speaks when"), speeches,
                             tr("The programme does not name this person as a speaker.")),
            "<p class=\"as\">", tr("This page for programs:"), " <a href=\"", list.forum,
            "/people/", person.key, ".json\">JSON</a></p>\n</div>\n")};
}

}  // namespace sala::programme
