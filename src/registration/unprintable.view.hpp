// SPDX-License-Identifier: Apache-2.0
//
// Whose name cannot be printed here in their own script, said before anything is printed.

#pragma once

#include "document/font_reach.hpp"
#include "registration/registration.view.hpp"

#include <utility>

namespace sala::registration {

// The scripts (ISO 15924) of somebody's names of which this machine has no letters: these names are
// left off the paper.
inline std::vector<std::string> scripts_missing_for(const Registered& one)
{
    std::string all = one.particulars["name_own"];
    for (const auto& [language, wording] : one.particulars.name().wordings())
        all += " " + wording.shown();
    return document::scripts_without_font(all);
}

// Those among the people of whom a name is left off the paper, with its scripts.
inline std::vector<std::pair<const Registered*, std::vector<std::string>>>
unprintable_among(const std::vector<Registered>& people)
{
    std::vector<std::pair<const Registered*, std::vector<std::string>>> found;
    for (const auto& one : people)
        if (auto scripts = scripts_missing_for(one); !scripts.empty())
            found.emplace_back(&one, std::move(scripts));
    return found;
}

// The scripts that are written where these forums meet; others by their code of ISO 15924.
inline std::string script_name(const web::Reader& reader, const std::string& code)
{
    const std::pair<const char*, Sentence> known[] = {
        {"Khmr", tr("Khmer")}, {"Laoo", tr("Lao")},     {"Mymr", tr("Burmese")},
        {"Thai", tr("Thai")},  {"Hani", tr("Chinese")}, {"Taml", tr("Tamil")},
        {"Arab", tr("Arabic")}};
    for (const auto& [script, name] : known)
        if (code == script)
            return reader.say(name);
    return code;
}

// `more`: of how many others that is so as well.
inline web::Html unprintable_note(const web::Reader& reader, const std::vector<Registered>& people,
                                  std::size_t more = 0)
{
    const auto found = unprintable_among(people);
    return when(!found.empty(), [&] {
        return html(
            reader, "<div class=\"note\" data-is=\"conflict\"><h2 class=\"h3\">",
            tr("Names that cannot be printed here"), "</h2>\n<p>",
            tr("This server has no letters of these scripts, so the paper shows the name in the "
               "others alone. Whoever runs the server can add a font."),
            "</p>\n<ul>",
            each(found,
                 [&](const auto& one) {
                     std::string scripts;
                     for (const auto& code : one.second)
                         scripts += (scripts.empty() ? "" : ", ") + script_name(reader, code);
                     return html(reader, "<li>", person_words(reader, one.first->particulars), ": ",
                                 scripts, "</li>");
                 }),
            "</ul>\n",
            when(more > 0,
                 [&] {
                     return html(reader, "<p>",
                                 tr_count("and {count} more", "and {count} more", more), "</p>");
                 }),
            "</div>\n");
    });
}

}  // namespace sala::registration
