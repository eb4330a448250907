// SPDX-License-Identifier: Apache-2.0

#include "web/act_names.hpp"

#include "base/whole_number.hpp"
#include "script/normal.hpp"
#include "web/called_at.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>

namespace sala::web {

namespace {

using Names = std::map<std::string, std::string>;

constexpr char names_of_delegations[] =
    "SELECT d.id, d.key, CASE WHEN d.name <> '' THEN d.name ELSE COALESCE(c.name, o.name, '') END "
    "FROM delegation d LEFT JOIN city c ON c.id = d.city LEFT JOIN organisation o ON o.id = "
    "d.organisation";

// The number behind the first of these words in an address; nothing when it has none.
std::optional<std::int64_t> number_behind(std::string_view address,
                                          std::initializer_list<std::string_view> words)
{
    for (const auto word : words)
        if (const auto at = address.find(word); at != std::string_view::npos) {
            const auto rest = address.substr(at + word.size());
            return whole_number(rest.substr(0, rest.find('/')));
        }
    return {};
}

// "/lyon-2030/delegations/accra/people/12/withdraw": 12.
std::optional<std::int64_t> person_in(const ShownAct& act)
{
    return number_behind(act.address, {"/people/", "/registrations/"});
}

// `select` answers numbers and names, and ends with the column of the number. So many at a time as
// a statement holds; numbers of ours, never words of others.
Names names_by_number(store::Session& session, const std::string& select, const std::string& kind,
                      const std::set<std::int64_t>& numbers)
{
    constexpr std::ptrdiff_t at_a_time = 5000;
    Names names;
    const std::vector<std::int64_t> all(numbers.begin(), numbers.end());
    for (auto from = all.begin(); from != all.end();) {
        const auto to = from + std::min(at_a_time, all.end() - from);
        for (const auto& [number, name] : session.select<std::int64_t, std::string>(
                 fmt::format("{} IN ({})", select, fmt::join(from, to, ","))))
            names.emplace(kind + std::to_string(number), name);
        from = to;
    }
    return names;
}

std::set<std::int64_t> numbers_of(const std::vector<ShownAct>& acts, std::string_view kind)
{
    std::set<std::int64_t> numbers;
    for (const auto& act : acts)
        if (const auto number = number_behind(act.for_whom, {kind}))
            numbers.insert(*number);
    return numbers;
}

Names names_of_people(store::Session& session, const Language& language,
                      const std::vector<ShownAct>& acts)
{
    auto numbers = numbers_of(acts, "registration/");
    for (const auto& act : acts)
        if (const auto number = person_in(act))
            numbers.insert(*number);
    return names_by_number(session,
                           language.is_thai()
                               ? "SELECT registration, CASE WHEN name_th <> '' THEN name_th ELSE "
                                 "name_en END FROM registration_person WHERE registration"
                               : "SELECT registration, CASE WHEN name_en <> '' THEN name_en ELSE "
                                 "name_th END FROM registration_person WHERE registration",
                           "registration/", numbers);
}

Names names_of_those_delegations(store::Session& session, const Language& language,
                                 const std::vector<ShownAct>& acts)
{
    Names names;
    const auto numbers = numbers_of(acts, "delegation/");
    if (numbers.empty())
        return names;
    for (const auto& [number, key, name] : session.select<std::int64_t, std::string, std::string>(
             fmt::format("{} WHERE d.id IN ({})", names_of_delegations, fmt::join(numbers, ",")))) {
        const auto words = Text::read(name).value_or(Text{}).words(language);
        names.emplace("delegation/" + std::to_string(number), words.empty() ? key : words);
    }
    return names;
}

// What somebody without a name any more is called.
std::string nameless(const Language& language, const std::string& whom)
{
    const Reader reader{language};
    if (whom.starts_with("registration/"))
        return reader.say(tr("a registration"));
    if (whom.starts_with("login/") || whom.starts_with("grant/"))
        return reader.say(tr("a login"));
    return whom.starts_with("delegation/") ? reader.say(tr("a delegation")) : whom;
}

void name_people(store::Session& session, const Language& language, std::vector<ShownAct>& acts)
{
    const auto people = names_of_people(session, language, acts);
    auto names = names_of_those_delegations(session, language, acts);
    names.merge(names_by_number(session, "SELECT id, name FROM login WHERE name <> '' AND id",
                                "login/", numbers_of(acts, "login/")));
    names.insert(people.begin(), people.end());
    for (auto& act : acts) {
        const auto whom = names.find(act.for_whom);
        act.whom = whom == names.end() ? nameless(language, act.for_whom) : whom->second;
        const auto number = person_in(act);
        const auto about =
            number ? people.find("registration/" + std::to_string(*number)) : people.end();
        act.about = about == people.end() ? std::string{} : about->second;
    }
}

// As the forum calls them, and by no number that it has not given itself.
void call_as_here(store::Session& session, const std::string& place, std::vector<ShownAct>& acts)
{
    if (place.empty())
        return;
    auto logins = numbers_of(acts, "login/");
    for (const auto& act : acts)
        logins.insert(act.login);
    const auto called = called_at(session, place, logins);
    const auto here = [&](std::int64_t login) {
        const auto found = called.find(login);
        return found == called.end() ? Called{} : found->second;
    };
    for (auto& act : acts) {
        if (const auto doer = here(act.login); !doer.name.empty())
            act.name = doer.name;
        const auto number = number_behind(act.for_whom, {"login/"});
        if (!number)
            continue;
        const auto whom = here(*number);
        act.for_whom = whom.grant.empty() ? "login" : "grant/" + whom.grant;
        if (!whom.name.empty())
            act.whom = whom.name;
    }
}

// To whom a role was given, or from whom it was taken: the act of a role for a delegation is for
// the delegation.
void name_recipients(store::Session& session, std::vector<ShownAct>& acts)
{
    std::set<std::int64_t> grants;
    std::set<std::int64_t> given_at;
    for (const auto& act : acts)
        if (act.verb == "grant_role")
            given_at.insert(act.at.milliseconds());
        else if (const auto grant = number_behind(act.address, {"/roles/"}))
            grants.insert(*grant);
    const auto recipients = recipients_of(session, grants, given_at);
    for (auto& act : acts) {
        const auto given =
            name_of_act(recipients.by_act, {act.login, act.at.milliseconds(), act.id});
        const auto grant = number_behind(act.address, {"/roles/"});
        const auto taken = grant ? recipients.by_grant.find(*grant) : recipients.by_grant.end();
        if (act.verb == "grant_role" && !given.empty())
            act.about = given;
        else if (taken != recipients.by_grant.end())
            act.about = taken->second;
    }
}

void say_earlier_names(store::Session& session, std::vector<ShownAct>& acts)
{
    std::set<std::int64_t> times;
    for (const auto& act : acts)
        if (act.verb == "set_own_name")
            times.insert(act.at.milliseconds());
    if (times.empty())
        return;
    NamesOfActs earlier;
    for (auto& [login, at, id, name] :
         session.select<std::int64_t, std::int64_t, std::int64_t, std::string>(
             "SELECT login, at, id, earlier FROM login_rename WHERE at >= :first AND at <= :last",
             *times.begin(), *times.rbegin()))
        earlier.emplace(NameOfAct{login, at, id}, std::move(name));
    for (auto& act : acts)
        if (act.verb == "set_own_name")
            act.earlier_name = name_of_act(earlier, {act.login, act.at.milliseconds(), act.id});
}

}  // namespace

void name_whom(store::Session& session, const std::string& place, const Language& language,
               std::vector<ShownAct>& acts)
{
    name_people(session, language, acts);
    call_as_here(session, place, acts);
    name_recipients(session, acts);
    say_earlier_names(session, acts);
}

std::vector<std::string> delegations_said(store::Session& session, const std::string& words)
{
    const auto sought = script::searchable(words);
    std::vector<std::string> found;
    for (const auto& [number, key, name] : session.select<std::int64_t, std::string, std::string>(
             std::string(names_of_delegations) + " ORDER BY d.id")) {
        const auto text = Text::read(name).value_or(Text{});
        bool says = script::searchable(key).find(sought) != std::string::npos;
        for (const auto& language : interface_languages())
            says =
                says || script::searchable(text.words(language)).find(sought) != std::string::npos;
        if (says)
            found.push_back("delegation/" + std::to_string(number));
    }
    return found;
}

}  // namespace sala::web
