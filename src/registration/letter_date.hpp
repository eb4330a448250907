// SPDX-License-Identifier: Apache-2.0
//
// Dates as a letter says them, within a sentence: a day, some days, a month, a year, one of which
// the end is not given, or none yet.

#pragma once

#include "base/language.hpp"
#include "script/partial_date.hpp"

#include <optional>
#include <string>

namespace sala::registration {

// "on 2 December 2022", "from 2 December 2022 on", "in December 2022", "on a date to be announced".
std::string held_when(const std::optional<script::PartialDate>& date, const Language& language);
// The same to stand behind "on", for letters whose authors wrote that word themselves.
std::string held_date(const std::optional<script::PartialDate>& date, const Language& language);
// "on 2 December 2022" of "2022-12-02"; "on a date to be announced" of what is no day.
std::string on_day(const std::string& iso, const Language& language);

}  // namespace sala::registration
