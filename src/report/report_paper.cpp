// SPDX-License-Identifier: Apache-2.0

#include "report/report_paper.hpp"

#include "script/line_letters.hpp"
#include "script/with_breaks.hpp"

#include <algorithm>

namespace sala::report {

using script::with_breaks;

namespace {

// Paragraphs whose first lines stand like all others are told apart by the space between them.
constexpr double between_flat_paragraphs_mm = 3;
// About two fifths of a line of 160 mm in 16 pt.
constexpr std::size_t longest_whole_name = 26;

std::vector<std::string> whole_names(const Facts& facts)
{
    auto names = facts.names_of_people();
    const auto others = facts.names_of_others();
    std::copy_if(others.begin(), others.end(), std::back_inserter(names),
                 [](const std::string& name) {
                     return script::letters_in_line(name) <= longest_whole_name;
                 });
    return names;
}

// A title breaks at its spaces; where it has none, where words end.
std::string title_with_breaks(const std::string& line, const std::vector<std::string>& names)
{
    if (line.find(' ') == std::string::npos)
        return with_breaks(line, names);
    std::string marked;
    for (const char c : line)
        marked += c == ' ' ? std::string(" \u200B") : std::string(1, c);
    return marked;
}

}  // namespace

document::Paper paper_of(const OfficialReport& report, const Facts& facts, Instant saved)
{
    const auto whole = whole_names(facts);
    const auto marked = [&](const std::string& words) { return with_breaks(words, whole); };
    document::Paper paper;
    paper.title = report.title();
    paper.language = report.language.tag();
    paper.created = saved;
    for (const auto& line : report.title_lines)
        paper.blocks.push_back(document::Title{title_with_breaks(line, whole), 18});
    if (!report.classification.empty())
        paper.blocks.push_back(document::Paragraph{.text = marked(report.classification),
                                                   .align = document::Align::centre});
    paper.blocks.push_back(document::Space{4});
    for (const auto& section : report.sections) {
        if (!section.is_printed())
            continue;
        paper.blocks.push_back(document::Heading{marked(section.heading_line()), 1});
        for (const auto& paragraph : section.paragraphs) {
            const bool parted = report.first_line_mm == 0 && &paragraph != &section.paragraphs[0];
            paper.blocks.push_back(
                document::Paragraph{.text = marked(paragraph),
                                    .first_line_mm = report.first_line_mm,
                                    .before_mm = parted ? between_flat_paragraphs_mm : 0});
        }
    }
    if (report.reporter.empty())
        return paper;
    std::vector<std::string> lines;
    std::transform(report.reporter.begin(), report.reporter.end(), std::back_inserter(lines),
                   marked);
    paper.blocks.push_back(document::Space{4});
    paper.blocks.push_back(document::AddressBlock{std::move(lines), false});
    return paper;
}

}  // namespace sala::report
