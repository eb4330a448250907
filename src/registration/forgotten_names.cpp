// SPDX-License-Identifier: Apache-2.0

#include "registration/forgotten_names.hpp"

#include "base/json.hpp"
#include "mail/harmless.hpp"
#include "registration/names_in_words.hpp"
#include "script/standing_alone.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

namespace sala::registration {

namespace {

struct Place {
    const char* table;
    const char* column;
    Said said;
};
constexpr Place places[] = {
    {"letter", "to_name", Said::a_name},
    {"letter", "subject", Said::prose},
    {"letter", "body", Said::prose},
    {"circular", "subject", Said::prose},
    {"circular", "body", Said::prose},
    {"role_grant_name", "name", Said::a_name},
    {"invitation_recipient", "name", Said::a_name},
    {"invitation_answer_words", "head", Said::a_name},
    {"invitation_answer_words", "focal_name", Said::a_name},
    {"invitation_answer_words", "remark", Said::of_people},
    {"registration_reason", "words", Said::of_people},
    {"registration_person", "shares_with", Said::of_people},
    {"registration_person", "hotel", Said::of_people},
    {"registration_person", "room", Said::of_people},
    {"registration_revision", "before", Said::particulars},
    {"registration_revision", "after", Said::particulars},
    {"registration_proposal_words", "wanted", Said::particulars},
    {"registration_proposal_reason", "words", Said::of_people},
    {"asked_answer", "words", Said::of_people},
    {"vehicle_pass_words", "remark", Said::of_people},
    {"meeting_words", "words", Said::of_people},
    {"meeting_company", "people", Said::of_people},
    {"meeting_company", "interpreter", Said::of_people},
    {"meeting_record", "words", Said::of_people},
    {"meeting_record", "next_step", Said::of_people},
    {"commitment_words", "words", Said::of_people},
    {"inscription_words", "topic", Said::prose},
    {"inscription_words", "speech", Said::prose},
    {"inscription_words", "answers", Said::prose},
    {"inscription_words", "on_behalf", Said::prose},
    {"floor_words", "words", Said::prose},
    {"floor_ballot_words", "words", Said::prose},
    {"floor_poll", "question", Said::prose},
    {"floor_screen_aim", "words", Said::prose},
};

// Finds at least all that leave_out() would: capital letters of other scripts are anything.
std::string pattern_of(const std::string& name)
{
    std::string pattern = "%";
    for (const char c : name) {
        const bool is_plain =
            static_cast<unsigned char>(c) < 0x80 && c != '%' && c != '_' && c != '\\';
        if (is_plain)
            pattern += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else if (pattern.back() != '%')
            pattern += '%';
    }
    return pattern.back() == '%' ? pattern : pattern + "%";
}

// What is the same in several rows is said once, and mended in all of them.
void forget_at(store::Session& session, const Place& place, const std::string& within,
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
        if (const auto becomes = without_names(words, names, place.said); becomes != words)
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
    return without_names(rest, all, Said::of_people) != rest ||
           std::any_of(all.begin(), all.end(), [&](const std::string& name) {
               return script::joins_words(name) && rest.find(name) != std::string::npos;
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
    const auto within = forum ? fmt::format("forum = {}", *forum) : std::string("1 = 1");
    for (const auto& place : places)
        forget_at(session, place, within, names);
}

}  // namespace sala::registration
