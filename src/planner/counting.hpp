// SPDX-License-Identifier: Apache-2.0
//
// Counting in clauses: how many of these literals are true?

#pragma once

#include "planner/sat.hpp"

namespace sala::planner {

// One way: a count that is reached makes its output true (enough for "at most"). Both: the outputs
// say exactly how many there are.
enum class Ways { up, both };

// at_least[j]: j + 1 of them or more are true, for j < most.
Literals sorted_outputs(Sat& sat, std::span<const Literal> of, int most, Ways ways = Ways::up);

// From two counts the count of all, up to `most`.
Literals merged_counts(Sat& sat, const Literals& left, const Literals& right, int most, Ways ways);

void at_most_one(Sat& sat, std::span<const Literal> of);
void at_most(Sat& sat, std::span<const Literal> of, int most);
void exactly(Sat& sat, std::span<const Literal> of, int number);

}  // namespace sala::planner
