// SPDX-License-Identifier: Apache-2.0

#include "report/official_report.hpp"

#include <algorithm>

namespace sala::report {

namespace {

std::vector<std::string> split_lines(std::string_view words)
{
    std::vector<std::string> lines;
    while (!words.empty()) {
        const auto end = words.find('\n');
        lines.emplace_back(words.substr(0, end));
        words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
    }
    return lines;
}

// Spaces, tabs and no-break spaces only.
bool is_blank(std::string_view line)
{
    while (!line.empty()) {
        const std::size_t size = line.starts_with("\u00A0")          ? 2
                                 : line[0] == ' ' || line[0] == '\t' ? 1
                                                                     : 0;
        if (size == 0)
            return false;
        line.remove_prefix(size);
    }
    return true;
}

// The words of exactly this language; a fact in another language would look like the officer's
// slip.
std::string in(const Text& text, const Language& language)
{
    const auto* wording = text.in(language);
    return wording ? wording->shown() : std::string{};
}

std::string meeting_name(const Facts& facts, const std::string& edition, const Language& language)
{
    const auto* one = facts.edition(edition);
    if (!one && facts.editions.size() == 1)
        one = &facts.editions.front();
    return one ? in(one->name, language) : in(facts.forum, language);
}

std::string meeting(const FormWords& words, const Report& report, const Facts& facts,
                    const Language& language)
{
    const auto* one = facts.edition(report.edition);
    const auto name = meeting_name(facts, report.edition, language);
    if (name.empty())
        return {};
    const auto theme = one ? in(one->theme, language) : std::string{};
    return theme.empty() ? name : fill_in(words.meeting, {{"meeting", name}, {"theme", theme}});
}

std::string place(const FormWords& words, const Facts& facts, const Language& language)
{
    const auto venue = in(facts.venue, language);
    const auto city = in(facts.city, language);
    if (venue.empty() || city.empty())
        return venue + city;
    return fill_in(words.place, {{"venue", venue}, {"city", city}});
}

std::string date(const FormWords& words, const Report& report, const Facts& facts)
{
    const auto* one = facts.edition(report.edition);
    const auto& when = one && one->date ? one->date : facts.date;
    return when ? script::render(*when, words.date) : std::string{};
}

std::string joined(const std::string& one, const std::string& other)
{
    return one.empty() || other.empty() ? one + other : one + "\n" + other;
}

// A long title breaks before the English name that stands behind it in parentheses.
std::vector<std::string> title_lines(const std::string& title)
{
    auto lines = split_lines(title);
    if (lines.size() != 1 || !title.ends_with(')'))
        return lines;
    const auto at = title.rfind(" (");
    if (at == std::string::npos || at < 40)
        return lines;
    return {title.substr(0, at), title.substr(at + 1)};
}

struct Assembling {
    const ReportTemplate& form;
    const Report& report;
    const Facts& facts;
    const Language& language;

