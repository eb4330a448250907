// SPDX-License-Identifier: Apache-2.0
//
// A moment as somebody writes it, on the clock of the forum: "2030-05-01 09:00".

#pragma once

#include "base/instant.hpp"

#include <optional>
#include <string>

namespace sala::floor {

// Empty for no moment, and in a zone that nobody knows.
std::string written_moment(const std::string& zone, Instant at);
// The other way round; none when it is no day and time.
std::optional<Instant> read_moment(const std::string& zone, const std::string& words);

}  // namespace sala::floor
