// SPDX-License-Identifier: Apache-2.0
//
// The description of every address for programs: OpenAPI 3.1, made from the verbs' declarations.

#pragma once

#include "base/json.hpp"
#include "web/verb.hpp"

namespace sala::app {

Json describe_api(const std::vector<web::NamedVerb>& verbs, const std::string& version,
                  const std::string& public_url);

}  // namespace sala::app
