// SPDX-License-Identifier: Apache-2.0

#include "registration/letter_page.hpp"

#include "script/with_breaks.hpp"

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

static void add_page(document::Paper& paper, const forum::Forum& forum, const Rules& rules,
                     LetterPage page, const Language& language)
{
    const auto title = forum.title.words(language);
    page.whole.push_back(title);
    const auto marked = [&](const std::string& words) {
        return script::with_breaks(words, page.whole);
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
            paper.blocks.push_back(document::Paragraph{
                .text = marked(line), .first_line_mm = language.is_thai() ? 25.0 : 0.0});
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
