// SPDX-License-Identifier: Apache-2.0
//
// Organisations by kind.

#pragma once

#include "forum/forum.hpp"
#include "sheet/sheet.hpp"
#include "web/desk.hpp"

namespace sala::forum {

struct OrganisationName {
    std::string key;
    Text name;
    Text abbreviation;
};

struct KindGroup {
    std::string kind;
    std::vector<OrganisationName> organisations;
};

inline web::Html organisation_item(const web::Reader& reader, const Forum& forum,
                                   const OrganisationName& one)
{
    return web::html(reader, "<li><p><a href=\"", forum.address(), "/organisations/", one.key,
                     "\">", one.name, "</a>",
                     web::when(!one.abbreviation.empty(),
                               [&] { return web::html(reader, " (", one.abbreviation, ")"); }),
                     "</p><p>", web::other_script(reader, one.name), "</p></li>\n");
}

inline web::Html kind_section(const web::Reader& reader, const Forum& forum, const KindGroup& group)
{
    return web::html(reader, "<section class=\"tight\">\n<h2 class=\"h3 begin\">",
                     sheet::label_of_choice(group.kind), "</h2>\n<ul class=\"list\">\n",
                     web::each(group.organisations,
                               [&](const OrganisationName& one) {
                                   return organisation_item(reader, forum, one);
                               }),
                     "</ul>\n</section>\n");
}

inline web::Html no_organisations(const web::Reader& reader)
{
    return web::html(reader, "<section class=\"empty\"><h2>", tr("No organisations yet"),
                     "</h2><p>",
                     tr("Ministries, networks and other organisations will be listed here. The "
                        "secretariat adds them in the "
                        "sheet “organisations”."),
                     "</p></section>\n");
}

inline web::Page organisations_page(const web::Desk& desk, const Forum& forum,
                                    const std::vector<KindGroup>& groups)
{
    const auto& reader = desk.reader();
    return {.title = reader.say(tr("Organisations")) + ", " + forum.title.words(reader.language),
            .body = web::html(reader, "<h1>", tr("Organisations"), "</h1>\n",
                              groups.empty()
                                  ? no_organisations(reader)
                                  : web::html(reader, "<div class=\"cols\">\n",
                                              web::each(groups,
                                                        [&](const KindGroup& one) {
                                                            return kind_section(reader, forum, one);
                                                        }),
                                              "</div>\n"),
                              "<p class=\"as\">", tr("This page for programs:"), " <a href=\"",
                              forum.address(), "/organisations.json\">JSON</a></p>\n")};
}

}  // namespace sala::forum
