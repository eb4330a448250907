// SPDX-License-Identifier: Apache-2.0
//
// What changed in a row from one revision to the next: before and after, column by column.

#pragma once

#include "forum/row.view.hpp"
#include "forum/row_history.hpp"
#include "forum/row_value.view.hpp"

namespace sala::forum {

inline web::Html before_and_after(const web::Reader& reader, const sheet::Sheet& sheet,
                                  const std::optional<sheet::Row>& before, const std::optional<sheet::Row>& after)
{
    const auto nothing = empty_row(sheet, "");
    const auto& was = before ? *before : nothing;
    const auto& is = after ? *after : nothing;
    const auto columns = different_columns(sheet, was, is);
    if (columns.empty())
        return html(reader, "<p class=\"soft\">", tr("No column differs."), "</p>\n");
    return html(reader, "<table class=\"fold\"><caption class=\"unseen\">", tr("Before and after"),
                "</caption><thead><tr><th scope=\"col\">", tr("Column"), "</th><th scope=\"col\">",
                tr("Before"), "</th><th scope=\"col\">", tr("After"), "</th></tr></thead><tbody>",
                each(columns, [&](const std::string& name) {
                    const auto at = sheet.at(name);
                    return html(reader, "<tr><th scope=\"row\">", sheet::label_of(name), "</th><td data-th=\"",
                                tr("Before"), "\">", whole_value(reader, sheet.columns[at], was.cells[at]),
                                "</td><td data-th=\"", tr("After"), "\">",
                                whole_value(reader, sheet.columns[at], is.cells[at]), "</td></tr>");
                }),
                "</tbody></table>\n");
}

inline Sentence what_happened(const sheet::Revision& revision)
{
    if (!revision.was)
        return tr("Added");
    if (!revision.became)
        return tr("Taken away");
    return *revision.was == *revision.became ? tr("Brought back onto the list") : tr("Changed");
}

inline Sentence how_it_happened(const sheet::Revision& revision)
{
    switch (revision.origin) {
    case sheet::Origin::import: return tr("by an import of sheets");
    case sheet::Origin::edit: return tr("in a browser");
    case sheet::Origin::undo: return tr("by taking a change back");
    }
    return tr("in a browser");
}

inline web::Html revision_head(const web::Reader& reader, const sheet::Revision& revision)
{
    return html(reader, "<h2 class=\"h3\">", what_happened(revision), " ", how_it_happened(revision), "</h2>\n<p class=\"soft\">",
                moment(reader, revision.at), revision.by.empty() ? html(reader, ", ", tr("from the command line"))
                                                                 : html(reader, ", ", revision.by),
                "</p>\n");
}

}  // namespace sala::forum
