// SPDX-License-Identifier: Apache-2.0
//
// The name of somebody who is erased, in what others wrote: letters about decisions, who shares a
// room, who comes along to a meeting. The words stay, with "[…]" where the name was.

#pragma once

#include "registration/registration.hpp"
#include "store/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sala::registration {

// `words` without the names: whole words, whatever the case of Latin letters. A name of one word
// may be a word of the language as well; it is taken out where nothing else can be meant: where it
// is all that stands there, and at the beginning of a line of a list, before a colon.
std::string without_names(const std::string& words, const std::vector<std::string>& names);

// What this registration was ever called, in every script, and how letters write it.
std::vector<std::string> names_of(store::Session& session, std::int64_t forum, Id<Registration> id);

// Wherever words are kept at this forum, or at every forum. What was published and what both heads
// of a meeting confirmed is no single person's, and stays.
void forget_names(store::Session& session, std::optional<std::int64_t> forum,
                  const std::vector<std::string>& names);

}  // namespace sala::registration
