// SPDX-License-Identifier: Apache-2.0
//
// For whom acts were done and about whom, as people are called: delegations, persons, logins.

#pragma once

#include "web/act_list.hpp"

namespace sala::web {

// Says who did each at `place` ("/lyon-2030"; empty: the server), for whom and about whom, as the
// reader or the place calls them. One statement for each kind of them; whoever was erased is no
// more than "a registration" or "a login". Of whoever has a login a forum learns the number of the
// role that it gave, and nothing else.
void name_whom(store::Session& session, const std::string& place, const Language& language,
               std::vector<ShownAct>& acts);

// "delegation/12" of those whose name, in whatever language, holds these words.
std::vector<std::string> delegations_said(store::Session& session, const std::string& words);

}  // namespace sala::web
