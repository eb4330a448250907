// SPDX-License-Identifier: Apache-2.0
//
// What belongs to an ask for a meeting: whom it names, and whether it stands already.

#pragma once

#include "bilateral/meeting_store.hpp"
#include "bilateral/rules.hpp"
#include "web/form.hpp"

namespace sala::bilateral {

// The guests of the form in the order in which they were named. Refuses no-such-delegation,
// asked-twice and what the rules of the forum forbid, between guests as well.
Result<std::vector<std::int64_t>> guests_in(const Party& party, const Rules& rules,
                                            const web::Form& form);

// The same ask of this host to the same guests that is open still; nothing when there is none.
// `all` are the meetings of the host. Refuses asked-by-them and already-agreed, for several
// same-several.
Result<std::optional<Id<Meeting>>> asked_already(const std::vector<Meeting>& all, std::int64_t host,
                                                 const std::vector<std::int64_t>& guests,
                                                 Instant now);

}  // namespace sala::bilateral
