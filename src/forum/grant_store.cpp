// SPDX-License-Identifier: Apache-2.0

#include "forum/grant_store.hpp"

#include "forum/grants_found.hpp"
#include "sheet/called_here.hpp"
#include "web/words_anywhere.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace sala::forum {

namespace {

using Words = std::optional<std::string>;
using Number = std::optional<std::int64_t>;

std::optional<Part> part(const Number& number, const Words& key, const Words& name)
{
    if (!number)
        return std::nullopt;
    return Part{*number, key.value_or(""), name ? Text::read(*name).value_or(Text{}) : Text{}};
}

// A delegation is known by its name, else by its city or organisation.
constexpr char delegation_name[] =
    "CASE WHEN d.name <> '' THEN d.name ELSE COALESCE(dc.name, dn.name, '') END";

// What this forum calls somebody.
constexpr char holder_name[] = "CASE WHEN n.name <> '' THEN n.name ELSE l.name END";

std::string select_kept()
{
    return fmt::format(
        "SELECT g.id, g.login, {}, a.address, g.role, g.delegation, d.key, {}, g.body, b.key, "
        "b.name, g.category, c.key, c.name, {}, g.at, {}, w.at FROM role_grant g "
        "JOIN login l ON l.id = g.login LEFT JOIN login_address a ON a.login = g.login "
        "LEFT JOIN role_grant_name n ON n.forum = g.forum AND n.role_grant = g.id "
        "LEFT JOIN delegation d ON d.forum = g.forum AND d.id = g.delegation "
        "LEFT JOIN city dc ON dc.id = d.city LEFT JOIN organisation dn ON dn.id = d.organisation "
        "LEFT JOIN body b ON b.id = g.body "
        "LEFT JOIN category c ON c.forum = g.forum AND c.id = g.category "
        "LEFT JOIN role_withdrawal w ON w.forum = g.forum AND w.role_grant = g.id "
        "WHERE g.forum = :forum ",
        holder_name, delegation_name, sheet::called_here("g.by_login", "g.forum"),
        sheet::called_here("w.by_login", "g.forum"));
}

// The numbers of those that fit, in their order: all the rest of a row is read for a page of them.
constexpr char numbers_of_grants[] = "SELECT g.id FROM role_grant g LEFT JOIN role_withdrawal w ON "
                                     "w.forum = g.forum AND w.role_grant = g.id ";
constexpr char standing_first[] = "ORDER BY CASE WHEN w.at IS NULL THEN 0 ELSE 1 END, g.id DESC";

// The delegations of a forum are few, so they are looked through once and not for each role.
std::string numbers_of_those_with_words()
{
    return fmt::format("{}JOIN login l ON l.id = g.login LEFT JOIN login_address a ON a.login = "
                       "g.login LEFT JOIN role_grant_name n ON n.forum = g.forum AND n.role_grant "
                       "= g.id WHERE g.forum = :forum AND (LOWER({}) LIKE :words ESCAPE '!' OR "
                       "LOWER(COALESCE(a.address, '')) LIKE :words ESCAPE '!' OR g.delegation IN "
                       "(SELECT d.id FROM delegation d LEFT JOIN city dc ON dc.id = d.city LEFT "
                       "JOIN organisation dn ON dn.id = d.organisation WHERE d.forum = :forum AND "
                       "(LOWER(d.key) LIKE :words ESCAPE '!' OR LOWER({}) LIKE :words ESCAPE "
                       "'!'))) {}",
                       numbers_of_grants, holder_name, delegation_name, standing_first);
}

std::vector<std::int64_t> numbers_found(store::Session& session, std::int64_t forum,
                                        const std::string& words)
{
    const auto rows =
        words.empty() ? session.select<std::int64_t>(std::string(numbers_of_grants) +
                                                         "WHERE g.forum = :forum " + standing_first,
                                                     forum)
                      : session.select<std::int64_t>(numbers_of_those_with_words(), forum,
                                                     web::words_anywhere(words));
    std::vector<std::int64_t> numbers;
    numbers.reserve(rows.size());
    for (const auto& [number] : rows)
        numbers.push_back(number);
    return numbers;
}

std::vector<KeptGrant> kept(store::Session& session, const std::string& where,
                            const auto&... values)
{
    std::vector<KeptGrant> grants;
    for (const auto& [id, login, name, address, role, delegation, delegation_key, delegation_words,
                      body, body_key, body_name, category, category_key, category_name, giver, at,
                      taker, withdrawn_at] :
         session.select<std::int64_t, std::int64_t, std::string, Words, std::string, Number, Words,
                        Words, Number, Words, Words, Number, Words, Words, Words, std::int64_t,
                        Words, Number>(select_kept() + where, values...))
        grants.push_back({Id<Grant>{id}, Id<web::Login>{login}, name, address.value_or(""), role,
                          part(delegation, delegation_key, delegation_words),
                          part(body, body_key, body_name),
                          part(category, category_key, category_name), giver.value_or(""),
                          Instant{at}, taker.value_or(""), Instant{withdrawn_at.value_or(0)}});
    return grants;
}

std::vector<Part> parts(store::Session& session, const std::string& sql, std::int64_t forum)
{
    std::vector<Part> all;
    for (const auto& [number, key, name] :
         session.select<std::int64_t, std::string, std::string>(sql, forum))
        all.push_back({number, key, Text::read(name).value_or(Text{})});
    return all;
}

// A role stands while nobody took it away and what it is for is there.
constexpr char standing[] =
    "NOT EXISTS (SELECT 1 FROM role_withdrawal w WHERE w.forum = g.forum AND w.role_grant = g.id) "
    "AND (g.delegation IS NULL OR EXISTS (SELECT 1 FROM delegation d WHERE d.forum = g.forum AND "
    "d.id = g.delegation)) AND (g.category IS NULL OR EXISTS (SELECT 1 FROM category c WHERE "
    "c.forum = g.forum AND c.id = g.category))";

}  // namespace

