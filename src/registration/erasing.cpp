// SPDX-License-Identifier: Apache-2.0

#include "registration/erasing.hpp"

#include "mail/standing.hpp"
#include "registration/claim.hpp"
#include "registration/forgotten_names.hpp"
#include "registration/likeness_store.hpp"
#include "registration/registration_acts.hpp"
#include "web/rename_login.hpp"

#include <algorithm>

namespace sala::registration {

namespace {

// The address of one who is erased; empty when somebody else at the forum reads there too: another
// with the same address, or whoever was given a role.
std::string address_alone(store::Session& session, std::int64_t forum, Id<Registration> id)
{
    const auto held = session.find<std::string>(
        "SELECT LOWER(p.email) FROM registration_person p WHERE p.forum = :forum AND "
        "p.registration = :id AND NOT EXISTS (SELECT 1 FROM registration_person o WHERE o.forum = "
        "p.forum AND o.registration <> p.registration AND LOWER(o.email) = LOWER(p.email)) AND NOT "
        "EXISTS (SELECT 1 FROM login_address a JOIN role_grant g ON g.login = a.login AND g.forum "
        "= p.forum WHERE a.address = LOWER(p.email))",
        forum, id);
    return held ? std::get<0>(*held) : std::string{};
}

void forget_address(store::Session& session, std::int64_t forum, const std::string& address,
                    Instant now)
{
    for (const auto& [letter] : session.select<std::int64_t>(
             "SELECT id FROM letter WHERE forum = :forum AND LOWER(to_address) = :address", forum,
             address))
        mail::forget_words(session, Id<mail::Letter>{letter}, now);
    session.run("DELETE FROM invitation_recipient WHERE forum = :forum AND LOWER(address) = "
                ":address",
                forum, address);
    session.run("UPDATE invitation_answer_words SET focal_name = '', focal_address = '' WHERE "
                "forum = :forum AND LOWER(focal_address) = :address",
                forum, address);
}

// A login of theirs is called by its address from now on, unless somebody gave it a role under that
// name: such a login is another thing.
void forget_name_of_logins(store::Session& session, std::int64_t forum, Id<Registration> id,
                           const std::vector<std::string>& names)
{
    for (const auto& [login, name, address] :
         session.select<std::int64_t, std::string, std::string>(
             "SELECT l.id, l.name, a.address FROM login l JOIN login_address a ON a.login = l.id "
             "WHERE (a.address = (SELECT LOWER(p.email) FROM registration_person p WHERE p.forum = "
             ":forum AND p.registration = :id) OR l.id IN (SELECT c.login FROM registration_claim "
             "c WHERE c.forum = :forum AND c.registration = :id)) AND NOT EXISTS (SELECT 1 FROM "
             "role_grant g WHERE g.login = l.id) AND NOT EXISTS (SELECT 1 FROM login_role r WHERE "
             "r.login = l.id)",
             forum, id)) {
        web::forget_earlier_names(session, Id<web::Login>{login});
        if (std::find(names.begin(), names.end(), name) != names.end())
            web::rename_login(session, Id<web::Login>{login}, address);
    }
}

void erase_one(store::Session& session, std::int64_t forum, Id<Registration> id, Id<web::Login> by,
               Instant now)
{
    for (const auto& [letter] : session.select<std::int64_t>(
             "SELECT letter FROM circular_letter WHERE forum = :forum AND recipient = :recipient",
             forum, "registration-" + id.word()))
        mail::forget_words(session, Id<mail::Letter>{letter}, now);
    auto names = names_of(session, forum, id);
    forget_name_of_logins(session, forum, id, names);
    if (const auto address = address_alone(session, forum, id); !address.empty()) {
        forget_address(session, forum, address, now);
        names.push_back(address);
    }
    erase_person(session, forum, id, by, now);
    forget_names(session, forum, names);
    forget_speeches(session, forum, id);
    session.run("DELETE FROM person_photo WHERE forum = :forum AND registration = :id", forum, id);
    session.run("UPDATE head_confirmation SET post = '' WHERE forum = :forum AND head = :head",
                forum, "registration/" + id.word());
    session.run("UPDATE admission SET registration = NULL, badge = NULL WHERE forum = :forum AND "
                "registration = :id",
                forum, id);
    session.run("INSERT INTO badge_end (forum, badge, why, by_login, at) SELECT b.forum, b.id, "
                "'revoked', :by, :now FROM badge b WHERE b.forum = :forum AND b.registration = "
                ":id AND NOT EXISTS (SELECT 1 FROM badge_end e WHERE e.forum = b.forum AND e.badge "
                "= b.id)",
                by, now, forum, id);
}

// What was written over and what was asked for hold the address as well.
void leave_out_address(store::Session& session, const AtForum& one, const std::string& address)
{
    const auto& [forum, id] = one;
    session.run("UPDATE registration_person SET email = '', version = version + 1 WHERE forum = "
                ":forum AND registration = :id AND LOWER(email) = :address",
                forum, id, address);
    forget_names(session, forum, {address});
}

std::string address_of(store::Session& session, Id<web::Login> login)
{
    const auto held =
        session.find<std::string>("SELECT address FROM login_address WHERE login = :login", login);
    return held ? std::get<0>(*held) : std::string{};
}

// A login may be called as somebody of several with its address, who stays.
bool is_name_of(store::Session& session, const std::vector<AtForum>& people,
                const std::string& name)
{
    return std::any_of(people.begin(), people.end(), [&](const AtForum& one) {
        const auto names = names_of(session, one.first, one.second);
        return std::find(names.begin(), names.end(), name) != names.end();
    });
}

std::vector<AtForum> pairs(const std::vector<std::tuple<std::int64_t, std::int64_t>>& rows)
{
    std::vector<AtForum> all;
    all.reserve(rows.size());
    for (const auto& [forum, id] : rows)
        all.emplace_back(forum, Id<Registration>{id});
    return all;
}

web::Concerned concerned(store::Session& session, const AtForum& one, bool goes)
{
    const auto& [forum, id] = one;
    web::Concerned said{{}, {}, goes};
    for (const auto& person : registered_at(session, forum, {.only = id, .merged_too = true}))
        said.name = person.particulars.name();
    if (const auto title =
            session.find<std::string>("SELECT title FROM forum WHERE id = :forum", forum))
        said.where = Text::read(std::get<0>(*title)).value_or(Text{});
    return said;
}

}  // namespace

std::vector<AtForum> claimed_by(store::Session& session, Id<web::Login> login)
{
    std::vector<AtForum> all;
    for (const auto& [forum, claimed] : pairs(session.select<std::int64_t, std::int64_t>(
             "SELECT forum, registration FROM registration_owner WHERE login = :login ORDER BY "
             "registration",
             login)))
        for (const auto& one : one_person(merged_at(session, forum), claimed)) {
            const auto claim = claim_on(session, forum, {one});
            if (!claim || claim->login == login)
                all.emplace_back(forum, one);
        }
    return all;
}

std::vector<AtForum> only_addressed(store::Session& session, Id<web::Login> login)
{
    auto all = pairs(session.select<std::int64_t, std::int64_t>(
        "SELECT p.forum, p.registration FROM registration_person p JOIN login_address a ON "
        "LOWER(p.email) = a.address WHERE a.login = :login ORDER BY p.registration",
        login));
    const auto own = claimed_by(session, login);
    std::erase_if(all, [&](const AtForum& one) {
        return std::find(own.begin(), own.end(), one) != own.end();
    });
    return all;
}

std::vector<web::Concerned> concerned_by(store::Session& session, Id<web::Login> login)
{
    std::vector<web::Concerned> all;
    for (const auto& one : claimed_by(session, login))
        all.push_back(concerned(session, one, true));
    for (const auto& one : only_addressed(session, login))
        all.push_back(concerned(session, one, false));
    return all;
}

void erase_registered(store::Session& session, std::int64_t forum, Id<Registration> id,
                      Id<web::Login> by, Instant now)
{
    const auto person = one_person(merged_at(session, forum), id);
    end_claims(session, forum, person, by, now);
    for (const auto& one : person)
        erase_one(session, forum, one, by, now);
}

void erase_registered_by(store::Session& session, Id<web::Login> login, Instant now)
{
    const auto own = claimed_by(session, login);
    const auto addressed = only_addressed(session, login);
    for (const auto& [forum, id] : own) {
        end_claims(session, forum, {id}, login, now);
        erase_one(session, forum, id, login, now);
    }
    const auto address = address_of(session, login);
    for (const auto& one : addressed)
        leave_out_address(session, one, address);
    if (const auto name =
            session.find<std::string>("SELECT name FROM login WHERE id = :login", login);
        name && !std::get<0>(*name).empty() && !is_name_of(session, addressed, std::get<0>(*name)))
        forget_names(session, std::nullopt, {std::get<0>(*name)});
}

}  // namespace sala::registration
