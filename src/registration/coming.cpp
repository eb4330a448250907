// SPDX-License-Identifier: Apache-2.0

#include "registration/coming.hpp"

#include <fmt/format.h>

#include <map>

namespace sala::registration {

using Words = std::map<std::string, std::string>;  // by column

// What the delegation wrote over waits to be decided about; what the secretariat writes is decided.
static void add_up(Words& approved, const Json& before, bool on_behalf)
{
    for (const auto& column : all_particulars()) {
        if (!column.matters || !before[column.name].is_string())
            continue;
        if (on_behalf)
            approved.erase(column.name);
        else
            approved.try_emplace(column.name, before[column.name].string());
    }
}

static std::map<Id<Registration>, Words> approved_words(store::Session& session, std::int64_t forum,
                                                        const std::string& numbers)
{
    std::map<Id<Registration>, Words> all;
    for (const auto& [registration, before, on_behalf] :
         session.select<std::int64_t, std::string, std::int64_t>(
             fmt::format(
                 "SELECT r.registration, r.before, r.on_behalf FROM registration_revision r "
                 "WHERE r.forum = :forum AND r.registration IN ({}) AND r.id > (SELECT "
                 "MAX(a.id) FROM registration_act a WHERE a.forum = r.forum AND "
                 "a.registration = r.registration AND a.step = 'approve') ORDER BY r.id",
                 numbers),
             forum))
        add_up(all[Id<Registration>{registration}], Json::read(before).value_or(Json::object()),
               on_behalf == 1);
    return all;
}

static bool is_decided_again(const Registered& one)
{
    return one.holds_place && one.registration.status() != Status::approved;
}

void show_as_approved(store::Session& session, std::int64_t forum, std::vector<Registered>& people)
{
    std::string numbers;  // of ours, never words of others
    for (const auto& one : people)
        if (is_decided_again(one))
            numbers += (numbers.empty() ? "" : ",") + one.registration.id().word();
    if (numbers.empty())
        return;
    const auto approved = approved_words(session, forum, numbers);
    for (auto& one : people)
        if (const auto found = approved.find(one.registration.id()); found != approved.end())
            for (const auto& [column, words] : found->second)
                one.particulars.set(column, words);
}

Registered as_approved(store::Session& session, Registered one)
{
    const auto forum = one.registration.forum();
    std::vector<Registered> alone;
    alone.push_back(std::move(one));
    show_as_approved(session, forum, alone);
    return std::move(alone.front());
}

std::vector<Registered> coming_at(store::Session& session, std::int64_t forum, Filter filter)
{
    filter.holds_place = true;
    auto people = registered_at(session, forum, filter);
    show_as_approved(session, forum, people);
    return people;
}

}  // namespace sala::registration
