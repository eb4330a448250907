// SPDX-License-Identifier: Apache-2.0

#include "registration/circular_store.hpp"

#include "sheet/called_here.hpp"

namespace sala::registration {

namespace {

using Number = std::optional<std::int64_t>;

std::string select_circular()
{
    return "SELECT c.id, c.audience, c.kind, c.delegation, c.category, c.status, c.subject, "
           "c.body, "
           "c.by_login, c.at, " +
           sheet::called_here("c.by_login", "c.forum") +
           ", (SELECT COUNT(*) FROM circular_letter s WHERE s.forum = c.forum AND "
           "s.circular = c.id) FROM circular c WHERE c.forum = :forum ORDER BY c.id DESC";
}

}  // namespace

void insert(store::Session& session, const Circular& circular)
{
    const auto& words = circular.words();
    session.run(
        "INSERT INTO circular (forum, id, audience, kind, delegation, category, status, subject, "
        "body, by_login, at) VALUES (:forum, :id, :audience, :kind, :delegation, :category, "
        ":status, :subject, :body, :by, :at)",
        words.forum, words.id, word(words.audience), word(words.kind),
        words.delegation ? Number{words.delegation->number()} : Number{}, words.category,
        words.status ? std::string(word(*words.status)) : std::string{},
        words.subject.canonical_json(), words.body.canonical_json(),
        words.by ? Number{words.by.number()} : Number{}, words.at);
}

std::vector<KeptCircular> circulars_at(store::Session& session, std::int64_t forum)
{
    std::vector<KeptCircular> all;
    for (const auto& [id, audience, kind, delegation, category, status, subject, body, by, at, name,
                      letters] :
         session.select<std::int64_t, std::string, std::string, Number, std::string, std::string,
                        std::string, std::string, Number, std::int64_t, std::optional<std::string>,
                        std::int64_t>(select_circular(), forum))
        all.push_back(
            {Circular::kept(
                 {forum, Id<Circular>{id}, audience_named(audience).value_or(Audience::invited),
                  circular_kind_named(kind).value_or(Circular::notice),
                  delegation ? std::optional(Id<forum::Delegation>{*delegation}) : std::nullopt,
                  category, status_named(status), Text::read(subject).value_or(Text{}),
                  Text::read(body).value_or(Text{}), Id<web::Login>{by.value_or(0)}, Instant{at}}),
             name.value_or(""), letters});
    return all;
}

Result<KeptCircular> circular_numbered(store::Session& session, std::int64_t forum,
                                       const std::string& number)
{
    for (auto& one : circulars_at(session, forum))
        if (one.circular.id().word() == number)
            return std::move(one);
    return missing("no-such-circular", "There is no such letter to many at this forum.");
}

void keep_letter(store::Session& session, const Circular& circular, const std::string& recipient,
                 Id<mail::Letter> letter)
{
    session.run("INSERT INTO circular_letter (forum, circular, recipient, letter) VALUES (:forum, "
                ":circular, :recipient, :letter)",
                circular.words().forum, circular.id(), recipient, letter);
}

std::unordered_map<std::string, SentTo> letters_of(store::Session& session,
                                                   const Circular& circular)
{
    std::unordered_map<std::string, SentTo> all;
    for (auto& [recipient, letter, what] : session.select<std::string, std::int64_t, std::string>(
             "SELECT s.recipient, s.letter, (SELECT a.what FROM letter_act a WHERE a.letter = "
             "s.letter ORDER BY a.number DESC LIMIT 1) FROM circular_letter s WHERE s.forum = "
             ":forum AND s.circular = :circular",
             circular.words().forum, circular.id()))
        all.emplace(std::move(recipient), SentTo{Id<mail::Letter>{letter}, std::move(what)});
    return all;
}

// Reminders to somebody who is registered.
void drop_reminders(store::Session& session, std::int64_t forum, Id<Registration> registration,
                    Instant now)
{
    for (const auto& [letter] : session.select<std::int64_t>(
             "SELECT s.letter FROM circular_letter s JOIN circular c ON c.forum = s.forum AND c.id "
             "= s.circular WHERE s.forum = :forum AND s.recipient = :recipient AND c.kind = "
             "'reminder'",
             forum, "registration-" + registration.word()))
        static_cast<void>(mail::drop(session, Id<mail::Letter>{letter}, "", now));
}

// One that is just being sent cannot be called back.
void drop_reminders(store::Session& session, std::int64_t forum, Id<Invitation> invitation,
                    Instant now)
{
    for (const auto& [letter] : session.select<std::int64_t>(
             "SELECT l.letter FROM invitation_link l WHERE l.forum = :forum AND l.invitation = "
             ":invitation AND l.reminds = 1 AND l.letter IS NOT NULL UNION SELECT s.letter FROM "
             "circular_letter s JOIN circular c ON c.forum = s.forum AND c.id = s.circular WHERE "
             "s.forum = :forum AND s.recipient = :recipient AND c.kind = 'reminder'",
             forum, invitation, "invitation-" + invitation.word()))
        static_cast<void>(mail::drop(session, Id<mail::Letter>{letter}, "", now));
}

void drop_waiting(store::Session& session, std::int64_t forum, Id<Invitation> invitation, bool all,
                  Instant now)
{
    for (const auto& [letter] : session.select<std::int64_t>(
             "SELECT l.letter FROM invitation_link l WHERE l.forum = :forum AND l.invitation = "
             ":invitation AND l.letter IS NOT NULL UNION SELECT s.letter FROM circular_letter s "
             "JOIN circular c ON c.forum = s.forum AND c.id = s.circular WHERE s.forum = :forum "
             "AND s.recipient = :recipient AND (c.kind = 'reminder' OR :all = 1)",
             forum, invitation, "invitation-" + invitation.word(), all))
        static_cast<void>(mail::drop(session, Id<mail::Letter>{letter}, "", now));
}

}  // namespace sala::registration
