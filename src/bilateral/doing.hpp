// SPDX-License-Identifier: Apache-2.0
//
// What verbs that change a meeting do alike: who does it on whose behalf, and keeping the act.

#pragma once

#include "bilateral/meeting_store.hpp"
#include "bilateral/rules.hpp"
#include "forum/letter_in_own_language.hpp"

namespace sala::bilateral {

// As the visitor of this side would do it. Reads the side's own “no” only when it acts itself.
Doing doing_of(web::Desk& desk, const Party& party, const Meeting& meeting, Side side, Step step,
               const Rules& rules);

// Records the act unless it was done already, tells the other side by a letter that waits, and
// answers the meeting as it is then.
Result<Meeting> take(web::Desk& desk, const Party& party, const Meeting& meeting,
                     const Doing& doing);

// The meeting shows otherwise: on the pages of those who take part in it, whom it concerns alone,
// and on those of the secretariat.
void look_again(web::Desk& desk, const Party& party, const Meeting& meeting);

// Refuses no-such-pair when nobody interprets it; an empty pair is none.
Allowed can_be_interpreted(store::Session& session, std::int64_t forum, const std::string& pair);
std::vector<std::string> pairs_at(store::Session& session, std::int64_t forum);

// Whoever speaks for a delegation and can be written to. One statement.
std::vector<forum::KeptGrant> speakers_at(store::Session& session, std::int64_t forum);
// To those of them who speak for this delegation: a letter each that waits in the outbox, in the
// language of who reads it.
void tell(web::Desk& desk, const forum::Forum& forum, const std::vector<forum::KeptGrant>& speakers,
          std::int64_t delegation, const forum::News& news);
// The same for one delegation alone.
void tell(web::Desk& desk, const forum::Forum& forum, std::int64_t delegation,
          const forum::News& news);

}  // namespace sala::bilateral
