// SPDX-License-Identifier: Apache-2.0

#include "planner/with_few_breaks.hpp"

#include "planner/total.hpp"

namespace sala::planner {

WithFewBreaks::WithFewBreaks(const Grid& grid, int most, int seed)
    : sat_(seed),
      encoding_(sat_, grid),
      most_(most)
{
    const auto total = total_of(sat_, encoding_.breaks(), most + 1, Ways::up);
    if (static_cast<int>(total.size()) > most)
        sat_.add({-total[static_cast<std::size_t>(most)]});
}

Sat::Answer WithFewBreaks::ask()
{
    const auto answer = sat_.solve({}, patience_);
    patience_ += patience_ / 2;
    return answer;
}

}  // namespace sala::planner
