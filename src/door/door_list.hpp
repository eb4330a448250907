// SPDX-License-Identifier: Apache-2.0
//
// What a door knows: everybody it may meet, as it can be looked up without network. Badges stand in
// it by a hash, so that a lost telephone cannot be made into badges.

#pragma once

#include "door/badge_faces.hpp"

#include "base/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sala::door {

// Those of the categories that the visitor's role reaches, with their badges, photos and when they
// were seen first; and the vehicles. As many statements for ten thousand as for ten.
Json door_list(const web::Desk& desk, const forum::Forum& forum);
// A telephone goes from hand to hand while scans wait on it: what its list says of whoever took it
// along, signed, and goes with each scan. Empty as long as the forum has signed nothing.
std::string stands_there(const std::string& key, Id<web::Login> login);
// Whom that names; whoever sends it when it is empty or nothing that this forum signed.
Id<web::Login> who_stood_there(const web::Desk& desk, const std::string& key,
                               const std::string& words);
// Whether the visitor's role reaches this person's category.
bool reaches(const web::Desk& desk, const std::vector<forum::Part>& categories,
             const registration::Registered& one);
// Their keys; nothing when it reaches everybody.
std::optional<std::vector<std::string>>
categories_reached(const web::Desk& desk, const std::vector<forum::Part>& categories);
// The zones that any category opens, each once.
std::vector<std::string> zones_of(const Designs& designs);

}  // namespace sala::door
