// SPDX-License-Identifier: Apache-2.0

#include "registration/circular_reach.hpp"

#include "mail/standing.hpp"
#include "registration/question_answers.hpp"

#include <set>

namespace sala::registration {

namespace {

bool within(const Circular& circular, std::int64_t delegation)
{
    const auto& only = circular.words().delegation;
    return !only || only->number() == delegation;
}

std::vector<Reached> who_was_invited(const Circular& circular, const std::vector<Invited>& invited)
{
    std::vector<Reached> all;
    for (const auto& [invitation, answer, letters, last, until, used] : invited)
        if (within(circular, invitation.delegation.number()) && !(circular.reminds() && answer))
            all.push_back({.key = "invitation-" + invitation.id.word(),
                           .name = invitation.name,
                           .address = invitation.address,
                           .delegation = invitation.delegation.number(),
                           .invitation = invitation.id});
    return all;
}

std::vector<forum::KeptGrant> focal_points_at(store::Session& session, std::int64_t forum)
{
    auto grants = forum::grants_of(session, forum);
    std::erase_if(grants, [](const forum::KeptGrant& grant) {
        return !grant.stands() || grant.role != "focal-point" || !grant.delegation;
    });
    return grants;
}

Reached speaker(const forum::KeptGrant& grant, const std::string& kind)
{
    const auto delegation = grant.delegation->number;
    return {.key = kind + grant.to.word() + "-" + std::to_string(delegation),
            .name = grant.name,
            .address = grant.address,
            .delegation = delegation,
            .role = grant.id};
}

// Who speaks for two delegations is written to once for each.
std::vector<Reached> who_speaks(store::Session& session, const Circular& circular)
{
    std::vector<Reached> all;
    for (const auto& grant : focal_points_at(session, circular.words().forum))
        if (within(circular, grant.delegation->number))
            all.push_back(speaker(grant, "login-"));
    return all;
}

using WithoutAddress = std::map<std::int64_t, std::vector<Id<Registration>>>;

// Of those without an address their focal points are told: each once, with whom it concerns.
void add_who_speaks_for(store::Session& session, std::int64_t forum, std::vector<Reached>& all,
                        const WithoutAddress& people)
{
    std::vector<Reached> speakers;
    std::set<std::int64_t> spoken_for;
    for (const auto& grant : focal_points_at(session, forum)) {
        const auto concerned = people.find(grant.delegation->number);
        if (concerned == people.end() || !mail::is_mail_address(grant.address))
            continue;
        speakers.push_back(speaker(grant, "for-"));
        speakers.back().concerns = concerned->second;
        spoken_for.insert(grant.delegation->number);
    }
    for (auto& person : all)
        if (spoken_for.contains(person.delegation) && !mail::is_mail_address(person.address))
            person.gets = Reached::through_focal_point;
    all.insert(all.end(), speakers.begin(), speakers.end());
}

std::vector<Reached> who_is_registered(store::Session& session, const Circular& circular)
{
    const auto& words = circular.words();
    Filter wanted{
        .delegation = words.delegation, .status = words.status, .category = words.category};
    if (circular.reminds())
        wanted.also = owes_answer(questions_at(session, words.forum));
    std::vector<Reached> all;
    WithoutAddress without_address;
    for (const auto& [registration, address] : addresses_at(session, words.forum, wanted)) {
        const auto delegation = registration.delegation().number();
        if (!mail::is_mail_address(address))
            without_address[delegation].push_back(registration.id());
        all.push_back({.key = "registration-" + registration.id().word(),
                       .address = address,
                       .delegation = delegation,
                       .registration = registration});
    }
    add_who_speaks_for(session, words.forum, all, without_address);
    return all;
}

std::vector<Reached> audience_of(store::Session& session, const Circular& circular,
                                 const std::vector<Invited>& invited)
{
    switch (circular.audience()) {
    case Audience::invited:
        return who_was_invited(circular, invited);
    case Audience::focal_points:
        return who_speaks(session, circular);
    case Audience::registered:
        return who_is_registered(session, circular);
    }
    return {};
}

}  // namespace

std::vector<Reached> reached_by(store::Session& session, const Circular& circular,
                                const std::vector<Invited>& invited)
{
    auto all = audience_of(session, circular, invited);
    const auto letters = letters_of(session, circular);
    const auto standings = mail::standings_at(session, circular.words().forum);
    for (auto& one : all) {
        const auto standing = mail::standing_of(standings, one.address);
        if (standing.came_back)
            one.came_back = standing.came_back->reason;
        const auto letter = letters.find(one.key);
        if (letter != letters.end()) {
            one.gets = Reached::has_it;
            one.letter = letter->second;
        } else if (!mail::is_mail_address(one.address)) {
            if (one.gets != Reached::through_focal_point)
                one.gets = Reached::no_address;
        } else if (standing.wants_none && circular.can_be_unsubscribed()) {
            one.gets = Reached::wants_none;
        }
    }
    return all;
}

}  // namespace sala::registration
