// SPDX-License-Identifier: Apache-2.0
//
// A day as somebody gives it, who may count years in the Buddhist Era. Taken as it stands, 2509
// would make a guest be born in five hundred years.

#pragma once

#include "base/result.hpp"
#include "script/day.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace sala::script {

// "2022-12-02" for "2565-12-02", of each end of a range; nothing when no year is a Buddhist one.
std::optional<std::string> in_common_era(std::string_view words);

// Digits of every script are taken. Refuses, beside `field`: what parse_iso_day refuses, with a
// Buddhist year read in its own era (BE 2568 has no 29 February); buddhist-year, which says the
// day to write instead.
Result<Day> given_day(const std::string& field, std::string_view words);

}  // namespace sala::script
