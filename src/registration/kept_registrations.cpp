// SPDX-License-Identifier: Apache-2.0

#include "registration/kept_registrations.hpp"

#include "mail/standing.hpp"
#include "registration/claim.hpp"
#include "registration/invitation_store.hpp"
#include "registration/likeness_store.hpp"
#include "registration/particulars.hpp"
#include "registration/registration_acts.hpp"
#include "registration/registration_store.hpp"
#include "script/calendar.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sala::registration {

namespace {

constexpr int visa_days = 30;  // after the last day of the forum
constexpr int stay_days = 90;

using Kept = std::pair<std::int64_t, Id<Registration>>;  // forum, number

// What a login has claimed; at forums where it has claimed nothing, those that carry its address
// and have no other owner: the person says that it is theirs by signing in with it.
std::vector<Kept> registered_as(store::Session& session, Id<web::Login> login)
{
    std::vector<Kept> all;
    for (const auto& [forum, id] : session.select<std::int64_t, std::int64_t>(
             "SELECT o.forum, o.registration FROM registration_owner o WHERE o.login = :login "
             "UNION SELECT p.forum, p.registration FROM registration_person p JOIN login_address a "
             "ON LOWER(p.email) = a.address WHERE a.login = :login AND NOT EXISTS (SELECT 1 FROM "
             "registration_owner o WHERE o.forum = p.forum AND (o.login = :login OR "
             "o.registration = p.registration)) ORDER BY 2",
             login))
        all.emplace_back(forum, Id<Registration>{id});
    return all;
}

Json registrations_copy(store::Session& session, Id<web::Login> login)
{
    auto all = Json::array();
    for (const auto& [forum, id] : registered_as(session, login))
        for (const auto& one : registered_at(session, forum, {.only = id, .merged_too = true}))
            all.push(part_json(one.particulars, differing(one.particulars, {})));
    for (const auto& [forum, at] : session.select<std::string, std::int64_t>(
             "SELECT f.key, c.at FROM registration_claim c JOIN forum f ON f.id = c.forum WHERE "
             "c.login = :login ORDER BY c.id",
             login))
        all.push(Json::object({{"claimed_at_forum", forum}, {"at", at}}));
    return all;
}

void erase_registrations(store::Session& session, Id<web::Login> login, Instant now)
{
    for (const auto& [forum, id] : registered_as(session, login))
        erase_registered(session, forum, id, login, now);
}

Json invitations_copy(store::Session& session, Id<web::Login> login)
{
    auto all = Json::array();
    for (const auto& [name, address] : session.select<std::string, std::string>(
             "SELECT r.name, r.address FROM invitation_recipient r JOIN login_address a ON "
             "LOWER(r.address) = a.address WHERE a.login = :login ORDER BY r.invitation",
             login))
        all.push(Json::object({{"name", name}, {"address", address}}));
    for (const auto& [name, address] : session.select<std::string, std::string>(
             "SELECT w.focal_name, w.focal_address FROM invitation_answer_words w JOIN "
             "login_address a ON LOWER(w.focal_address) = a.address WHERE a.login = :login ORDER "
             "BY w.answer",
             login))
        all.push(Json::object({{"name", name}, {"address", address}}));
    return all;
}

// Whoever was written to takes the whole invitation along; a focal point only their own name.
void erase_invitations(store::Session& session, Id<web::Login> login, Instant)
{
    for (const auto& [forum, invitation] : session.select<std::int64_t, std::int64_t>(
             "SELECT r.forum, r.invitation FROM invitation_recipient r JOIN login_address a ON "
             "LOWER(r.address) = a.address WHERE a.login = :login",
             login))
        erase_words(session, forum, Id<Invitation>{invitation});
    session.run("UPDATE invitation_answer_words SET focal_name = '', focal_address = '' WHERE "
                "LOWER(focal_address) IN (SELECT address FROM login_address WHERE login = :login)",
                login);
}

std::int64_t forget_columns(store::Session& session, const std::vector<Particular::Group>& groups,
                            const std::string& forums)
{
    std::string becomes;
    std::string said;
    for (const auto& column : all_particulars()) {
        if (std::find(groups.begin(), groups.end(), column.group) == groups.end())
            continue;
        becomes += column.name + " = '', ";
        said += (said.empty() ? "" : " || ") + column.name;
    }
    return session.run(fmt::format("UPDATE registration_person SET {}version = version + 1 WHERE "
                                   "forum IN {} AND {} <> ''",
                                   becomes, forums, said));
}

// What was written over and what was wished for hold the same words.
std::int64_t forget_visas(store::Session& session, Instant now)
{
    const auto forums = forums_over_since(now, visa_days);
    auto gone = forget_columns(session, {Particular::visa}, forums);
    for (const auto* table :
         {"registration_revision", "registration_proposal_words", "person_photo"})
        gone += session.run(fmt::format("DELETE FROM {} WHERE forum IN {}", table, forums));
    return gone;
}

std::int64_t forget_stays(store::Session& session, Instant now)
{
    const auto forums = forums_over_since(now, stay_days);
    auto gone = forget_columns(session, {Particular::contact, Particular::stay, Particular::travel},
                               forums);
    for (const auto* table : {"asked_answer", "registration_reason", "vehicle_pass_words"})
        gone += session.run(fmt::format("DELETE FROM {} WHERE forum IN {}", table, forums));
    return gone + session.run(fmt::format("UPDATE admission SET registration = NULL, badge = NULL "
                                          "WHERE registration IS NOT NULL AND forum IN {}",
                                          forums));
}

// What the copy of the registrations holds already.
Json with_registrations(store::Session&, Id<web::Login>) { return {}; }

}  // namespace

