// SPDX-License-Identifier: Apache-2.0
//
// The head of a forum's first page: its title, when and where and who hosts, and the meetings that
// are held in parallel under one roof.

#pragma once

#include "forum/both_eras.view.hpp"
#include "forum/note.view.hpp"
#include "programme/entry.view.hpp"
#include "programme/forum_home.hpp"

namespace sala::programme {

// "Phnom Penh 2022: ASEAN Mayors Forum and MGMAC": the place large; the rest is in the eaves and
// under the roof, so only screen readers need it again.
inline Html forum_title(const Reader& reader, const Text& title)
{
    constexpr std::size_t place_bytes_max = 60;
    const auto shown = title.for_reader(reader.language);
    const auto words = title.words(reader.language);
    const auto colon = words.find(": ");
    const auto place = words.substr(0, colon);
    if (!shown || place.size() > place_bytes_max)
        return html(reader, "<h1>", title, "</h1>\n");
    return html(reader, "<h1 class=\"place\" lang=\"", shown->language.tag(), "\">", place,
                when(colon != std::string::npos,
                     [&] {
                         return html(reader, "<span class=\"unseen\">", words.substr(colon),
                                     "</span>");
                     }),
                "</h1>\n");
}

inline Html fact(const Reader& reader, const Sentence& label, const Html& value)
{
    return html(reader, "<div><dt>", label, "</dt><dd>", value, "</dd></div>\n");
}

inline Html host_names(const Reader& reader, const std::vector<HostName>& hosts)
{
    return each(hosts, [&](const HostName& host) {
        return html(reader, "<span><a href=\"", host.address, "\">", host.name, "</a>",
                    directory::country_mark(reader, host.country_code, host.country),
                    "</span><br>");
    });
}

inline Html facts_strip(const Reader& reader, const ForumHome& home)
{
    const auto& forum = home.forum;
    return html(
        reader, "<dl class=\"facts strip\">\n",
        when(forum.date.has_value(),
             [&] {
                 return fact(reader, tr("When"),
                             html(reader, "<strong>", forum::date_of(reader, *forum.date),
                                  "</strong><br>", forum::date_in_other_era(reader, *forum.date)));
             }),
        when(!forum.venue.empty() || !forum.city_name.empty(),
             [&] {
                 return fact(
                     reader, tr("Where"),
                     html(reader,
                          when(!forum.venue.empty(),
                               [&] {
                                   return html(reader, "<strong>", forum.venue, "</strong><br>");
                               }),
                          "<span class=\"soft\">", forum.city_name, "</span>",
                          directory::country_mark(reader, forum.country_code, forum.country_name)));
             }),
        when(!home.hosts.empty(),
             [&] {
                 return fact(reader, tr("Hosts"), host_names(reader, home.hosts.front().hosts));
             }),
        when(forum.minutes.has_value(),
             [&] {
                 return fact(reader, tr("Each leader speaks"),
                             html(reader, "<strong>",
                                  tr_count("{count} minute", "{count} minutes",
                                           static_cast<std::size_t>(*forum.minutes)),
                                  "</strong>", when(home.editions.size() == 2, [&] {
                                      return html(reader, "<br><span class=\"soft\">",
                                                  tr("in each of the two meetings"), "</span>");
                                  })));
             }),
        "</dl>\n");
}

inline Html bay(const Reader& reader, const EditionShown& edition, std::size_t number)
{
    return html(reader, "<section id=\"edition-", edition.key, "\" data-body=\"", number,
                "\" aria-labelledby=\"body-", number, "\">\n",
                when(!edition.abbreviation.empty(),
                     [&] {
                         return html(reader, "<p class=\"over\"><span class=\"body\">",
                                     edition.abbreviation, "</span></p>\n");
                     }),
                "<h2 id=\"body-", number, "\">", edition.name, "</h2>\n<p>",
                web::other_script(reader, edition.name), "</p>\n",
                when(!edition.theme.empty(),
                     [&] {
                         return html(reader, "<p><em>", tr("Theme."), "</em> ", edition.theme,
                                     "</p>\n");
                     }),
                when(!edition.objective.empty(),
                     [&] {
                         return html(reader, "<p><em>", tr("Purpose."), "</em> ", edition.objective,
                                     "</p>\n");
                     }),
                forum::note_line(reader, edition.note), "</section>\n");
}

inline Html roof_and_bays(const Reader& reader, const ForumHome& home)
{
    if (home.editions.empty())
        return {};
    std::size_t number = 0;
    return html(reader,
                "<div class=\"roof\" aria-hidden=\"true\"><svg viewBox=\"0 0 1200 90\" "
                "preserveAspectRatio=\"none\"><path "
                "fill=\"currentColor\" d=\"M600 0C650 34 860 62 1200 70V90H0V70C340 62 550 34 600 "
                "0Z\"/></svg></div>\n"
                "<div class=\"bays\">\n",
                each(home.editions,
                     [&](const EditionShown& edition) { return bay(reader, edition, ++number); }),
                "</div>\n");
}

}  // namespace sala::programme
