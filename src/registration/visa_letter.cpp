// SPDX-License-Identifier: Apache-2.0

#include "registration/visa_letter.hpp"

#include "base/embedded.hpp"
#include "directory/whole_name.hpp"
#include "registration/letter_place.hpp"
#include "script/with_breaks.hpp"

#include <sstream>

namespace sala::registration {

namespace {

std::string day_in(const std::string& iso, const Language& language)
{
    const auto day = script::parse_iso_day(iso);
    return day ? script::render_day(*day, script::DateStyle::for_reader(language))
               : web::Reader{language}.say(tr("a date to be announced"));
}

std::string place_of(const forum::Forum& forum, const Language& language)
{
    const auto venue = forum.venue.words(language);
    const auto city = forum.city_name.words(language);
    return venue.empty() || city.empty() ? venue + city : venue + ", " + city;
}

// As in the passport, whatever the language of the letter.
std::string name_of(const Particulars& particulars)
{
    return directory::whole_name(particulars.honorific(), particulars.name(), Language::english());
}

Arguments places(const VisaFacts& facts, const Language& language)
{
    const auto& person = facts.one.particulars;
    const auto when = facts.forum.date ? script::render(*facts.forum.date,
                                                        script::DateStyle::for_reader(language))
                                       : web::Reader{language}.say(tr("a date to be announced"));
    const auto post = person.post().words(language);
    Arguments filled{{"name", name_of(person)},
                     {"post", post.empty() ? web::Reader{language}.say(tr("participant")) : post},
                     {"nationality", person["nationality"]},
                     {"passport", person["passport"]},
                     {"born", day_in(person["born"], language)},
                     {"delegation", facts.delegation.words(language)},
                     {"forum", facts.forum.title.words(language)},
                     {"place", place_of(facts.forum, language)},
                     {"date", when},
                     {"arrives", day_in(person["arrives_on"], language)},
                     {"leaves", day_in(person["leaves_on"], language)}};
    for (auto& [place, words] : filled)
        words = harmless(words);
    return filled;
}

void add_page(document::Paper& paper, const Rules& rules, const VisaFacts& facts,
              const Language& language)
{
    const std::vector<std::string> whole{name_of(facts.one.particulars),
                                         facts.forum.title.words(language)};
    const auto marked = [&](const std::string& words) { return script::with_breaks(words, whole); };
    const auto zone = script::Zone::named(facts.forum.zone);
    const auto today = script::today_in(zone ? *zone : script::Zone::utc(), paper.created);
    paper.blocks.push_back(document::Title{marked(facts.forum.title.words(language)), 18});
    paper.blocks.push_back(document::Paragraph{
        .text = script::render_day(today, script::DateStyle::for_reader(language)),
        .align = document::Align::right});
    paper.blocks.push_back(document::Space{6});
    const auto file = embedded_file("templates/registration/visa." + language.tag() + ".txt");
    std::istringstream lines(
        fill_in(std::string(file ? *file : *embedded_file("templates/registration/visa.en.txt")),
                places(facts, language)));
    bool subject = true;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty())
            continue;
        if (subject)
            paper.blocks.push_back(document::Heading{marked(line), 2});
        else
            paper.blocks.push_back(document::Paragraph{
                .text = marked(line), .first_line_mm = language.is_thai() ? 25.0 : 0.0});
        subject = false;
    }
    paper.blocks.push_back(document::Space{14});
    if (const auto* signature = rules.signature.in(language))
        paper.blocks.push_back(document::AddressBlock{{marked(signature->shown())}, true});
}

}  // namespace

Allowed visa_can_be_written(const Registered& one, const web::Reader& reader)
{
    if (one.registration.status() != Status::approved)
        return conflict("visa-not-approved",
                        "The letter says that somebody comes, so it is written once they are "
                        "approved.");
    std::string lacking;
    for (const auto& column : all_particulars())
        for (const auto* needed : {"name_en", "nationality", "passport", "born"})
            if (column.name == needed && one.particulars[column.name].empty())
                lacking += (lacking.empty() ? "" : ", ") + reader.say(column.label);
    if (lacking.empty())
        return allowed();
    return conflict("visa-incomplete",
                    "A consulate wants to know more of this person. Still to be entered: {fields}",
                    {{"fields", lacking}});
}

document::Paper visa_paper(const Rules& rules, const VisaFacts& facts, Instant at)
{
    document::Paper paper;
    paper.title = name_of(facts.one.particulars);
    paper.language = "en";
    paper.created = at;
    paper.page_numbers = document::PageNumbers::none;
    add_page(paper, rules, facts, Language::english());
    for (const auto& language : web::interface_languages()) {
        if (language == Language::english())
            continue;
        paper.blocks.push_back(document::PageBreak{});
        add_page(paper, rules, facts, language);
    }
    return paper;
}

}  // namespace sala::registration
