// SPDX-License-Identifier: Apache-2.0
//
// Pages of a released programme as the search knows them: its sittings, and who speaks at them.

#pragma once

#include "base/json.hpp"
#include "forum/search_entry.hpp"

#include <string>
#include <vector>

namespace sala::forum {

// `programme` as a release keeps it (programme/programme_json.cpp); `home` is "/phnom-penh-2022".
std::vector<SearchEntry> entries_of_programme(const Json& programme, const std::string& home);

}  // namespace sala::forum
