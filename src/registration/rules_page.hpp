// SPDX-License-Identifier: Apache-2.0
//
// Everything a forum has decided about registering, as its pages show it.

#pragma once

#include "registration/rules.view.hpp"

namespace sala::registration {

RulesPage rules_page_of(store::Session& session, std::int64_t forum);

}  // namespace sala::registration
