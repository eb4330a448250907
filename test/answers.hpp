// SPDX-License-Identifier: Apache-2.0
//
// The description of the API says of every verb what it answers. Here each answer that a test sees
// is compared with it, so that no program is promised what does not come.

#pragma once

#include "web/http.hpp"
#include "web/verb.hpp"

#include <vector>

namespace sala {

// Throws a Fault that names the first place where a good answer is not as it is described. With
// SALA_ANSWERS (a folder; bin/test --accept) nothing is compared; what is seen is noted there, from
// which test/answers.mjs writes the description anew.
void compare_with_description(const std::vector<web::NamedVerb>& verbs, const web::Request& request,
                              const web::Reply& reply);

}  // namespace sala
