// SPDX-License-Identifier: Apache-2.0
//
// An organisation's page.

#pragma once

#include "programme/organisation_shown.hpp"
#include "programme/who_comes.view.hpp"

namespace sala::programme {

inline Html linked_name(const Reader& reader, const std::string& address, const Text& name)
{
    return html(reader, "<a href=\"", address, "\">", name, "</a>");
}

inline Html organisation_facts(const SpeechList& list, const OrganisationShown& one)
{
    const auto& reader = list.reader;
    const auto folder = list.forum + "/organisations/";
    return html(
        reader, "<dl class=\"facts\">\n<dt>", tr("Kind"), "</dt><dd class=\"begin\">",
        sheet::label_of_choice(one.kind), "</dd>\n",
        when(!one.abbreviation.empty(),
             [&] {
                 return html(reader, "<dt>", tr("Abbreviation"), "</dt><dd>", one.abbreviation,
                             "</dd>\n");
             }),
        when(!one.aliases.empty(),
             [&] {
                 return html(reader, "<dt>", tr("Other names"), "</dt><dd>", one.aliases,
                             "</dd>\n");
             }),
        when(!one.parent.empty(),
             [&] {
                 return html(reader, "<dt>", tr("Part of"), "</dt><dd>",
                             linked_name(reader, folder + one.parent, one.parent_name), "</dd>\n");
             }),
        when(!one.parts.empty(),
             [&] {
                 return html(reader, "<dt>", tr("Its offices"), "</dt><dd>",
                             each(one.parts,
                                  [&](const auto& part) {
                                      return html(
                                          reader,
                                          linked_name(reader, folder + part.first, part.second),
                                          "<br>");
                                  }),
                             "</dd>\n");
             }),
        when(!one.city.empty(),
             [&] {
                 return html(reader, "<dt>", tr("City"), "</dt><dd>",
                             linked_name(reader, list.forum + "/cities/" + one.city, one.city_name),
                             "</dd>\n");
             }),
        "</dl>\n");
}

inline web::Page organisation_page(const SpeechList& list, const OrganisationShown& one,
                                   const std::vector<Programme::Found>& speeches)
{
    const auto& reader = list.reader;
    return {.title = one.name.words(reader.language) + ", " +
                     list.programme.title.words(reader.language),
            .body = html(
                reader, "<nav aria-label=\"", tr("Where you are"),
                "\"><ol class=\"crumbs\"><li><a href=\"", list.forum, "/organisations\">",
                tr("Organisations"), "</a></li><li>", one.name,
                "</li></ol></nav>\n<div class=\"beside\">\n", "<div class=\"stack\">\n<h1>",
                one.name, "</h1>\n<p class=\"lede\">", web::other_script(reader, one.name),
                "</p>\n",
                when(!one.note.empty(), [&] { return html(reader, "<p>", one.note, "</p>\n"); }),
                delegations_section(reader, one.delegations),
                speeches_section(list, tr("Speaks when"), speeches,
                                 tr("The programme does not name this organisation as a speaker.")),
                "</div>\n<div class=\"stack\">\n", organisation_facts(list, one),
                posts_section(reader, one.posts), hosting_section(reader, one.hosting),
                "</div>\n</div>\n<p class=\"as\">", tr("This page for programs:"), " <a href=\"",
                list.forum, "/organisations/", one.key, ".json\">JSON</a></p>\n")};
}

}  // namespace sala::programme
