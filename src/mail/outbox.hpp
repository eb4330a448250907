// SPDX-License-Identifier: Apache-2.0
//
// The letters that wait, and what became of those that left.
//
// Whatever happens to a letter is a row (prepared, approved, sending, sent, failed, given-up,
// dropped); its state is the last of them. No letter leaves before a person has approved it, but
// for those that somebody asked for themselves about their own way in (Desk::tell_at_once,
// web/sign_in_wish.hpp).

#pragma once

#include "base/id.hpp"
#include "base/instant.hpp"
#include "mail/letter.hpp"
#include "store/session.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sala::mail {

enum class LetterState { prepared, approved, sending, sent, failed, given_up, dropped };

// "prepared" ... "given-up", as stored and as shown to programs.
std::string_view word(LetterState state);

struct Kept {
    Id<Letter> id;
    Letter letter;
    Instant created_at;
    LetterState state = LetterState::prepared;
    Instant since;              // of the state
    std::string detail;         // who approved or dropped it, or what the mail server said
    std::int64_t failures = 0;  // since it was last approved

    bool operator==(const Kept&) const = default;
};

// Puts a letter into the outbox. Throws Fault when can_be_sent() says no: ask it first.
Id<Letter> prepare(store::Session& session, const Letter& letter, Instant now,
                   Numbering& numbering);

// Newest first; of one forum, or of all when none is named. For what looks at the newest alone: a
// list that people work through has pages (letter_pages.hpp), or what waits would vanish behind
// what left.
std::vector<Kept> list(store::Session& session, std::optional<std::int64_t> forum = {},
                       int at_most = 200);
std::optional<Kept> find(store::Session& session, Id<Letter> id);

// These, newest first. One statement.
std::vector<Kept> letters_numbered(store::Session& session, const std::vector<Id<Letter>>& ids);

// A person has read it and it may leave; also used to try again what failed or was given up.
// `by` is shown beside it. Refuses: no-such-letter, letter-already-left, letter-dropped.
Allowed approve(store::Session& session, Id<Letter> id, std::string_view by, Instant now);
// It shall not leave. Refuses the same.
Allowed drop(store::Session& session, Id<Letter> id, std::string_view by, Instant now);

// For the postman: what should leave now, oldest first.
std::vector<Kept> due(store::Session& session, Instant now, std::size_t at_most = 50);
// When the next of them is due after `now`; nothing when none waits.
std::optional<Instant> next_due(store::Session& session, Instant now);
// Takes it for sending; false when it is no longer due, because somebody else has it.
bool take(store::Session& session, Id<Letter> id, Instant now);
// What {secret} becomes in the letter that leaves; empty when there is none, or no longer.
std::string secret_of(store::Session& session, Id<Letter> id);
void note_sent(store::Session& session, Id<Letter> id, std::string_view answer, Instant now);
// Notes the failure, and that we give up when it is final or the last attempt.
void note_failed(store::Session& session, Id<Letter> id, std::string_view answer, bool final,
                 Instant now);

// How long after the n-th failure (from 1) the next attempt is made; nothing: given up.
std::optional<std::chrono::milliseconds> pause_after(std::int64_t failures);

}  // namespace sala::mail
