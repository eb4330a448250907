// SPDX-License-Identifier: Apache-2.0
//
// How wide the columns of a table on paper are: as it was thought, but so that no word is cut in
// two as long as other columns have room to give.

#pragma once

#include "document/paper.hpp"

namespace sala::bilateral {

// The shares of the columns of `table`, which sum up to 1.
std::vector<double> wide_enough(const document::Table& table, const document::Paper& paper);

}  // namespace sala::bilateral
