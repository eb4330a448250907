// SPDX-License-Identifier: Apache-2.0

#include "planner/counting.hpp"

#include <algorithm>

namespace sala::planner {
// What exceeds `most` is not told apart.
Literals merged_counts(Sat& sat, const Literals& left, const Literals& right, int most, Ways ways)
{
    const int a = static_cast<int>(left.size());
    const int b = static_cast<int>(right.size());
    const int size = std::min(most, a + b);
    Literals out;
    for (int k = 0; k < size; ++k)
        out.push_back(sat.fresh());
    const auto at_least = [](const Literals& of, int number) {
        return number == 0                            ? yes_
               : number > static_cast<int>(of.size()) ? no_
                                                      : of[static_cast<std::size_t>(number - 1)];
    };
    for (int i = 0; i <= a; ++i)
        for (int j = 0; j <= b; ++j) {
            if (i + j > 0 && i + j <= size)
                sat.add({-at_least(left, i), -at_least(right, j), at_least(out, i + j)});
            if (ways == Ways::both && i + j < size)
                sat.add({at_least(left, i + 1), at_least(right, j + 1), -at_least(out, i + j + 1)});
        }
    return out;
}

Literals sorted_outputs(Sat& sat, std::span<const Literal> of, int most, Ways ways)
{
    if (of.size() <= 1)
        return of.empty() || of[0] == no_ || most < 1 ? Literals{} : Literals{of[0]};
    const auto half = of.size() / 2;
    // One after the other: as arguments of one call each compiler would number them in its own
    // order, and the search of the hardest forums takes three times as long with the other order.
    const auto right = sorted_outputs(sat, of.subspan(half), most, ways);
    const auto left = sorted_outputs(sat, of.subspan(0, half), most, ways);
    return merged_counts(sat, left, right, most, ways);
}

void at_most_one(Sat& sat, std::span<const Literal> of)
{
    for (std::size_t i = 0; i < of.size(); ++i)
        for (std::size_t j = i + 1; j < of.size(); ++j)
            sat.add({-of[i], -of[j]});
}

void at_most(Sat& sat, std::span<const Literal> of, int most)
{
    if (static_cast<int>(of.size() - std::count(of.begin(), of.end(), no_)) <= most)
        return;
    if (most <= 0) {
        for (const Literal literal : of)
            sat.add({-literal});
        return;
    }
    if (most == 1)
        return at_most_one(sat, of);
    const auto outputs = sorted_outputs(sat, of, most + 1);
    sat.add({-outputs[static_cast<std::size_t>(most)]});
}

void exactly(Sat& sat, std::span<const Literal> of, int number)
{
    if (number > static_cast<int>(of.size()))
        return sat.add(std::span<const Literal>{});
    const auto outputs = sorted_outputs(sat, of, number + 1, Ways::both);
    if (number > 0)
        sat.add({outputs[static_cast<std::size_t>(number - 1)]});
    if (number < static_cast<int>(outputs.size()))
        sat.add({-outputs[static_cast<std::size_t>(number)]});
}

}  // namespace sala::planner
