// SPDX-License-Identifier: Apache-2.0
//
// What somebody is called: as whoever gave them their first role typed it, until they put it right.

#pragma once

#include "base/result.hpp"

#include <string>

namespace sala::web {

// Refuses the name of the office, which each reader sees in their own language: name-of-the-office.
Allowed may_be_called(const std::string& name);

}  // namespace sala::web