    OfficialSection section(std::size_t index) const
    {
        const auto& heading = form.headings[index];
        const int number = static_cast<int>(index) + 1;
        OfficialSection made{number,   form.number(index + 1), heading.words.at(language),
                             language, OfficialSection::empty, {}};
        const auto& body = report.body_of(number);
        auto words = in(body, language);
        if (!words.empty()) {
            made.origin = OfficialSection::written;
        } else if (words = facts_for(heading.fill, form, report, facts, language); !words.empty()) {
            made.origin = OfficialSection::from_facts;
        } else if (const auto shown = body.for_reader(language)) {
            made.language = shown->language;
            words = shown->wording->shown();
            made.origin = OfficialSection::written;
        }
        if (form.closing_after == index + 1 && form.speaks(made.language))
            words = with_closing(std::move(words), form.words.at(made.language), report.action);
        made.paragraphs = paragraphs_of(words);
        return made;
    }
};

}  // namespace

std::string OfficialReport::title() const
{
    std::string title;
    for (const auto& line : title_lines)
        title += (title.empty() ? "" : " ") + line;
    return title;
}

std::string facts_for(Fill fill, const ReportTemplate& form, const Report& report,
                      const Facts& facts, const Language& language)
{
    const auto& words = form.words.at(language);
    switch (fill) {
    case Fill::words:
        return {};
    case Fill::meeting:
        return meeting(words, report, facts, language);
    case Fill::place:
        return place(words, facts, language);
    case Fill::date:
        return date(words, report, facts);
    case Fill::place_and_date:
        return joined(place(words, facts, language), date(words, report, facts));
    case Fill::mission_group:
        return in(report.mission_group, language);
    case Fill::reporter:
        return in(report.reporter, language);
    }
    return {};
}

std::string title_of(const ReportTemplate& form, const Facts& facts, const std::string& edition,
                     const Language& language)
{
    const auto name = meeting_name(facts, edition, language);
    return name.empty() ? name : fill_in(form.words.at(language).title, {{"meeting", name}});
}

std::string with_closing(std::string words, const FormWords& form, const std::string& action)
{
    const auto wanted = form.closing.find(action);
    for (const auto& [of, sentence] : form.closing)
        if (words.ends_with(sentence)) {
            words.resize(words.size() - sentence.size());
            break;
        }
    while (!words.empty() && (words.back() == ' ' || words.back() == '\n'))
        words.pop_back();
    if (wanted == form.closing.end())
        return words;
    return words.empty() ? wanted->second : words + " " + wanted->second;
}

std::vector<std::string> paragraphs_of(std::string_view words)
{
    std::vector<std::string> paragraphs;
    bool open = false;
    for (const auto& line : split_lines(words)) {
        if (is_blank(line)) {
            open = false;
            continue;
        }
        if (open)
            paragraphs.back() += "\n" + line;
        else
            paragraphs.push_back(line);
        open = true;
    }
    return paragraphs;
}

OfficialReport assemble(const ReportTemplate& form, const Report& report, const Facts& facts,
                        const Language& language)
{
    const auto& words = form.words.at(language);
    OfficialReport made{form.name, language, {}, {}, {}, {}, form.first_line_mm};
    auto title = in(report.title, language);
    if (title.empty())
        title = title_of(form, facts, report.edition, language);
    made.title_lines = title_lines(title.empty() ? report.title.words(language) : title);
    if (const auto group = in(report.mission_group, language);
        !group.empty() && !words.mission_group.empty())
        made.classification = fill_in(words.mission_group, {{"mission_group", group}});

    const Assembling assembling{form, report, facts, language};
    for (std::size_t i = 0; i < form.headings.size(); ++i) {
        made.sections.push_back(assembling.section(i));
        if (form.headings[i].fill != Fill::reporter)
            continue;
        // The same block may be a section and a cell of the report: it is printed once, as a block.
        for (const auto& paragraph : made.sections.back().paragraphs)
            for (auto& line : split_lines(paragraph))
                made.reporter.push_back(std::move(line));
        made.sections.back().paragraphs.clear();
    }
    if (!form.has(Fill::reporter))
        made.reporter = split_lines(in(report.reporter, language));
    return made;
}

std::string plain_text(const OfficialReport& report)
{
    std::string text;
    for (const auto& line : report.title_lines)
        text += line + "\n";
    if (!report.classification.empty())
        text += report.classification + "\n";
    for (const auto& section : report.sections) {
        if (!section.is_printed())
            continue;
        text += "\n" + section.heading_line() + "\n";
        for (const auto& paragraph : section.paragraphs)
            text += (&paragraph == &section.paragraphs.front() ? "" : "\n") + paragraph + "\n";
    }
    if (!report.reporter.empty())
        text += "\n";
    for (const auto& line : report.reporter)
        text += line + "\n";
    return text;
}

Json to_json(const OfficialReport& report)
{
    const auto list = [](const std::vector<std::string>& words) {
        Json all = Json::array();
        for (const auto& one : words)
            all.push(one);
        return all;
    };
    Json sections = Json::array();
    for (const auto& section : report.sections)
        sections.push(
            Json::object({{"number", section.number},
                          {"heading", section.heading},
                          {"language", section.language.tag()},
                          {"origin", section.origin == OfficialSection::written      ? "written"
                                     : section.origin == OfficialSection::from_facts ? "facts"
                                                                                     : "empty"},
                          {"paragraphs", list(section.paragraphs)}}));
    return Json::object({{"form", report.form},
                         {"language", report.language.tag()},
                         {"title", list(report.title_lines)},
                         {"mission_group", report.classification},
                         {"sections", std::move(sections)},
                         {"reporter", list(report.reporter)}});
}

}  // namespace sala::report
