// SPDX-License-Identifier: Apache-2.0
//
// The open streams of a login, as a topic: when a way in ends or a role is taken away, they are let
// go, and whoever still may comes back by themselves.

#pragma once

#include "base/id.hpp"
#include "web/permission.hpp"

#include <string>

namespace sala::web {

inline std::string of_login(Id<Login> login) { return "login:" + login.word(); }

}  // namespace sala::web
