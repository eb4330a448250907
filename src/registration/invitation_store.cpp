// SPDX-License-Identifier: Apache-2.0

#include "registration/invitation_store.hpp"

#include "web/login_store.hpp"

namespace sala::registration {

namespace {

using Number = std::optional<std::int64_t>;
using Words = std::optional<std::string>;

Number number_of(Id<web::Login> login) { return login ? Number{login.number()} : Number{}; }

// The newest answer and the newest link are those with the greatest number.
constexpr char select_invited[] =
    "SELECT i.id, i.delegation, i.by_login, i.at, r.name, r.address, r.language, "
    "a.id, a.comes, a.by_login, a.at, w.head, w.people, w.focal_name, w.focal_address, w.remark, "
    "(SELECT COUNT(*) FROM invitation_link n WHERE n.forum = i.forum AND n.invitation = i.id), "
    "l.at, l.expires_at, u.at "
    "FROM invitation i "
    "LEFT JOIN invitation_recipient r ON r.forum = i.forum AND r.invitation = i.id "
    "LEFT JOIN invitation_answer a ON a.forum = i.forum AND a.invitation = i.id AND a.id = "
    "(SELECT MAX(b.id) FROM invitation_answer b WHERE b.forum = i.forum AND b.invitation = i.id) "
    "LEFT JOIN invitation_answer_words w ON w.forum = a.forum AND w.answer = a.id "
    "LEFT JOIN invitation_link l ON l.forum = i.forum AND l.invitation = i.id AND l.id = "
    "(SELECT MAX(m.id) FROM invitation_link m WHERE m.forum = i.forum AND m.invitation = i.id) "
    "LEFT JOIN invitation_link_use u ON u.token_hash = l.token_hash ";

std::vector<Invited> select(store::Session& session, const std::string& where,
                            const auto&... values)
{
    std::vector<Invited> all;
    for (const auto& [id, delegation, by, at, name, address, language, answer, comes, answer_by,
                      answer_at, head, people, focal_name, focal_address, remark, letters, sent_at,
                      until, used_at] :
         session.select<std::int64_t, std::int64_t, Number, std::int64_t, Words, Words, Words,
                        Number, Number, Number, Number, Words, Number, Words, Words, Words,
                        std::int64_t, Number, Number, Number>(select_invited + where, values...)) {
        Invited one{
            .invitation = {0, Id<Invitation>{id}, DelegationId{delegation},
                           Id<web::Login>{by.value_or(0)}, Instant{at}, name.value_or(""),
                           address.value_or(""),
                           Language::named(language.value_or("en")).value_or(Language::english())},
            .letters = letters,
            .last_letter = Instant{sent_at.value_or(0)},
            .link_until = Instant{until.value_or(0)},
            .link_used = used_at.has_value()};
        if (answer)
            one.answer = Answer{0,
                                Id<Answer>{*answer},
                                one.invitation.id,
                                *comes == 1,
                                Id<web::Login>{answer_by.value_or(0)},
                                Instant{*answer_at},
                                {head.value_or(""), people.value_or(0), focal_name.value_or(""),
                                 focal_address.value_or(""), remark.value_or("")}};
        all.push_back(std::move(one));
    }
    return all;
}

std::vector<Invited> within(std::vector<Invited> all, std::int64_t forum)
{
    for (auto& one : all) {
        one.invitation.forum = forum;
        if (one.answer)
            one.answer->forum = forum;
    }
    return all;
}

Refusal link_is_over()
{
    return forbidden("invitation-link-over",
                     "This link has been used, is too old, or a newer letter has replaced it. "
                     "Please ask the secretariat of the forum to send the letter again.");
}

}  // namespace

void insert(store::Session& session, const Invitation& invitation)
{
    session.run("INSERT INTO invitation (forum, id, delegation, by_login, at) VALUES (:forum, :id, "
                ":delegation, :by, :at)",
                invitation.forum, invitation.id, invitation.delegation, number_of(invitation.by),
                invitation.at);
    session.run("INSERT INTO invitation_recipient (forum, invitation, name, address, language) "
                "VALUES (:forum, :id, :name, :address, :language)",
                invitation.forum, invitation.id, invitation.name, invitation.address,
                invitation.language.tag());
}

void insert(store::Session& session, const Answer& answer)
{
    session.run("INSERT INTO invitation_answer (forum, id, invitation, comes, by_login, at) VALUES "
                "(:forum, :id, :invitation, :comes, :by, :at)",
                answer.forum, answer.id, answer.invitation, answer.comes, number_of(answer.by),
                answer.at);
    const auto& words = answer.words;
    session.run("INSERT INTO invitation_answer_words (forum, answer, head, people, focal_name, "
                "focal_address, remark) VALUES (:forum, :id, :head, :people, :focal_name, "
                ":focal_address, :remark)",
                answer.forum, answer.id, words.head, words.people, words.focal_name,
                words.focal_address, words.remark);
}

void insert(store::Session& session, const Correction& correction)
{
    session.run("INSERT INTO invitation_correction (forum, id, invitation, new_address, by_login, "
                "at) VALUES (:forum, :id, :invitation, :new_address, :by, :at)",
                correction.forum, correction.id, correction.invitation, correction.new_address,
                number_of(correction.by), correction.at);
    session.run("INSERT INTO invitation_recipient (forum, invitation, name, address, language) "
                "VALUES (:forum, :id, :name, :address, :language) ON CONFLICT (forum, invitation) "
                "DO UPDATE SET name = excluded.name, address = excluded.address, language = "
                "excluded.language",
                correction.forum, correction.invitation, correction.name, correction.address,
                correction.language.tag());
}

std::vector<Invited> invited_at(store::Session& session, std::int64_t forum)
{
    return within(select(session, "WHERE i.forum = :forum ORDER BY i.id", forum), forum);
}

Result<Invited> invited_by_number(store::Session& session, std::int64_t forum,
                                  const std::string& number)
{
    for (auto& one : invited_at(session, forum))
        if (one.invitation.id.word() == number)
            return std::move(one);
    return missing("no-such-invitation", "There is no such invitation here.");
}

std::string make_link(store::Session& session, const Invitation& invitation, bool reminds,
                      Id<web::Login> by, Instant now, Numbering& numbering)
{
    auto token = web::random_token();
    session.run(
        "INSERT INTO invitation_link (token_hash, forum, id, invitation, reminds, by_login, "
        "at, expires_at) VALUES (:hash, :forum, :id, :invitation, :reminds, :by, :at, "
        ":until)",
        web::token_hash(token), invitation.forum, numbering.next(now.milliseconds()), invitation.id,
        reminds, number_of(by), now, now + invitation_link_lives);
    return token;
}

void goes_with(store::Session& session, const std::string& token, Id<mail::Letter> letter)
{
    session.run("UPDATE invitation_link SET letter = :letter WHERE token_hash = :hash", letter,
                web::token_hash(token));
}

Result<Invited> invited_by_link(store::Session& session, std::int64_t forum,
                                const std::string& token, Instant now)
{
    const auto link = session.find<std::int64_t>(
        "SELECT l.invitation FROM invitation_link l WHERE l.forum = :forum AND l.token_hash = "
        ":hash AND l.expires_at > :now AND NOT EXISTS (SELECT 1 FROM invitation_link_use u WHERE "
        "u.token_hash = l.token_hash) AND NOT EXISTS (SELECT 1 FROM invitation_link n JOIN "
        "letter_act s ON s.letter = n.letter AND s.what = 'sent' WHERE n.forum = l.forum AND "
        "n.invitation = l.invitation AND n.id > l.id) AND NOT EXISTS (SELECT 1 FROM "
        "invitation_correction c WHERE c.forum = l.forum AND c.invitation = l.invitation AND "
        "c.new_address = 1 AND c.id > l.id)",
        forum, web::token_hash(token), now);
    if (!link)
        return link_is_over();
    auto found = within(
        select(session, "WHERE i.forum = :forum AND i.id = :invitation", forum, std::get<0>(*link)),
        forum);
    return std::move(found.front());
}

void use_link(store::Session& session, const std::string& token, Instant now)
{
    session.run("INSERT INTO invitation_link_use (token_hash, at) VALUES (:hash, :at)",
                web::token_hash(token), now);
}

void erase_words(store::Session& session, std::int64_t forum, Id<Invitation> invitation)
{
    session.run("DELETE FROM invitation_recipient WHERE forum = :forum AND invitation = :id", forum,
                invitation);
    session.run("DELETE FROM invitation_answer_words WHERE forum = :forum AND answer IN (SELECT id "
                "FROM invitation_answer WHERE forum = :forum AND invitation = :id)",
                forum, invitation);
}

}  // namespace sala::registration
