// SPDX-License-Identifier: Apache-2.0
//
// Whom the programme names comes into the list when the sitting is opened, or earlier when the
// chair wants it. Until then everybody sees the list as it would be opened now.

#pragma once

#include "floor/hall.hpp"

namespace sala::floor {

// Nobody but delegations has entered anybody yet: the programme still has to come into the list.
bool is_untouched(const Hall& hall);

// Puts everybody whom the programme names into the list, in the order of the rules, takes those off
// whom it does not name any more, and gives those who wait the minutes that it changed; what the
// chair has placed by hand stays where it is.
Allowed fill_list(web::Desk& desk, Hall& hall);

// The list as opening would make it now, by the same steps. Whoever only it has in the list has an
// entry below zero, and nothing can be done with it. Any other floor stays what it is. Those who
// see the release see nothing of the programme that is not in it.
Hall as_it_would_open(Hall hall);
inline bool is_expected(const Entry& entry) { return entry.id < 0; }

// Hall::wishes.
std::vector<Step> wishes_of(store::Session& session, const Hall& hall);

}  // namespace sala::floor
