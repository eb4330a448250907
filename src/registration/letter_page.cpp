// SPDX-License-Identifier: Apache-2.0

#include "registration/letter_page.hpp"

#include "script/with_breaks.hpp"

#include <algorithm>
#include <array>
#include <sstream>

namespace sala::registration {

std::string place_of(const forum::Forum& forum, const Language& language)
{
    const auto venue = forum.venue.words(language);
    const auto city = forum.city_name.words(language);
    return venue.empty() || city.empty() ? venue + city : venue + ", " + city;
}

LetterWords words_of_letter(const std::string& filled)
{
    const auto end = filled.find('\n');
    if (end == std::string::npos)
        return {filled, {}};
    const auto body = filled.find_first_not_of('\n', end);
    return {filled.substr(0, end), body == std::string::npos ? std::string{} : filled.substr(body)};
}

bool is_salutation(std::string_view line)
{
    constexpr std::array beginnings{"Dear ", "To whom ", "Your ", "เรียน", "กราบเรียน", "ขอประทาน"};
    return line.ends_with(',') ||
           std::any_of(beginnings.begin(), beginnings.end(),
                       [&](const char* one) { return line.starts_with(one); });
}

std::string with_opening(const std::string& body, const std::string& paragraph)
{
    const auto greeting = body.substr(0, body.find('\n'));
    if (!is_salutation(greeting))
        return paragraph + "\n\n" + body;
    return greeting + "\n\n" + paragraph + body.substr(greeting.size());
}

// A short name stays in one piece. A long one that went to the next line whole would leave most of
// a line empty, so it is broken between its words.
static std::vector<std::string> unbroken_parts(const std::vector<std::string>& names)
{
    constexpr std::ptrdiff_t letters_max = 24;
    std::vector<std::string> parts;
    for (const auto& name : names) {
        const auto letters = std::count_if(name.begin(), name.end(), [](char c) {
            return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;  // UTF-8, at its first byte
        });
        if (letters <= letters_max) {
            parts.push_back(name);
            continue;
        }
        std::istringstream words(name);
        for (std::string word; words >> word;)
            parts.push_back(word);
    }
    return parts;
}

// Paragraphs are told apart by where they begin in Thai, where a greeting stands at the margin, and
// by what is free above them elsewhere.
static document::Paragraph letter_paragraph(const std::string& line, std::string marked,
                                            const Language& language)
{
    if (!language.is_thai())
        return {.text = std::move(marked), .before_mm = 3};
    return {.text = std::move(marked),
            .first_line_mm = is_salutation(line) ? 0.0 : 25.0,
            .before_mm = 2};
}

static void add_page(document::Paper& paper, const forum::Forum& forum, const Rules& rules,
                     LetterPage page, const Language& language)
{
    const auto title = forum.title.words(language);
    page.names.push_back(title);
    const auto unbroken = unbroken_parts(page.names);
    const auto marked = [&](const std::string& words) {
        return script::with_breaks(words, unbroken);
    };
    const auto zone = script::Zone::named(forum.zone);
    const auto today = script::today_in(zone ? *zone : script::Zone::utc(), paper.created);
    paper.blocks.push_back(document::Title{marked(title), 18});
    paper.blocks.push_back(document::Paragraph{
        .text = script::render_day(today, script::DateStyle::for_reader(language)),
        .align = document::Align::right});
    paper.blocks.push_back(document::Space{6});
    paper.blocks.push_back(document::Heading{marked(page.words.subject), 2});
    std::istringstream lines(page.words.body);
    for (std::string line; std::getline(lines, line);)
        if (!line.empty())
            paper.blocks.push_back(letter_paragraph(line, marked(line), language));
    paper.blocks.push_back(document::Space{14});
    if (const auto* signature = rules.signature.in(language))
        paper.blocks.push_back(document::AddressBlock{{marked(signature->shown())}, true});
}

document::Paper letter_paper(const forum::Forum& forum, const Rules& rules, const Language& first,
                             Instant at, const std::function<LetterPage(const Language&)>& page)
{
    document::Paper paper;
    paper.language = first.tag();
    paper.created = at;
    paper.page_numbers = document::PageNumbers::none;
    add_page(paper, forum, rules, page(first), first);
    for (const auto& language : web::interface_languages()) {
        if (language == first)
            continue;
        paper.blocks.push_back(document::PageBreak{});
        add_page(paper, forum, rules, page(language), language);
    }
    return paper;
}

}  // namespace sala::registration
