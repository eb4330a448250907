// SPDX-License-Identifier: Apache-2.0
//
// What a delegation hands in for a sitting, read from its form, and the file that comes with it.

#pragma once

#include "floor/hall.hpp"
#include "floor/speech_file.hpp"

namespace sala::floor {

// Whether the delegation's inscription is still the one whose number the form carries; without one
// it says that there was none. Refuses changed-meanwhile.
Allowed is_newest(const std::vector<Inscription>& texts, const DelegationName& own,
                  const web::Form& form);

// Who speaks, and for which group. Refuses no-such-speaker, group-missing.
Allowed say_who_speaks(web::Desk& desk, const Hall& hall, Inscription& one, const web::Form& form);

// `texts`: all that was handed in for the sitting before. Who is among them keeps their number; the
// wish for another sitting and who speaks are left open.
Inscription handed_in(web::Desk& desk, const Hall& hall, const DelegationName& own,
                      const std::vector<Inscription>& texts, const web::Form& form);

// The sitting on the same topics that a key names; 0 for this one and for no key.
// Refuses no-such-sitting.
Result<std::int64_t> preferred_sitting(store::Session& session, const Hall& hall,
                                       const std::string& key);

// What the delegation handed in counts no more, and its file goes; nothing when it is not
// inscribed.
void withdraw_inscription(web::Desk& desk, const Hall& hall, std::int64_t delegation);

// A new file takes the place of the one before; nobody needs that of a speech that was withdrawn.
// The verb prepares sent_file(). Refuses what that refuses.
Allowed keep_file_of(web::Desk& desk, const Hall& hall, const Inscription& one,
                     const web::Form& form);

}  // namespace sala::floor
