// SPDX-License-Identifier: Apache-2.0
//
// The words of an invitation: from the forum's template to the sheet of paper and the e-mail.

#pragma once

#include "registration/invitation_store.hpp"
#include "registration/letter_page.hpp"

namespace sala::registration {

// What stands in the letter's places for one delegation.
struct LetterFacts {
    forum::Forum forum;
    Text delegation;
    std::string recipient;
    std::string answer_by;  // a day, or empty
};

LetterWords letter_words(const Rules& rules, const LetterFacts& facts, const Language& language);

// One page a language, the recipient's first.
document::Paper invitation_paper(const Rules& rules, const LetterFacts& facts,
                                 const Language& first, Instant at);

// With {secret} where the personal link stands. `reminds`: it went out before, without an answer.
mail::Letter invitation_mail(const web::Desk& desk, const Rules& rules, const LetterFacts& facts,
                             const Invitation& invitation, const std::string& token, bool reminds);
// The link with which whoever reads this letter says that they want no more reminders and news of
// the forum, and the words with which it stands at the end of a letter.
std::string unsubscribe_link(web::Desk& desk, const forum::Forum& forum, Id<mail::Letter> letter);
std::string unsubscribe_words(const forum::Forum& forum, const std::string& link,
                              const Language& language);
// Puts it into the outbox, with a fresh link that goes with it.
void write_to_invited(web::Desk& desk, const Rules& rules, const LetterFacts& facts,
                      const Invitation& invitation, bool reminds);

}  // namespace sala::registration
