// SPDX-License-Identifier: Apache-2.0
//
// The reports of a forum that everybody may read, as its public pages list them.

#pragma once

#include "forum/published_reports.hpp"
#include "web/html.hpp"

namespace sala::forum {

inline web::Html published_reports(const web::Reader& reader, const Forum& forum,
                                   const Listed& reports)
{
    const auto rows = published(reports);
    return web::when(!rows.empty(), [&] {
        return web::html(reader, "<h2>", tr("Official reports"), "</h2>\n<ul class=\"list\">\n",
                         web::each(rows,
                                   [&](const auto& row) {
                                       const auto& title = reports.text(row, "title");
                                       return web::html(reader, "<li><p><a href=\"",
                                                        report_address(forum, row), "\">", title,
                                                        "</a> ", web::other_script(reader, title),
                                                        "</p></li>\n");
                                   }),
                         "</ul>\n");
    });
}

}  // namespace sala::forum
