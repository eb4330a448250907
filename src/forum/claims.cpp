// SPDX-License-Identifier: Apache-2.0

#include "forum/claims.hpp"

#include "base/json.hpp"
#include "forum/listed.hpp"
#include "sheet/known_by.hpp"

#include <array>
#include <map>
#include <set>

namespace sala::forum {

namespace {

using Names = std::map<std::string, Text, std::less<>>;

// Whose rows the public knows by name. What the programme holds is known as it was released; a
// report may be private, and so is what one delegation tells another.
constexpr std::array named_sheets{
    "networks",    "bodies",     "countries", "cities",     "organisations", "persons",
    "posts",       "editions",   "hosts",     "venues",     "topics",        "questions",
    "delegations", "categories", "texts",     "follow_ups", "documents",     "commitments"};

Text text_of(const Json& json) { return Text::read(json.write()).value_or(Text{}); }

// Sittings of the newest release; before the first one only the secretariat is here, and the draft
// is what there is.
void add_sittings(store::Session& session, std::int64_t forum, Names& names)
{
    const auto kept = session.find<std::string>(
        "SELECT programme FROM release WHERE forum = :forum ORDER BY number DESC LIMIT 1", forum);
    if (!kept) {
        const Listed draft(session, "sittings", forum);
        for (const auto& row : draft.rows())
            names["sittings:" + row.key] = draft.text(row, "title");
        return;
    }
    const auto programme = Json::read(std::get<0>(*kept)).value_or(Json{});
    for (const auto& day : programme["days"].items())
        for (const auto& sitting : day["sittings"].items())
            names["sittings:" + sitting["key"].string()] = text_of(sitting["title"]);
}

Names subject_names(store::Session& session, std::int64_t forum, const Listed& claims)
{
    std::set<std::string, std::less<>> sheets;
    for (const auto& row : claims.rows()) {
        const auto& subject = claims.words(row, "subject");
        sheets.insert(subject.substr(0, subject.find(':')));
    }
    Names names;
    if (sheets.contains("sittings"))
        add_sittings(session, forum, names);
    for (const auto* sheet : named_sheets)
        if (sheets.contains(sheet)) {
            const Listed listed(session, sheet, forum);
            const auto& column = sheet::known_by(sheet::sheet_named(sheet))->name;
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
    const auto names = subject_names(session, forum, claims);
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
