// SPDX-License-Identifier: Apache-2.0
//
// What verbs on the terms of a meeting do alike: finding the meeting, which has to be agreed, and
// its terms as one side sees them.

#pragma once

#include "bilateral/terms.view.hpp"

namespace sala::bilateral {

// The terms of {meeting}. Refuses not-agreed while the two have not agreed to meet.
Result<TermsPage> terms_at(web::Desk& desk, const Party& party);

// The names of all who take part as they enter the hash: forum, then the keys.
std::string parties_of(const Party& party, const Meeting& meeting);

}  // namespace sala::bilateral