void insert(store::Session& session, const Grant& grant)
{
    const auto& given = grant.given();
    session.run("INSERT INTO role_grant (forum, id, login, role, delegation, body, category, "
                "by_login, at) VALUES (:forum, :id, :login, :role, :delegation, :body, :category, "
                ":by_login, :at)",
                given.forum, grant.id(), given.to, given.role, grant.limit("delegation"),
                grant.limit("body"), grant.limit("category"),
                given.by ? std::optional(given.by.number()) : std::nullopt, given.at);
}

void insert(store::Session& session, const Withdrawal& withdrawal)
{
    session.run("INSERT INTO role_withdrawal (forum, role_grant, by_login, at) VALUES (:forum, "
                ":role_grant, :by_login, :at)",
                withdrawal.forum, withdrawal.grant, withdrawal.by, withdrawal.at);
}

std::vector<KeptGrant> grants_of(store::Session& session, std::int64_t forum)
{
    return kept(session, "ORDER BY g.id DESC", forum);
}

GrantsFound grants_found(store::Session& session, std::int64_t forum, const GrantFilter& filter)
{
    const auto numbers = numbers_found(session, forum, filter.words);
    const auto from =
        numbers.begin() + static_cast<std::ptrdiff_t>(std::min(filter.from, numbers.size()));
    const auto to =
        from + std::min(static_cast<std::ptrdiff_t>(filter.at_most), numbers.end() - from);
    const auto here =
        from == to ? std::string("NULL") : fmt::format("{}", fmt::join(from, to, ","));
    return {kept(session, fmt::format("AND g.id IN ({}) {}", here, standing_first), forum),
            static_cast<std::int64_t>(numbers.size())};
}

Result<KeptGrant> grant_at(store::Session& session, std::int64_t forum, const std::string& number)
{
    std::int64_t id = 0;
    std::from_chars(number.data(), number.data() + number.size(), id);
    for (auto& grant : kept(session, "AND g.id = :id", forum, id))
        if (grant.id.word() == number)
            return std::move(grant);
    return missing("no-such-grant", "Nobody was given such a role here.");
}

bool stands_already(store::Session& session, const Grant::Given& given)
{
    const auto rows = session.select<std::string, Number, Number, Number>(
        fmt::format("SELECT g.role, g.delegation, g.body, g.category FROM role_grant g WHERE "
                    "g.forum = :forum AND g.login = :login AND {}",
                    standing),
        given.forum, given.to);
    const auto limit = [&](const char* what) -> Number {
        const auto found = given.limits.find(what);
        return found == given.limits.end() ? Number{} : Number{found->second};
    };
    return std::find(rows.begin(), rows.end(),
                     std::tuple{given.role, limit("delegation"), limit("body"),
                                limit("category")}) != rows.end();
}

Parts parts_of(store::Session& session, std::int64_t forum)
{
    return {parts(session,
                  fmt::format("SELECT d.id, d.key, {} FROM delegation d LEFT JOIN city dc ON "
                              "dc.id = d.city LEFT JOIN organisation dn ON dn.id = d.organisation "
                              "WHERE d.forum = :forum ORDER BY d.position, d.id",
                              delegation_name),
                  forum),
            parts(session,
                  "SELECT DISTINCT b.id, b.key, b.name FROM body b JOIN edition e ON e.body = b.id "
                  "WHERE e.forum = :forum ORDER BY b.key",
                  forum),
            parts(session,
                  "SELECT id, key, name FROM category WHERE forum = :forum ORDER BY position, id",
                  forum)};
}

std::vector<web::Held> roles_at(store::Session& session, Id<web::Login> login,
                                const web::Parameters& parameters)
{
    const auto forum = parameters.find("forum");
    if (forum == parameters.end())
        return {};
    std::vector<web::Held> roles;
    for (const auto& [role, delegation, body, category] :
         session.select<std::string, Number, Number, Number>(
             fmt::format("SELECT g.role, g.delegation, g.body, g.category FROM role_grant g JOIN "
                         "forum f ON f.id = g.forum WHERE g.login = :login AND f.key = :key AND {} "
                         "ORDER BY g.id",
                         standing),
             login, forum->second)) {
        web::Held held{role};
        if (delegation)
            held.limits.emplace("delegation", *delegation);
        if (body)
            held.limits.emplace("body", *body);
        if (category)
            held.limits.emplace("category", *category);
        roles.push_back(std::move(held));
    }
    return roles;
}

std::vector<Id<Delegation>> delegations_of(const web::Desk& desk)
{
    std::vector<Id<Delegation>> all;
    for (const auto& held : desk.visitor().roles) {
        const auto limit = held.limits.find("delegation");
        if (limit == held.limits.end())
            continue;
        const Id<Delegation> id{limit->second};
        if (std::find(all.begin(), all.end(), id) == all.end())
            all.push_back(id);
    }
    return all;
}

std::vector<std::int64_t> forums_prepared_by(store::Session& session, Id<web::Login> login)
{
    std::vector<std::int64_t> forums;
    for (const auto& [forum] : session.select<std::int64_t>(
             fmt::format("SELECT DISTINCT g.forum FROM role_grant g WHERE g.login = :login AND "
                         "g.role = 'secretariat' AND g.category IS NULL AND {} ORDER BY g.forum",
                         standing),
             login))
        forums.push_back(forum);
    return forums;
}

}  // namespace sala::forum
