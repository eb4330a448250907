// SPDX-License-Identifier: Apache-2.0

#include "registration/claim.hpp"

#include "registration/likeness_store.hpp"
#include "web/own_name.hpp"
#include "web/rename_login.hpp"

#include <algorithm>

namespace sala::registration {

namespace {

std::optional<Claim> read_claim(store::Session& session, std::int64_t forum,
                                std::string_view column, std::int64_t number)
{
    const auto row = session.find<std::int64_t, std::int64_t, std::int64_t, std::int64_t>(
        "SELECT c.id, c.registration, c.login, c.at FROM registration_owner o JOIN "
        "registration_claim c ON c.forum = o.forum AND c.id = o.claim WHERE o.forum = :forum AND "
        "o." +
            std::string(column) + " = :number",
        forum, number);
    if (!row)
        return std::nullopt;
    const auto& [id, registration, login, at] = *row;
    return Claim{forum, Id<Claim>{id}, Id<Registration>{registration}, Id<web::Login>{login},
                 Instant{at}};
}

// Registrations with the address of this login, also those that were merged into another.
std::vector<Id<Registration>> with_address_of(store::Session& session, std::int64_t forum,
                                              Id<web::Login> login)
{
    std::vector<Id<Registration>> all;
    for (const auto& [id] : session.select<std::int64_t>(
             "SELECT p.registration FROM registration_person p JOIN login_address a ON "
             "LOWER(p.email) = a.address WHERE p.forum = :forum AND a.login = :login AND p.email "
             "<> '' ORDER BY p.registration",
             forum, login))
        all.emplace_back(id);
    return all;
}

}  // namespace

Allowed keep_claim(store::Session& session, const Claim& claim)
{
    session.run("INSERT INTO registration_claim (forum, id, registration, login, at) VALUES "
                "(:forum, :id, :registration, :login, :at)",
                claim.forum, claim.id, claim.registration, claim.login, claim.at);
    // Both keys of the table count: who is second finds the place taken.
    if (session.run("INSERT INTO registration_owner (forum, registration, claim, login) VALUES "
                    "(:forum, :registration, :claim, :login) ON CONFLICT DO NOTHING",
                    claim.forum, claim.registration, claim.id, claim.login) == 1)
        return allowed();
    return conflict("claimed-already",
                    "This registration has an owner already, or you have claimed another one at "
                    "this forum. The focal point of your delegation can release it.");
}

void insert(store::Session& session, const ClaimEnd& end)
{
    session.run("INSERT INTO registration_claim_end (forum, claim, by_login, at) VALUES (:forum, "
                ":claim, :by, :at)",
                end.forum, end.claim, end.by, end.at);
    session.run("DELETE FROM registration_owner WHERE forum = :forum AND claim = :claim", end.forum,
                end.claim);
}

std::optional<Claim> claim_of(store::Session& session, std::int64_t forum, Id<web::Login> login)
{
    return read_claim(session, forum, "login", login.number());
}

std::optional<Claim> claim_on(store::Session& session, std::int64_t forum,
                              const std::vector<Id<Registration>>& person)
{
    for (const auto& one : person)
        if (auto claim = read_claim(session, forum, "registration", one.number()))
            return claim;
    return std::nullopt;
}

std::set<Id<Registration>> claimed_of(store::Session& session, std::int64_t forum,
                                      DelegationId delegation)
{
    const auto merged = merged_at(session, forum);
    std::set<Id<Registration>> claimed;
    // Whoever was merged may have been entered by another delegation.
    for (const auto& [id] : session.select<std::int64_t>(
             "SELECT o.registration FROM registration_owner o JOIN registration r ON r.forum = "
             "o.forum AND r.id = o.registration WHERE o.forum = :forum AND (r.delegation = "
             ":delegation OR EXISTS (SELECT 1 FROM registration_merge m WHERE m.forum = o.forum "
             "AND m.merged = o.registration))",
             forum, delegation))
        claimed.insert(standing_for(merged, Id<Registration>{id}));
    return claimed;
}

std::vector<Registered> claimable_by(store::Session& session, std::int64_t forum,
                                     Id<web::Login> login)
{
    const auto merged = merged_at(session, forum);
    std::set<Id<Registration>> standing;
    for (const auto& one : with_address_of(session, forum, login)) {
        const auto first = standing_for(merged, one);
        if (!claim_on(session, forum, one_person(merged, first)))
            standing.insert(first);
    }
    if (standing.empty())
        return {};
    return registered_at(session, forum, {.among = std::vector(standing.begin(), standing.end())});
}

Result<Registered> own_registration(store::Session& session, std::int64_t forum,
                                    Id<web::Login> login)
{
    const auto claim = claim_of(session, forum, login);
    if (!claim)
        return missing("not-claimed", "You have claimed no registration at this forum.");
    auto one = registered_as_one(session, forum, claim->registration.word());
    if (!one)
        return one.refusal();
    const auto id = one->registration.id();
    if (const auto other = claim_on(session, forum, {id}); other && other->login != login)
        return conflict("claimed-by-another",
                        "Your registration was put together with another one, which somebody else "
                        "has claimed. Ask the focal point of your delegation.");
    return one;
}

std::optional<std::string> called_at(store::Session& session, std::int64_t forum,
                                     const std::string& address)
{
    const auto merged = merged_at(session, forum);
    std::set<Id<Registration>> people;
    std::string name;
    for (auto& [id, name_en] : session.select<std::int64_t, std::string>(
             "SELECT registration, name_en FROM registration_person WHERE forum = :forum AND "
             "LOWER(email) = :address AND email <> '' ORDER BY registration DESC",
             forum, address)) {
        people.insert(standing_for(merged, Id<Registration>{id}));
        name = std::move(name_en);
    }
    if (people.empty())
        return std::nullopt;
    return people.size() == 1 ? name : address;
}

void call_as_claimed(store::Session& session, Id<web::Login> login, const Registered& claimed)
{
    const auto named_by_giver = session.find<std::int64_t>(
        "SELECT l.id FROM login l WHERE l.id = :login AND (EXISTS (SELECT 1 FROM role_grant g "
        "WHERE g.login = l.id) OR EXISTS (SELECT 1 FROM login_role r WHERE r.login = l.id)) AND "
        "NOT EXISTS (SELECT 1 FROM registration_person p JOIN login_address a ON LOWER(p.email) = "
        "a.address WHERE a.login = l.id AND p.name_en = l.name)",
        login);
    const auto& name = claimed.particulars["name_en"];
    if (!named_by_giver && web::may_be_called(name))
        web::rename_login(session, login, name);
}

bool is_delegations(std::string_view column)
{
    return column == "role" || column == "category" || column == "precedence" || column == "email";
}

void end_claims(store::Session& session, std::int64_t forum,
                const std::vector<Id<Registration>>& person, Id<web::Login> by, Instant now)
{
    for (const auto& one : person)
        if (const auto claim = claim_on(session, forum, {one}))
            insert(session, ClaimEnd{forum, claim->id, by, now});
}

}  // namespace sala::registration
