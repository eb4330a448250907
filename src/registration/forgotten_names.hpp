// SPDX-License-Identifier: Apache-2.0
//
// The name of somebody who is erased, in what others wrote: letters about decisions, who shares a
// room, who comes along to a meeting. The words stay, without the name.

#pragma once

#include "registration/registration.hpp"
#include "store/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sala::registration {

// What this registration was ever called, in every script, and how letters write it; and reasons
// that were told about it, where they say the name in a way that nobody can cut out of them.
std::vector<std::string> names_of(store::Session& session, std::int64_t forum, Id<Registration> id);

// Wherever words are kept at this forum, or at every forum. What was published and what heads of
// delegations confirmed of a meeting is no single person's, and stays.
void forget_names(store::Session& session, std::optional<std::int64_t> forum,
                  const std::vector<std::string>& names);

// The files of speeches for which this registration is named as the speaker, or was since they were
// handed in: nobody can cut a name out of a file.
void forget_speeches(store::Session& session, std::int64_t forum, Id<Registration> id);

}  // namespace sala::registration
