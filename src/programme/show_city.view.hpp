// SPDX-License-Identifier: Apache-2.0
//
// A city's page: its name in both scripts, who comes, when they speak.

#pragma once

#include "forum/outside_link.view.hpp"
#include "programme/who_comes.view.hpp"

namespace sala::programme {

// A river that the city lies on, and the page that says so.
struct OnRiver {
    Text river;
    Text river_note;
    Text statement;
    std::string address;
    Text note;
};

struct CityShown {
    std::string key;
    std::string kind;
    Text name;
    Text aliases;
    Text note;
    std::string country_code;
    Text country;
    std::vector<DelegationShown> delegations;
    std::vector<PostShown> posts;
    std::vector<Hosting> hosting;
    std::vector<OnRiver> rivers;
};

inline Html rivers_section(const Reader& reader, const std::vector<OnRiver>& rivers)
{
    return when(!rivers.empty(), [&] {
        return html(
            reader, "<section class=\"stack\"><h2>", tr("Rivers"), "</h2>\n<ul class=\"list\">\n",
            each(rivers,
                 [&](const OnRiver& one) {
                     return html(reader, "<li><p>",
                                 forum::outside_link(reader, html(reader, one.river), one.address),
                                 "</p><p class=\"small\">", one.statement, "</p>",
                                 forum::note_line(reader, one.river_note),
                                 forum::note_line(reader, one.note), "</li>\n");
                 }),
            "</ul></section>\n");
    });
}

inline Html city_head(const Reader& reader, const CityShown& city)
{
    return html(reader, "<h1>", city.name,
                directory::country_mark(reader, city.country_code, city.country),
                "</h1>\n<p class=\"lede\">", web::other_script(reader, city.name),
                "</p>\n<p class=\"soft begin\">", sheet::label_of_choice(city.kind),
                when(!city.country.empty(), [&] { return html(reader, ", ", city.country); }),
                when(!city.aliases.empty(),
                     [&] { return html(reader, "; ", tr("also called"), " ", city.aliases); }),
                "</p>\n",
                when(!city.note.empty(), [&] { return html(reader, "<p>", city.note, "</p>\n"); }));
}

inline web::Page city_page(const SpeechList& list, const CityShown& city,
                           const std::vector<Programme::Found>& speeches)
{
    const auto& reader = list.reader;
    const auto topics = topics_of(list.programme, speeches);
    return {.title = city.name.words(reader.language) + ", " +
                     list.programme.title.words(reader.language),
            .body =
                html(reader, "<nav aria-label=\"", tr("Where you are"),
                     "\"><ol class=\"crumbs\"><li><a href=\"", list.forum, "/cities\">",
                     tr("Cities"), "</a></li><li>", city.name,
                     "</li></ol></nav>\n<div class=\"beside\">\n<div class=\"stack\">\n",
                     city_head(reader, city), delegations_section(reader, city.delegations),
                     speeches_section(list, tr("Speaks when"), speeches,
                                      tr("The programme does not name this city as a speaker.")),
                     "</div>\n<div class=\"stack\">\n", topics_section(list, topics),
                     posts_section(reader, city.posts), hosting_section(reader, city.hosting),
                     rivers_section(reader, city.rivers), "</div>\n</div>\n<p class=\"as\">",
                     tr("This page for programs:"), " <a href=\"", list.forum, "/cities/", city.key,
                     ".json\">JSON</a></p>\n")};
}

}  // namespace sala::programme
