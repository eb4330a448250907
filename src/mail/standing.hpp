// SPDX-License-Identifier: Apache-2.0
//
// What a forum knows of an address it writes to: that letters came back from it, and that whoever
// reads there wants no more reminders and news. Both are said about a letter, so that an address is
// written down once, in the letter, and is forgotten with it.

#pragma once

#include "mail/outbox.hpp"

#include <map>
#include <optional>
#include <string>

namespace sala::web {
struct Login;
}

namespace sala::mail {

// Puts a letter into the outbox under a number that the letter itself knows, as in its link.
// `unsubscribe`: where its reader says that they want no more of the kind, absolute; empty for what
// cannot be unsubscribed, such as an invitation.
void prepare(store::Session& session, const Letter& letter, Instant now, Id<Letter> id,
             std::string_view unsubscribe);
std::string unsubscribe_of(store::Session& session, Id<Letter> id);
// Its words and its recipient are forgotten, and it does not leave any more; what became of it
// stays.
void forget_words(store::Session& session, Id<Letter> id, Instant now);

// A letter that came back.
struct Return {
    Id<Letter> letter;
    std::string reason;
    Id<web::Login> by;  // empty: the other mail server said so while we handed it over
    Instant at;
};
void note_return(store::Session& session, const Return& came_back);
void forget_reasons(store::Session& session, Id<Letter> letter);

struct Standing {
    bool wants_none = false;          // of what can be unsubscribed
    std::optional<Return> came_back;  // the newest
};

// By address, in small letters; those alone of which something is known. Two statements.
using Standings = std::map<std::string, Standing, std::less<>>;
Standings standings_at(store::Session& session, std::int64_t forum);
Standing standing_of(const Standings& standings, std::string_view address);

// Whoever reads there wants no more. What waits for them and can be unsubscribed is dropped. Saying
// it twice changes nothing.
void unsubscribe(store::Session& session, const Kept& letter, Instant now);

}  // namespace sala::mail
