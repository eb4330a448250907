// SPDX-License-Identifier: Apache-2.0
//
// The rows of sheets for the description of the API: what a form of a row asks for comes from the
// sheet's columns, as the form in the browser does.

#pragma once

#include "base/json.hpp"
#include "web/verb.hpp"

#include <string>
#include <utility>
#include <vector>

namespace sala::app {

// "RowOfCities" and what a row of it may hold, for each sheet.
std::vector<std::pair<std::string, Json>> row_schemas();

// What a verb that takes a row is sent: the forum's own row, or one of any other sheet. Nothing
// (null) for a verb that takes none.
Json row_taken_by(const web::NamedVerb& verb);

}  // namespace sala::app
