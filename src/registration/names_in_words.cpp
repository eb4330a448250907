// SPDX-License-Identifier: Apache-2.0

#include "registration/names_in_words.hpp"

#include "base/json.hpp"
#include "mail/harmless.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

namespace sala::registration {

namespace {

constexpr std::string_view left_out = "[…]";

struct Place {
    const char* table;
    const char* column;
};
constexpr Place places[] = {
    {"letter", "to_name"},
    {"letter", "subject"},
    {"letter", "body"},
    {"circular", "subject"},
    {"circular", "body"},
    {"invitation_recipient", "name"},
    {"invitation_answer_words", "head"},
    {"invitation_answer_words", "focal_name"},
    {"invitation_answer_words", "remark"},
    {"registration_reason", "words"},
    {"registration_person", "shares_with"},
    {"registration_revision", "before"},
    {"registration_revision", "after"},
    {"registration_proposal_words", "wanted"},
    {"registration_proposal_reason", "words"},
    {"asked_answer", "words"},
    {"vehicle_pass_words", "remark"},
    {"meeting_words", "words"},
    {"meeting_company", "people"},
    {"meeting_company", "interpreter"},
    {"meeting_record", "words"},
    {"meeting_record", "next_step"},
    {"commitment_words", "words"},
    {"inscription_words", "topic"},
    {"inscription_words", "speech"},
    {"inscription_words", "answers"},
    {"inscription_words", "on_behalf"},
    {"floor_words", "words"},
    {"floor_ballot_words", "words"},
    {"floor_poll", "question"},
    {"floor_screen_aim", "words"},
};

char small(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80 ? static_cast<char>(std::tolower(byte)) : c;
}

std::string small(std::string words)
{
    std::transform(words.begin(), words.end(), words.begin(), [](char c) { return small(c); });
    return words;
}

// Letters and digits of other scripts are not looked at: Thai writes its words together.
bool is_latin(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

bool stands_alone(const std::string& words, std::size_t at, const std::string& name)
{
    const auto end = at + name.size();
    return (at == 0 || !is_latin(words[at - 1]) || !is_latin(name.front())) &&
           (end == words.size() || !is_latin(words[end]) || !is_latin(name.back()));
}

bool is_of_list(const std::string& words, std::size_t at, std::size_t length)
{
    const auto line = at == 0 ? std::string::npos : words.rfind('\n', at - 1);
    const auto start = line == std::string::npos ? 0 : line + 1;
    return words.compare(start, 2, "- ") == 0 && at + length < words.size() &&
           words[at + length] == ':';
}

bool may_be_a_word(const std::string& name)
{
    return name.find(' ') == std::string::npos && name.find('@') == std::string::npos;
}

void leave_out(std::string& words, const std::string& name)
{
    if (small(words) == small(name)) {
        words = left_out;
        return;
    }
    const auto wanted = small(name);
    for (auto at = small(words).find(wanted); at != std::string::npos;
         at = small(words).find(wanted, at)) {
        const bool meant = stands_alone(words, at, name) &&
                           (!may_be_a_word(name) || is_of_list(words, at, name.size()));
        if (meant)
            words.replace(at, name.size(), left_out);
        at += meant ? left_out.size() : 1;
    }
}

// Finds at least all that leave_out() would: capital letters of other scripts are anything.
std::string pattern_of(const std::string& name)
{
    std::string pattern = "%";
    for (const char c : name) {
        const bool is_plain =
            static_cast<unsigned char>(c) < 0x80 && c != '%' && c != '_' && c != '\\';
        if (is_plain)
            pattern += small(c);
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
        if (const auto becomes = without_names(words, names); becomes != words)
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

}  // namespace

std::string without_names(const std::string& words, const std::vector<std::string>& names)
{
    auto rest = words;
    for (const auto& name : names)
        leave_out(rest, name);
    return rest;
}

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
