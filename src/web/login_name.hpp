// SPDX-License-Identifier: Apache-2.0
//
// What a login is called on a page. The first one is no person's but the office's, and each reader
// sees the office in their own language.

#pragma once

#include "web/reader.hpp"

namespace sala::web {

inline constexpr char name_of_first_login[] = "Secretariat";

inline std::string said_login(const Reader& reader, const std::string& name)
{
    return name == name_of_first_login ? reader.say(tr("Secretariat")) : name;
}

}  // namespace sala::web
