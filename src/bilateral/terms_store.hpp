// SPDX-License-Identifier: Apache-2.0
//
// Terms in the store: revisions, what a side has seen, confirmations, and what would be signed.

#pragma once

#include "bilateral/meeting_store.hpp"
#include "bilateral/terms_json.hpp"

namespace sala::bilateral {

// As they are between all who take part in a meeting of this party. Two statements.
Terms terms_of(store::Session& session, const Meeting& meeting, const Party& party);
// Throws store::Duplicate when the other side was faster.
void insert_revision(store::Session& session, const Meeting& meeting, const Revision& revision);
void insert_confirmation(store::Session& session, const Meeting& meeting,
                         const Confirmation& confirmation);

// The newest revision that a side said it has seen; 0: none.
int seen_by(store::Session& session, const Meeting& meeting, Side side);
void note_seen(store::Session& session, const Meeting& meeting, Side side, int number,
               Id<web::Login> by, Instant at);

enum class AgreementKind { nothing_signed, letter_of_intent, mou, project, sister_city };
inline constexpr std::array all_agreement_kinds{AgreementKind::nothing_signed,
                                                AgreementKind::letter_of_intent, AgreementKind::mou,
                                                AgreementKind::project, AgreementKind::sister_city};
std::string_view word(AgreementKind kind);
std::optional<AgreementKind> agreement_kind_named(std::string_view word);
// What they would sign, and which side said so last.
struct AgreementChoice {
    AgreementKind kind = AgreementKind::nothing_signed;
    std::optional<Side> by;  // nothing: nobody has said anything
    Instant at;
};
AgreementChoice agreement_of(store::Session& session, const Meeting& meeting);
void note_agreement(web::Desk& desk, const Meeting& meeting, Side side, AgreementKind kind);

// What came of a meeting, as each side says it. `words` and `next_step` are for the two sides
// alone.
struct Outcome {
    Side side = Side::host;
    bool took_place = true;
    std::string words;
    std::string next_step;
    Instant at;

    bool operator==(const Outcome&) const = default;
};
// Newest first. With nothing in `words` and `next_step` for whoever acts in the place of `party`,
// or came after those to whom it was said.
std::vector<Outcome> outcomes_of(store::Session& session, const Meeting& meeting,
                                 const Party& party);
// What a side itself noted, whole: the newest, and how often it did.
struct Noted {
    std::optional<Outcome> newest;
    int turn = 0;
};
Noted noted_by(store::Session& session, const Meeting& meeting, Side side);
void insert_outcome(web::Desk& desk, const Meeting& meeting, const Outcome& outcome);

// The newest revision of the terms of a meeting that all who took part in it confirmed together: w
// are its words. As Terms::is_frozen.
inline constexpr std::string_view all_confirmed =
    "EXISTS (SELECT 1 FROM head_confirmation z WHERE z.forum = w.forum AND z.meeting = w.meeting "
    "AND z.number = w.number GROUP BY z.hash HAVING COUNT(*) >= 2 AND COUNT(*) >= MAX(z.parties))";
// FROM: two delegations a and b of the forum :forum whose cities confirmed the same terms at a
// forum f, in both orders; c is when a did.
inline constexpr std::string_view confirmed_together =
    "head_confirmation c JOIN head_confirmation x ON x.forum = c.forum AND x.meeting = c.meeting "
    "AND x.number = c.number AND x.hash = c.hash AND x.side <> c.side AND c.parties <= (SELECT "
    "COUNT(*) FROM head_confirmation y WHERE y.forum = c.forum AND y.meeting = c.meeting AND "
    "y.number = c.number AND y.hash = c.hash) JOIN meeting m ON m.forum = c.forum AND m.id = "
    "c.meeting JOIN meeting_party g ON g.forum = c.forum AND g.meeting = c.meeting AND g.side = "
    "c.side JOIN meeting_party h ON h.forum = c.forum AND h.meeting = c.meeting AND h.side = "
    "x.side "
    "JOIN delegation k ON k.forum = m.forum AND k.id = g.delegation JOIN delegation l ON l.forum = "
    "m.forum AND l.id = h.delegation JOIN delegation a ON a.forum = :forum AND a.city = k.city "
    "JOIN "
    "delegation b ON b.forum = :forum AND b.city = l.city JOIN terms_words w ON w.forum = c.forum "
    "AND w.meeting = c.meeting AND w.number = c.number JOIN forum f ON f.id = m.forum";

// What both confirmed at earlier forums, their cities being the same: for a brief.
struct PastTerms {
    Text forum;
    std::size_t items = 0;
    Instant at;
};
std::vector<PastTerms> past_terms(store::Session& session, std::int64_t forum, std::int64_t one,
                                  std::int64_t other);

}  // namespace sala::bilateral
