// SPDX-License-Identifier: Apache-2.0
//
// The roles people hold at a forum, and the permissions that verbs ask for.
//
// A role may be for one delegation, one body or one category of participants only. A permission
// says which of these limits its verbs heed; to all others a limited role is no role.

#pragma once

#include "base/sentence.hpp"
#include "web/permission.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sala::forum {

struct Role {
    std::string word;  // as stored: "focal-point"
    Sentence name;
    Sentence may;                      // what whoever holds it may do
    std::vector<std::string> needs;    // limits without which it cannot be given
    std::vector<std::string> accepts;  // limits with which it can be given
};

// In the order in which pages list them.
const std::vector<Role>& all_roles();
const Role* role_named(std::string_view word);

// The secretariat may do what everybody at its forum may, and says for whom (Desk::acts_for).
inline const web::Permission chairs{"chair", {"chair", "secretariat"}, {"body"}};
inline const web::Permission focal_points{
    "focal-point", {"focal-point", "secretariat"}, {"delegation"}};
inline const web::Permission delegates{
    "delegate", {"delegate", "focal-point", "secretariat"}, {"delegation"}};
inline const web::Permission interpreters{"interpreter", {"interpreter", "secretariat"}, {"body"}};
inline const web::Permission doors{"door", {"door", "secretariat"}, {"category"}};
inline const web::Permission press{"press", {"press", "secretariat"}, {"body"}};
inline const web::Permission observers{"observer", {"observer", "secretariat"}, {"body"}};
// Those of the secretariat who decide about one category of participants only, too.
inline const web::Permission category_managers{"category-manager", {"secretariat"}, {"category"}};
// Whoever holds any role at the forum.
inline const web::Permission members{
    "member",
    {"secretariat", "chair", "focal-point", "delegate", "interpreter", "door", "press", "observer"},
    {"delegation", "body", "category"}};

}  // namespace sala::forum
