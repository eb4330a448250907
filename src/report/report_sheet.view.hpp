// SPDX-License-Identifier: Apache-2.0
//
// The report as a sheet of paper on the screen: centred title, numbered headings, the reporter at
// the right. Names of people are never cut at the end of a line.

#pragma once

#include "report/official_report.hpp"
#include "script/normal.hpp"
#include "script/segment.hpp"
#include "web/unbroken_words.hpp"

#include <algorithm>

namespace sala::report {

// "\n" becomes a new line; names, posts and numbers with their noun stand in one piece.
inline web::Html with_whole_names(const web::Reader& reader, std::string_view words,
                                  const std::vector<std::string>& names)
{
    web::Html made;
    for (;;) {
        const auto line = words.substr(0, words.find('\n'));
        made += web::unbroken(reader, line, names);
        if (line.size() == words.size())
            return made;
        made.add_literal("<br>");
        words.remove_prefix(line.size() + 1);
    }
}

// A Thai title begins its lines where a part of it begins, or, when it has no spaces, a word; a
// browser alone would cut นายก|เทศมนตรี. Nothing is put between the letters that copying would take
// along.
inline web::Html title_in_parts(const web::Reader& reader, const std::string& line,
                                const std::vector<std::string>& names)
{
    if (!script::holds_thai(line))
        return html(reader, line);
    auto places = script::break_opportunities(line, names);
    const auto follows_space = [&](std::size_t at) { return line[at - 1] == ' '; };
    if (std::any_of(places.begin(), places.end(), follows_space))
        std::erase_if(places, [&](std::size_t at) { return !follows_space(at); });
    places.push_back(line.size());
    web::Html made;
    std::size_t begin = 0;
    for (const auto end : places) {
        const auto part = std::string_view(line).substr(begin, end - begin);
        const bool spaced = part.ends_with(' ');
        append(made, reader, "<span class=\"whole\">",
               with_whole_names(reader, part.substr(0, part.size() - (spaced ? 1 : 0)), names),
               "</span>", web::when(spaced, [&] { return html(reader, " "); }));
        begin = end;
    }
    return made;
}

inline web::Html section_on_sheet(const web::Reader& reader, const OfficialReport& report,
                                  const OfficialSection& section,
                                  const std::vector<std::string>& names, bool here)
{
    const bool flat = report.first_line_mm == 0;
    return html(
        reader, "<h3>", section.heading_line(), "</h3>\n",
        web::each(section.paragraphs, [&](const std::string& words) {
            return html(
                reader, "<p", flat ? html(reader, " class=\"flat\"") : web::Html{},
                web::when(section.language != report.language,
                          [&] { return html(reader, " lang=\"", section.language.tag(), "\""); }),
                web::when(here, [&] { return html(reader, " data-is=\"here\""); }), ">",
                with_whole_names(reader, words, names), "</p>\n");
        }));
}

inline web::Html reporter_block(const web::Reader& reader, const OfficialReport& report)
{
    return web::when(!report.reporter.empty(), [&] {
        return html(
            reader, "<address>",
            web::each(report.reporter,
                      [&](const std::string& line) { return html(reader, "<p>", line, "</p>"); }),
            "</address>\n");
    });
}

// `here`: the number of the heading that is being written; 0: none. Who writes sees every heading.
inline web::Html report_sheet(const web::Reader& reader, const OfficialReport& report,
                              const std::vector<std::string>& names, int here = 0)
{
    return html(reader, "<article class=\"a4\" lang=\"", report.language.tag(), "\">\n<h2>",
                web::each(report.title_lines,
                          [&](const std::string& line) {
                              return html(reader,
                                          web::when(&line != &report.title_lines.front(),
                                                    [&] { return html(reader, "<br>"); }),
                                          title_in_parts(reader, line, names));
                          }),
                "</h2>\n",
                web::when(!report.classification.empty(),
                          [&] {
                              return html(reader, "<p class=\"flat centre\">",
                                          report.classification, "</p>\n");
                          }),
                web::each(report.sections,
                          [&](const OfficialSection& section) {
                              return web::when(section.is_printed() || here > 0, [&] {
                                  return section_on_sheet(reader, report, section, names,
                                                          section.number == here);
                              });
                          }),
                reporter_block(reader, report), "</article>\n");
}

}  // namespace sala::report
