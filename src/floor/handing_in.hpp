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

// A day and a time in the middle of a sentence, as one piece: no line ends within it.
std::string moment_together(const web::Reader& reader, Instant at);

// Whether delegations inscribe now: within the hours of the rules, and the sitting is not
// cancelled. Refuses sitting-cancelled, not-yet, too-late.
Allowed is_in_hours(const web::Desk& desk, const Hall& hall);
// The same for whoever asks: hours are not kept by the secretariat.
Allowed takes_inscriptions(const web::Desk& desk, const Hall& hall);
// Whether a delegation asks for this now: before the sitting begins a statement is an inscription.
Allowed may_ask(const web::Desk& desk, const Hall& hall, Kind kind);
// Whether the form of the inscription is of any use: when the sitting is closed, only what was
// handed in before may still be changed. Refuses is-closed, too.
Allowed may_hand_in(const web::Desk& desk, const Hall& hall, bool is_inscribed);

// Who speaks, and for which group. Refuses no-such-speaker, group-missing.
Allowed say_who_speaks(web::Desk& desk, const Hall& hall, Inscription& one, const web::Form& form);

// `texts`: all that was handed in for the sitting before. Who is among them keeps their number; the
// wish for another sitting and who speaks are left open.
Inscription handed_in(web::Desk& desk, const Hall& hall, const DelegationName& own,
                      const std::vector<Inscription>& texts, const web::Form& form);

// The sitting on the same topics that a key names; 0 for this one and for no key. A wish brings the
// delegation into the list there, so the hours of that sitting count, unless it is `kept` from
// before. Refuses no-such-sitting, prefers-closed.
Result<std::int64_t> preferred_sitting(const web::Desk& desk, const Hall& hall,
                                       const std::string& key, std::int64_t kept);

// What the delegation handed in counts no more, and its file goes; nothing when it is not
// inscribed.
void withdraw_inscription(web::Desk& desk, const Hall& hall, std::int64_t delegation);

// A new file takes the place of the one before; nobody needs that of a speech that was withdrawn.
// The verb prepares sent_file(). Refuses what that refuses.
Allowed keep_file_of(web::Desk& desk, const Hall& hall, const Inscription& one,
                     const web::Form& form);

}  // namespace sala::floor
