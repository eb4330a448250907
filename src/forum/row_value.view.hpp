// SPDX-License-Identifier: Apache-2.0
//
// One cell for people: a choice by its words, a text in each of its languages.

#pragma once

#include "sheet/sheet.hpp"
#include "web/html.hpp"

namespace sala::forum {

using web::each;
using web::html;
using web::when;

// Whole: every language, and what was corrected.
inline web::Html whole_value(const web::Reader& reader, const sheet::Column& column,
                             const sheet::Cell& cell)
{
    if (const auto* text = std::get_if<Text>(&cell))
        return each(text->wordings(), [&](const auto& one) {
            const auto& [language, wording] = one;
            const web::Reader own{language, reader.zone};
            const Text words(language, wording.shown());
            return html(reader, "<div lang=\"", language.tag(), "\">",
                        when(!wording.verbatim.empty() && !wording.corrected.empty(),
                             [&] { return html(reader, "<del>", wording.verbatim, "</del> "); }),
                        html(own, words), "</div>");
        });
    const auto words = sheet::cell_words(cell);
    if (words.empty())
        return html(reader, "<span class=\"soft\">", tr("empty"), "</span>");
    if (column.kind == sheet::Column::choice)
        return html(reader, sheet::label_of_choice(words));
    return html(reader,
                column.kind == sheet::Column::flag ? html(reader, tr("yes")) : html(reader, words));
}

}  // namespace sala::forum
