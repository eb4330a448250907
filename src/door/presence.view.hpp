// SPDX-License-Identifier: Apache-2.0
//
// Who is here: how many, through which door, of which category, and what is odd.

#pragma once

#include "door/admission_store.hpp"
#include "door/badges.view.hpp"

namespace sala::door {

struct PresencePage {
    Presence presence;
    std::vector<forum::Part> categories;
    std::vector<Oddity> oddities;
    std::map<Id<Registration>, std::string> names;  // of those the oddities are about
};

inline web::Html counted_table(const web::Reader& reader, const Sentence& caption,
                               const std::vector<std::pair<std::string, std::int64_t>>& rows)
{
    return when(!rows.empty(), [&] {
        return html(reader, "<table><caption>", caption, "</caption><tbody>",
                    each(rows,
                         [&](const auto& row) {
                             return html(reader, "<tr><th scope=\"row\">", row.first,
                                         "</th><td class=\"num\">", row.second, "</td></tr>\n");
                         }),
                    "</tbody></table>\n");
    });
}

inline std::vector<std::pair<std::string, std::int64_t>> by_category(const web::Reader& reader,
                                                                     const PresencePage& page)
{
    std::vector<std::pair<std::string, std::int64_t>> rows;
    for (const auto& part : page.categories)
        if (const auto found = page.presence.by_category.find(part.key);
            found != page.presence.by_category.end())
            rows.emplace_back(part_words(reader, page.categories, part.number), found->second);
    if (const auto none = page.presence.by_category.find("");
        none != page.presence.by_category.end())
        rows.emplace_back(reader.say(tr("without a category")), none->second);
    return rows;
}

inline Sentence oddity_words(const Oddity& odd, const Arguments& said)
{
    switch (odd.what) {
    case Oddity::ended_badge:
        return tr("{name} came in at {door} with a badge that had ended.", said);
    case Oddity::revoked_bearer:
        return tr("{name} was let in by name at {door} after their badge had been revoked.", said);
    case Oddity::not_approved:
        return tr("{name} came in at {door} and was not approved.", said);
    case Oddity::two_doors:
        return tr("{name} came in at {door} within a minute of {other}. Is the badge copied?",
                  said);
    }
    return {};
}

inline web::Html oddity_list(const web::Reader& reader, const forum::Forum& forum,
                             const PresencePage& page)
{
    return when(!page.oddities.empty(), [&] {
        return html(reader, "<h2 class=\"h3\">", tr("To be looked at"),
                    "</h2>\n<ul class=\"acts day-acts\">",
                    each(page.oddities,
                         [&](const Oddity& odd) {
                             const auto name = page.names.find(odd.admission.registration);
                             const Arguments said{
                                 {"name", name == page.names.end() ? "–" : name->second},
                                 {"door", odd.admission.door},
                                 {"other", odd.other_door}};
                             return html(reader, "<li>", forum::moment(reader, odd.admission.at),
                                         " <span><a href=\"", forum.address(), "/registrations/",
                                         odd.admission.registration.word(), "\">",
                                         oddity_words(odd, said), "</a></span></li>\n");
                         }),
                    "</ul>\n");
    });
}

inline web::Page presence_page(const web::Desk& desk, const forum::Forum& forum,
                               const PresencePage& page)
{
    const auto& reader = desk.reader();
    const std::vector<std::pair<std::string, std::int64_t>> doors(page.presence.by_door.begin(),
                                                                  page.presence.by_door.end());
    auto body =
        html(reader, "<h1>", tr("Who is here"), "</h1>\n", places_of_doors(reader, forum),
             "<div id=\"presence\" class=\"stack\" data-live=\"door:", forum.slug,
             "\">\n<dl class=\"facts strip\"><dt>", tr("Here"), "</dt><dd class=\"num\">",
             page.presence.here, "</dd><dt>", tr("Approved"), "</dt><dd class=\"num\">",
             page.presence.approved, "</dd><dt>", tr("Vehicles"), "</dt><dd class=\"num\">",
             page.presence.vehicles, "</dd></dl>\n<div class=\"cols\">",
             counted_table(reader, tr("First seen at"), doors),
             counted_table(reader, tr("By category"), by_category(reader, page)), "</div>\n",
             when(page.presence.here == 0,
                  [&] {
                      return html(reader, "<div class=\"empty\"><h2>", tr("Nobody is here yet"),
                                  "</h2><p>",
                                  tr("Those at the doors need the role door. Their page is “Check "
                                     "badges”."),
                                  "</p></div>\n");
                  }),
             oddity_list(reader, forum, page), "</div>\n");
    return {.title = reader.say(tr("Who is here")),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "registrations")};
}

}  // namespace sala::door
