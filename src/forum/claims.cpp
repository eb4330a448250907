// SPDX-License-Identifier: Apache-2.0

#include "forum/claims.hpp"

#include "forum/listed.hpp"

#include <array>

namespace sala::forum {

namespace {

// Sheets whose rows have a name worth saying beside a question. Sittings are left out: their titles
// are public only as released.
constexpr std::array<std::pair<const char*, const char*>, 5> named_subjects{
    {{"bodies", "name"},
     {"venues", "name"},
     {"cities", "name"},
     {"organisations", "name"},
     {"editions", "name"}}};

std::map<std::string, Text> subject_names(store::Session& session, std::int64_t forum)
{
    std::map<std::string, Text> names;
    for (const auto& [sheet, column] : named_subjects) {
        const Listed listed(session, sheet, forum);
        for (const auto& row : listed.rows())
            names[std::string(sheet) + ":" + row.key] = listed.text(row, column);
    }
    return names;
}

}  // namespace

std::vector<Source> sources_of(store::Session& session, std::int64_t forum)
{
    const Listed listed(session, "sources", forum);
    std::vector<Source> sources;
    for (const auto& row : listed.rows())
        sources.push_back({row.key, listed.words(row, "kind"), listed.words(row, "date"),
                           listed.words(row, "address"), listed.text(row, "title"),
                           listed.text(row, "note")});
    return sources;
}

std::vector<Question> claims_of(store::Session& session, std::int64_t forum)
{
    const Listed claims(session, "claims", forum);
    const Listed sources(session, "sources", forum);
    const auto names = subject_names(session, forum);
    std::vector<Question> questions;
    std::map<std::pair<std::string, std::string>, std::size_t> places;
    for (const auto& row : claims.rows()) {
        const auto& subject = claims.words(row, "subject");
        const auto& question = claims.text(row, "question");
        const auto [place, is_new] =
            places.emplace(std::pair(subject, question.canonical_json()), questions.size());
        if (is_new) {
            const auto name = names.find(subject);
            questions.push_back(
                {subject, name == names.end() ? Text{} : name->second, question, {}});
        }
        const auto& source = claims.words(row, "source");
        questions[place->second].claims.push_back(
            {row.key, claims.text(row, "value"), claims.number(row, "figure"), source,
             sources.text_of(source, "title"), claims.words(row, "standing"),
             claims.text(row, "note")});
    }
    return questions;
}

}  // namespace sala::forum
