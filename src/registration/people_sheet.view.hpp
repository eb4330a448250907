// SPDX-License-Identifier: Apache-2.0
//
// How the columns of a sheet of people are called and what may stand in them.

#pragma once

#include "registration/registration_form.view.hpp"
#include "registration/sheet_choices.hpp"
#include "web/unbroken_words.hpp"

namespace sala::registration {

inline std::string about_column(const web::Reader& reader, const Particular& column)
{
    const auto hint = field_of(column).hint;
    auto words = hint.key.empty() ? std::string{} : reader.say(hint);
    if (column.needed)
        words += (words.empty() ? "" : " ") + reader.say(tr("Needed of everybody."));
    return words;
}

inline web::Html columns_guide(const web::Reader& reader,
                               const std::vector<forum::Part>& categories)
{
    return html(reader, "<details><summary>",
                tr("What the columns are called, and what may stand in them"),
                "</summary><dl class=\"facts\">",
                each(all_particulars(),
                     [&](const auto& column) {
                         const auto choices = SheetChoices(column, categories).words(reader);
                         return html(reader, "<dt>", column.label, "<br><code>", column.name,
                                     "</code></dt><dd>",
                                     web::unbroken(reader, about_column(reader, column)),
                                     when(!choices.empty(),
                                          [&] {
                                              return html(reader, "<ul>",
                                                          each(choices,
                                                               [&](const std::string& words) {
                                                                   return html(reader, "<li>",
                                                                               words, "</li>");
                                                               }),
                                                          "</ul>");
                                          }),
                                     "</dd>\n");
                     }),
                "</dl></details>\n");
}

}  // namespace sala::registration
