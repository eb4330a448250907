// SPDX-License-Identifier: Apache-2.0
//
// Names that no line of the record's paper cuts: of delegations, of those who may speak, of posts.

#pragma once

#include "floor/hall.hpp"

#include <string>
#include <vector>

namespace sala::floor {

// Longer ones than a cell of the tables holds are left out: they have to be cut.
std::vector<std::string> names_on_paper(const Hall& hall, const Language& language);

}  // namespace sala::floor
