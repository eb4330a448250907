// SPDX-License-Identifier: Apache-2.0
//
// For whom acts were done and about whom, as people are called: delegations, persons, logins.

#pragma once

#include "web/act_list.hpp"

namespace sala::web {

// Says for whom each was done, and about whom, as the reader calls them. One statement for each
// kind of them; whoever was erased is no more than "a registration" or "a login".
void name_whom(store::Session& session, const Language& language, std::vector<ShownAct>& acts);

// "delegation/12" of those whose name, in whatever language, holds these words.
std::vector<std::string> delegations_said(store::Session& session, const std::string& words);

}  // namespace sala::web
