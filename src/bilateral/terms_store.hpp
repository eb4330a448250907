// SPDX-License-Identifier: Apache-2.0
//
// Terms in the store: revisions, what a side has seen, confirmations, and what would be signed.

#pragma once

#include "bilateral/meeting_store.hpp"
#include "bilateral/terms.hpp"

namespace sala::bilateral {

// Two statements.
Terms terms_of(store::Session& session, const Meeting& meeting);
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
AgreementKind agreement_of(store::Session& session, const Meeting& meeting);
void note_agreement(web::Desk& desk, const Meeting& meeting, Side side, AgreementKind kind);

// What came of a meeting, as each side says it. `words` and `next_step` are for the two sides
// alone.
struct Outcome {
    Side side = Side::host;
    bool took_place = true;
    std::string words;
    std::string next_step;
    Instant at;
};
// Newest first. With nothing in `words` and `next_step` unless `in_confidence`.
std::vector<Outcome> outcomes_of(store::Session& session, const Meeting& meeting,
                                 bool in_confidence);
void insert_outcome(web::Desk& desk, const Meeting& meeting, const Outcome& outcome);

// What both confirmed at other forums, their cities being the same: for a brief.
struct PastTerms {
    Text forum;
    std::size_t items = 0;
    Instant at;
};
std::vector<PastTerms> past_terms(store::Session& session, const Meeting& meeting);

}  // namespace sala::bilateral
