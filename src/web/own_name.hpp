// SPDX-License-Identifier: Apache-2.0
//
// What somebody is called: as whoever gave them their first role typed it, until they put it right.

#pragma once

#include "base/result.hpp"

#include <string>

namespace sala::web {

// What somebody may call themselves. Refuses what holds the name of the office, or looks like it,
// in any language: name-of-the-office; and signs that nobody sees: name-with-unseen-signs.
Allowed may_be_called(const std::string& name);

// Whether readers would take it for the office itself.
bool looks_like_the_office(const std::string& name);

}  // namespace sala::web
