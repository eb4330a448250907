// SPDX-License-Identifier: Apache-2.0

#include "registration/visa_letter.hpp"

#include "base/embedded.hpp"
#include "directory/whole_name.hpp"
#include "registration/letter_place.hpp"

namespace sala::registration {

namespace {

std::string day_in(const std::string& iso, const Language& language)
{
    const auto day = script::parse_iso_day(iso);
    return day ? script::render_day(*day, script::DateStyle::for_reader(language))
               : web::Reader{language}.say(tr("a date to be announced"));
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

LetterWords letter_words(const VisaFacts& facts, const Language& language)
{
    const auto file = embedded_file("templates/registration/visa." + language.tag() + ".txt");
    return words_of_letter(
        fill_in(std::string(file ? *file : *embedded_file("templates/registration/visa.en.txt")),
                places(facts, language)));
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
    const auto name = name_of(facts.one.particulars);
    auto paper =
        letter_paper(facts.forum, rules, Language::english(), at, [&](const Language& language) {
            return LetterPage{letter_words(facts, language), {name}};
        });
    paper.title = name;
    return paper;
}

}  // namespace sala::registration
