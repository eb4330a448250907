// SPDX-License-Identifier: Apache-2.0
//
// What verbs on the terms of a meeting do alike: finding the meeting, which has to be agreed, and
// its terms as one side sees them.

#pragma once

#include "bilateral/terms.view.hpp"

namespace sala::bilateral {

// The terms of {meeting}, to read. What all heads confirmed is read by whoever confirmed it, also
// when the meeting was called off since. Refuses not-agreed while the two have not agreed to meet.
Result<TermsPage> terms_at(web::Desk& desk, const Party& party);
// The same, to write. Refuses not-agreed once the meeting was called off, too.
Result<TermsPage> terms_to_write_at(web::Desk& desk, const Party& party);

// All others are told, by letters that wait, what {name}, this side, did; `where`: the page of the
// meeting that shows it, such as "/terms".
void tell_other_sides(web::Desk& desk, const Party& party, const TermsPage& page,
                      const Sentence& what, const std::string& where);

// This party has left a meeting of several: whose head confirmed the terms with it is told that
// they are confirmed anew without it.
void tell_who_confirms_anew(web::Desk& desk, const Party& party, const Meeting& meeting);

}  // namespace sala::bilateral
