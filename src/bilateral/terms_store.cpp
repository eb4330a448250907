// SPDX-License-Identifier: Apache-2.0

#include "bilateral/terms_store.hpp"

#include "forum/earlier_forums.hpp"

#include <algorithm>

namespace sala::bilateral {

namespace {

constexpr std::array<std::string_view, 5> kind_words{"nothing-signed", "letter-of-intent", "mou",
                                                     "project", "sister-city"};

}  // namespace

// The names of all who take part as they enter the hash: forum, then the keys.
static std::string parties_of(const Party& party, const Meeting& meeting)
{
    std::string words = party.forum.slug;
    for (const auto delegation : meeting.delegations()) {
        const auto* known = find(party.all, delegation);
        words += "\n" + (known ? known->key : std::to_string(delegation));
    }
    return words;
}

Terms terms_of(store::Session& session, const Meeting& meeting, const Party& party)
{
    using Number = std::int64_t;
    std::vector<Revision> revisions;
    for (
        const auto& [number, side, on_behalf, by, at, items] :
        session.select<Number, std::string, Number, std::optional<Number>, Number,
                       std::optional<std::string>>(
            "SELECT r.number, r.side, r.on_behalf, r.by_login, r.at, w.items FROM terms_revision r "
            "LEFT JOIN terms_words w ON w.forum = r.forum AND w.meeting = r.meeting AND w.number = "
            "r.number WHERE r.forum = :forum AND r.meeting = :meeting ORDER BY r.number",
            meeting.forum(), meeting.id()))
        revisions.push_back({static_cast<int>(number), *side_named(side), on_behalf != 0,
                             read_items(items.value_or("")), Id<web::Login>{by.value_or(0)},
                             Instant{at}});
    std::vector<Confirmation> confirmations;
    for (const auto& [number, side, hash, parties, head, on_behalf, by, at, post] :
         session.select<Number, std::string, std::string, Number, std::string, Number,
                        std::optional<Number>, Number, std::string>(
             "SELECT number, side, hash, parties, head, on_behalf, by_login, at, post FROM "
             "head_confirmation WHERE forum = :forum AND meeting = :meeting ORDER BY number, at, "
             "side",
             meeting.forum(), meeting.id()))
        confirmations.push_back({static_cast<int>(number), *side_named(side), hash,
                                 static_cast<int>(parties), head, on_behalf != 0,
                                 Id<web::Login>{by.value_or(0)}, Instant{at},
                                 Text::read(post).value_or(Text{})});
    return {std::move(revisions), std::move(confirmations), meeting.taking_part(),
            parties_of(party, meeting)};
}

void insert_revision(store::Session& session, const Meeting& meeting, const Revision& revision)
{
    session.run(
        "INSERT INTO terms_revision (forum, meeting, number, side, on_behalf, by_login, at) "
        "VALUES (:forum, :meeting, :number, :side, :on_behalf, :by, :at)",
        meeting.forum(), meeting.id(), revision.number, word(revision.side), revision.on_behalf,
        revision.by, revision.at);
    session.run("INSERT INTO terms_words (forum, meeting, number, items) VALUES (:forum, :meeting, "
                ":number, :items)",
                meeting.forum(), meeting.id(), revision.number, items_json(revision.items).write());
}

void insert_confirmation(store::Session& session, const Meeting& meeting,
                         const Confirmation& confirmation)
{
    session.run("INSERT INTO head_confirmation (forum, meeting, number, side, hash, parties, head, "
                "on_behalf, by_login, at, post) VALUES (:forum, :meeting, :number, :side, :hash, "
                ":parties, :head, :on_behalf, :by, :at, :post)",
                meeting.forum(), meeting.id(), confirmation.number, word(confirmation.side),
                confirmation.hash, confirmation.parties, confirmation.head, confirmation.on_behalf,
                confirmation.by, confirmation.at, confirmation.post.canonical_json());
}

int seen_by(store::Session& session, const Meeting& meeting, Side side)
{
    const auto seen = session.find<std::optional<std::int64_t>>(
        "SELECT MAX(number) FROM terms_seen WHERE forum = :forum AND meeting = :meeting AND side = "
        ":side",
        meeting.forum(), meeting.id(), word(side));
    return static_cast<int>(std::get<0>(*seen).value_or(0));
}

void note_seen(store::Session& session, const Meeting& meeting, Side side, int number,
               Id<web::Login> by, Instant at)
{
    session.run(
        "INSERT INTO terms_seen (forum, meeting, side, number, by_login, at) VALUES (:forum, "
        ":meeting, :side, :number, :by, :at) ON CONFLICT (forum, meeting, side, number) DO "
        "NOTHING",
        meeting.forum(), meeting.id(), word(side), number, by, at);
}

std::string_view word(AgreementKind kind) { return kind_words[static_cast<std::size_t>(kind)]; }

std::optional<AgreementKind> agreement_kind_named(std::string_view word)
{
    const auto found = std::find(kind_words.begin(), kind_words.end(), word);
    if (found == kind_words.end())
        return std::nullopt;
    return static_cast<AgreementKind>(found - kind_words.begin());
}

AgreementChoice agreement_of(store::Session& session, const Meeting& meeting)
{
    const auto said = session.find<std::string, std::string, std::int64_t>(
        "SELECT kind, side, at FROM agreement_kind WHERE forum = :forum AND meeting = :meeting "
        "ORDER BY id DESC LIMIT 1",
        meeting.forum(), meeting.id());
    if (!said)
        return {};
    const auto& [kind, side, at] = *said;
    return {*agreement_kind_named(kind), side_named(side), Instant{at}};
}

void note_agreement(web::Desk& desk, const Meeting& meeting, Side side, AgreementKind kind)
{
    desk.session().run("INSERT INTO agreement_kind (forum, id, meeting, kind, side, by_login, at) "
                       "VALUES (:forum, :id, :meeting, :kind, :side, :by, :at)",
                       meeting.forum(), desk.next_id<AgreementKind>(), meeting.id(), word(kind),
                       word(side), desk.visitor().login, desk.now());
}

std::vector<Outcome> outcomes_of(store::Session& session, const Meeting& meeting,
                                 const Party& party)
{
    using Number = std::int64_t;
    std::vector<Outcome> outcomes;
    for (const auto& [side, took_place, by, at, words, next] :
         session.select<std::string, Number, std::optional<Number>, Number,
                        std::optional<std::string>, std::optional<std::string>>(
             "SELECT o.side, o.took_place, o.by_login, o.at, r.words, r.next_step FROM "
             "meeting_outcome o LEFT JOIN meeting_record r ON r.forum = o.forum AND r.outcome = "
             "o.id WHERE o.forum = :forum AND o.meeting = :meeting ORDER BY o.id DESC",
             meeting.forum(), meeting.id())) {
        const bool in_confidence =
            !party.on_behalf && party.insiders.read(Id<web::Login>{by.value_or(0)}, Instant{at});
        outcomes.push_back({*side_named(side), took_place != 0,
                            in_confidence ? words.value_or("") : std::string{},
                            in_confidence ? next.value_or("") : std::string{}, Instant{at}});
    }
    return outcomes;
}

Noted noted_by(store::Session& session, const Meeting& meeting, Side side)
{
    Noted noted;
    for (const auto& [took_place, words, next] :
         session.select<std::int64_t, std::optional<std::string>, std::optional<std::string>>(
             "SELECT o.took_place, r.words, r.next_step FROM meeting_outcome o LEFT JOIN "
             "meeting_record r ON r.forum = o.forum AND r.outcome = o.id WHERE o.forum = :forum "
             "AND o.meeting = :meeting AND o.side = :side ORDER BY o.id",
             meeting.forum(), meeting.id(), word(side))) {
        noted.newest = {side, took_place != 0, words.value_or(""), next.value_or(""), {}};
        ++noted.turn;
    }
    return noted;
}

void insert_outcome(web::Desk& desk, const Meeting& meeting, const Outcome& outcome)
{
    const auto id = desk.next_id<Outcome>();
    desk.session().run(
        "INSERT INTO meeting_outcome (forum, id, meeting, side, took_place, by_login, "
        "at) VALUES (:forum, :id, :meeting, :side, :took_place, :by, :at)",
        meeting.forum(), id, meeting.id(), word(outcome.side), outcome.took_place,
        desk.visitor().login, desk.now());
    if (!outcome.words.empty() || !outcome.next_step.empty())
        desk.session().run("INSERT INTO meeting_record (forum, outcome, words, next_step) VALUES "
                           "(:forum, :outcome, :words, :next)",
                           meeting.forum(), id, outcome.words, outcome.next_step);
}

std::vector<PastTerms> past_terms(store::Session& session, std::int64_t forum, std::int64_t one,
                                  std::int64_t other)
{
    std::vector<PastTerms> all;
    for (const auto& [title, items, at] : session.select<std::string, std::string, std::int64_t>(
             "SELECT f.title, w.items, c.at FROM " + std::string(confirmed_together) +
                 " WHERE m.forum IN " + forum::earlier_forums(session, forum) +
                 " AND a.id = :one AND b.id = :other AND " + std::string(all_confirmed) +
                 " ORDER BY c.at DESC",
             forum, one, other))
        all.push_back({Text::read(title).value_or(Text{}), read_items(items).size(), Instant{at}});
    return all;
}

}  // namespace sala::bilateral
