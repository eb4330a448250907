// SPDX-License-Identifier: Apache-2.0

#include "registration/forgotten_names.hpp"

#include "base/json.hpp"
#include "mail/harmless.hpp"
#include "registration/places_of_names.hpp"
#include "script/folded.hpp"
#include "script/standing_alone.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

namespace sala::registration {

namespace {

// Finds at least all rows in which the name stands, whatever the case and the blanks: letters with
// accents and those of other scripts are anything.
std::string pattern_of(const std::string& name)
{
    std::string pattern = "%";
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 && std::isalnum(byte) != 0)
            pattern += static_cast<char>(std::tolower(byte));
        else if (pattern.back() != '%')
            pattern += '%';
    }
    return pattern.back() == '%' ? pattern : pattern + "%";
}

// What is the same in several rows is said once, and mended in all of them.
void forget_at(store::Session& session, const PlaceOfNames& place, const std::string& within,
               const std::vector<std::string>& names)
{
    std::set<std::string> found;
    for (const auto& name : names)
        for (auto& [words] : session.select<std::string>(
                 fmt::format("SELECT DISTINCT {} FROM {} WHERE {} AND LOWER({}) LIKE :pattern",
                             place.column, place.table, within, place.column),
                 pattern_of(name)))
            found.insert(std::move(words));
    for (const auto& words : found)
        if (const auto becomes = without_names(place, words, names); becomes != words)
            session.run(fmt::format("UPDATE {} SET {} = :becomes WHERE {} AND {} = :words",
                                    place.table, place.column, within, place.column),
                        becomes, words);
}

void add_name(std::set<std::string>& names, const std::string& name)
{
    if (name.empty())
        return;
    names.insert(name);
    names.insert(mail::harmless(name));
    const auto as_json = Json(name).write();  // with its quotes
    names.insert(as_json.substr(1, as_json.size() - 2));
}

std::vector<std::string> reasons_told(store::Session& session, std::int64_t forum,
                                      Id<Registration> id)
{
    std::vector<std::string> reasons;
    for (auto& [words] : session.select<std::string>(
             "SELECT r.words FROM registration_reason r JOIN registration_act a ON a.forum = "
             "r.forum AND a.id = r.act WHERE r.forum = :forum AND a.registration = :id UNION "
             "SELECT r.words FROM registration_proposal_reason r JOIN registration_proposal o ON "
             "o.forum = r.forum AND o.id = r.proposal WHERE r.forum = :forum AND o.registration = "
             ":id",
             forum, id))
        reasons.push_back(std::move(words));
    return reasons;
}

// A name that a letter would go on saying, because it begins small there, or because nothing tells
// where a word ends: such a reason goes as a whole.
bool still_holds_one(const std::string& reason, const std::set<std::string>& names)
{
    const std::vector<std::string> all(names.begin(), names.end());
    const auto rest = without_names(reason, all, Said::prose);
    const script::Folded folded(rest);
    return without_names(rest, all, Said::of_people) != rest ||
           std::any_of(all.begin(), all.end(), [&](const std::string& name) {
               return script::joins_words(name) &&
                      folded.words().find(script::Folded(name).words()) != std::string::npos;
           });
}

}  // namespace

std::vector<std::string> names_of(store::Session& session, std::int64_t forum, Id<Registration> id)
{
    std::set<std::string> names;
    for (const auto& [english, thai, own] : session.select<std::string, std::string, std::string>(
             "SELECT name_en, name_th, name_own FROM registration_person WHERE forum = :forum AND "
             "registration = :id",
             forum, id))
        for (const auto* name : {&english, &thai, &own})
            add_name(names, *name);
    for (const auto& [words] : session.select<std::string>(
             "SELECT before FROM registration_revision WHERE forum = :forum AND registration = :id "
             "UNION SELECT after FROM registration_revision WHERE forum = :forum AND registration "
             "= :id UNION SELECT w.wanted FROM registration_proposal_words w JOIN "
             "registration_proposal o ON o.forum = w.forum AND o.id = w.proposal WHERE w.forum = "
             ":forum AND o.registration = :id",
             forum, id)) {
        const auto said = Json::read(words).value_or(Json::object());
        for (const auto* column : {"name_en", "name_th", "name_own"})
            if (said[column].is_string())
                add_name(names, said[column].string());
    }
    for (const auto& reason : reasons_told(session, forum, id))
        if (still_holds_one(reason, names))
            add_name(names, reason);
    std::vector<std::string> all(names.begin(), names.end());
    // The longest first, so that nothing is left of “Ama Mensah” when “Ama” goes as well.
    std::stable_sort(all.begin(), all.end(), [](const std::string& one, const std::string& other) {
        return one.size() > other.size();
    });
    return all;
}

void forget_names(store::Session& session, std::optional<std::int64_t> forum,
                  const std::vector<std::string>& names)
{
    if (names.empty())
        return;
    for (const auto& place : places_of_names())
        forget_at(session, place,
                  forum ? fmt::format("{} AND {}", place.only,
                                      fmt::format(fmt::runtime(place.of_forum), *forum))
                        : std::string(place.only),
                  names);
}

void forget_speeches(store::Session& session, std::int64_t forum, Id<Registration> id)
{
    session.run(
        "DELETE FROM speech_file WHERE forum = :forum AND EXISTS (SELECT 1 FROM inscription i "
        "WHERE i.forum = speech_file.forum AND i.sitting = speech_file.sitting AND i.delegation = "
        "speech_file.delegation AND i.person = :id AND NOT EXISTS (SELECT 1 FROM inscription n "
        "WHERE n.forum = i.forum AND n.sitting = i.sitting AND n.delegation = i.delegation AND "
        "n.id > i.id AND n.at <= speech_file.at))",
        forum, id);
}

}  // namespace sala::registration