std::string forums_over_since(Instant now, int days)
{
    const auto day = script::plus_days(script::today_in(script::Zone::utc(), now), -days);
    return fmt::format("(SELECT d.forum FROM day d WHERE LENGTH(d.date) = 10 GROUP BY d.forum "
                       "HAVING MAX(d.date) < '{}')",
                       script::iso(day));
}

static void erase_one(store::Session& session, std::int64_t forum, Id<Registration> id,
                      Id<web::Login> by, Instant now)
{
    erase_person(session, forum, id);
    for (const auto& [letter] : session.select<std::int64_t>(
             "SELECT letter FROM circular_letter WHERE forum = :forum AND recipient = :recipient",
             forum, "registration-" + id.word()))
        mail::forget_words(session, Id<mail::Letter>{letter}, now);
    session.run("DELETE FROM person_photo WHERE forum = :forum AND registration = :id", forum, id);
    session.run("UPDATE admission SET registration = NULL, badge = NULL WHERE forum = :forum AND "
                "registration = :id",
                forum, id);
    session.run("INSERT INTO badge_end (forum, badge, why, by_login, at) SELECT b.forum, b.id, "
                "'revoked', :by, :now FROM badge b WHERE b.forum = :forum AND b.registration = "
                ":id AND NOT EXISTS (SELECT 1 FROM badge_end e WHERE e.forum = b.forum AND e.badge "
                "= b.id)",
                by, now, forum, id);
}

void erase_registered(store::Session& session, std::int64_t forum, Id<Registration> id,
                      Id<web::Login> by, Instant now)
{
    const auto person = one_person(merged_at(session, forum), id);
    end_claims(session, forum, person, by, now);
    for (const auto& one : person)
        erase_one(session, forum, one, by, now);
}

std::vector<web::KeptData> kept_by_registration()
{
    return {
        {"registrations",
         tr("Of whoever is registered: name, honorific, rank, post, organisation and part in the "
            "delegation"),
         tr("So that it is known who comes, and can be told afterwards who came."),
         tr("As long as the forum stands here, or until you or the secretariat have it erased."),
         registrations_copy, erase_registrations},
        {"visas",
         tr("Nationality, passport and date of birth, the photo, and earlier versions of "
            "what was entered"),
         tr("For the letter to the consulate, and for the badge."),
         tr("30 days after the last day of the forum."),
         with_registrations,
         {},
         forget_visas},
        {"stays",
         tr("E-mail address and telephone, diet, hotel, flights, answers to the forum's questions, "
            "vehicles, and at which door a badge was seen"),
         tr("So that somebody waits at the airport, and the room and the meal are right."),
         tr("90 days after the last day of the forum. Then only numbers are left."),
         with_registrations,
         {},
         forget_stays},
        {"invitations", tr("Who was invited for a delegation, and the focal point who was named"),
         tr("So that the letter arrives, and somebody can be asked."),
         tr("As long as the forum stands here, or until you have yourself erased."),
         invitations_copy, erase_invitations},
    };
}

}  // namespace sala::registration
