// SPDX-License-Identifier: Apache-2.0

#include "registration/visa_letter.hpp"

#include "base/embedded.hpp"
#include "directory/whole_name.hpp"
#include "mail/harmless.hpp"
#include "registration/letter_date.hpp"

#include <fmt/format.h>

namespace sala::registration {

namespace {

// Known before a letter is written: visa_can_be_written().
std::string day_of(const std::string& iso, const Language& language)
{
    const auto day = script::parse_iso_day(iso);
    return day ? script::render_day(*day, script::DateStyle::for_reader(language)) : std::string{};
}

// As in the passport, whatever the language of the letter.
std::string name_of(const Particulars& particulars)
{
    return directory::whole_name(particulars.honorific(), particulars.name(), Language::english());
}

Arguments places(const VisaFacts& facts, const Language& language)
{
    const auto& person = facts.one.particulars;
    const auto post = person.post().words(language);
    Arguments filled{{"name", name_of(person)},
                     {"post", post.empty() ? web::Reader{language}.say(tr("participant")) : post},
                     {"nationality", person["nationality"]},
                     {"passport", person["passport"]},
                     {"born", day_of(person["born"], language)},
                     {"delegation", facts.delegation.words(language)},
                     {"forum", facts.forum.title.words(language)},
                     {"place", place_of(facts.forum, language)},
                     {"when", held_when(facts.forum.date, language)},
                     {"arrives", on_day(person["arrives_on"], language)},
                     {"leaves", on_day(person["leaves_on"], language)}};
    return mail::harmless(std::move(filled));
}

LetterWords letter_words(const VisaFacts& facts, const Language& language)
{
    const auto file = embedded_file("templates/registration/visa." + language.tag() + ".txt");
    return words_of_letter(
        fill_in(std::string(file ? *file : *embedded_file("templates/registration/visa.en.txt")),
                places(facts, language)));
}

// What the letter says of somebody and a consulate will not do without.
constexpr const char* needed_columns[] = {"name_en", "nationality", "passport", "born"};

std::string complete_visas()
{
    std::string sql;
    for (const auto* column : needed_columns)
        sql += fmt::format(" AND v.{} <> ''", column);
    return sql.substr(5);
}

}  // namespace

std::string visa_lacks(const Registered& one, const web::Reader& reader)
{
    std::string lacking;
    for (const auto& column : all_particulars())
        for (const auto* needed : needed_columns)
            if (column.name == needed && one.particulars[column.name].empty())
                lacking += (lacking.empty() ? "" : ", ") + reader.say(column.label);
    return lacking;
}

Allowed visa_can_be_written(const Registered& one, const web::Reader& reader)
{
    if (!one.holds_place)
        return conflict("visa-not-approved",
                        "The letter says that somebody comes, so it is written once they are "
                        "approved.");
    const auto lacking = visa_lacks(one, reader);
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

document::Paper visa_papers(const Rules& rules, const std::vector<VisaFacts>& all, Instant at)
{
    auto paper = visa_paper(rules, all.front(), at);
    for (std::size_t i = 1; i < all.size(); ++i) {
        auto next = visa_paper(rules, all[i], at);
        paper.blocks.push_back(document::PageBreak{});
        std::move(next.blocks.begin(), next.blocks.end(), std::back_inserter(paper.blocks));
    }
    if (all.size() > 1)
        paper.title = all.front().forum.title.words(Language::english());
    return paper;
}

Condition needs_visa_letter(bool complete, const std::string& nationality)
{
    Condition condition{fmt::format("n.registration IN (SELECT v.registration FROM "
                                    "registration_person v WHERE v.forum = :forum AND "
                                    "v.visa_letter <> '' AND {}({})",
                                    complete ? "" : "NOT ", complete_visas()),
                        {}};
    if (!nationality.empty()) {
        condition.sql += " AND v.nationality = :nationality";
        condition.values.emplace_back(nationality);
    }
    condition.sql += ")";
    return condition;
}

std::vector<VisaCount> visa_counts(store::Session& session, std::int64_t forum)
{
    std::vector<VisaCount> all;
    for (auto& [delegation, nationality, letters] :
         session.select<std::int64_t, std::string, std::int64_t>(
             fmt::format(
                 "SELECT n.delegation, v.nationality, COUNT(*) FROM registration_person v CROSS "
                 "JOIN registration_now n WHERE v.forum = :forum AND v.visa_letter <> '' AND {} "
                 "AND n.forum = v.forum AND n.registration = v.registration AND n.merged + 0 = 0 "
                 "AND n.holds_place + 0 = 1 GROUP BY n.delegation, v.nationality ORDER BY "
                 "v.nationality, n.delegation",
                 complete_visas()),
             forum))
        all.push_back({delegation, std::move(nationality), letters});
    return all;
}

}  // namespace sala::registration
