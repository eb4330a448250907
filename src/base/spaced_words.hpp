// SPDX-License-Identifier: Apache-2.0
//
// Keys and words that stand in one cell with spaces between them.

#pragma once

#include <sstream>
#include <string>
#include <vector>

namespace sala {

inline std::vector<std::string> spaced_words(const std::string& cell)
{
    std::vector<std::string> all;
    std::istringstream words(cell);
    for (std::string one; words >> one;)
        all.push_back(one);
    return all;
}

}  // namespace sala
