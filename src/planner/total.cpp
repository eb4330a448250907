// SPDX-License-Identifier: Apache-2.0

#include "planner/total.hpp"

#include <algorithm>

namespace sala::planner {
Literals total_of(Sat& sat, const std::vector<Chain>& chains, int most, Ways ways)
{
    std::size_t longest = 0;
    for (const auto& chain : chains)
        longest = std::max(longest, chain.size());
    Literals sum;
    for (std::size_t j = 0; j < longest; ++j) {
        Literals level;
        for (const auto& chain : chains)
            level.push_back(j < chain.size() ? chain[j] : no_);
        sum = merged_counts(sat, sum, sorted_outputs(sat, level, most, ways), most, ways);
    }
    return sum;
}

}  // namespace sala::planner
