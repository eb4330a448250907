// SPDX-License-Identifier: Apache-2.0
//
// Forums in the store, within what the caller may see.

#pragma once

#include "forum/forum.hpp"
#include "web/verb.hpp"

#include <vector>

namespace sala::forum {

// The forum of the address. Before its first release it is there for the secretariat, and on pages
// that ask for a role for whoever holds it; for everybody else it is missing. Sets the desk's zone.
Result<Forum> load(web::Desk& desk, web::Of<Forum>);

std::optional<Forum> find_forum(store::Session& session, const std::string& slug);

// Newest first. `drafts`: also those that have no release yet.
std::vector<Forum> all_forums(store::Session& session, bool drafts);

// Those the visitor may see: the public ones, and drafts they prepare.
std::vector<Forum> forums_for(const web::Desk& desk);

// The eaves of a forum's page; `current` is a word of the menu, such as "programme".
web::Frame forum_frame(const web::Desk& desk, const Forum& forum, std::string_view current);

// The same where the secretariat works: filled eaves and the desk's own menu.
web::Frame desk_frame(const web::Desk& desk, const Forum& forum, std::string_view current);

}  // namespace sala::forum
