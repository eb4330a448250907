// SPDX-License-Identifier: Apache-2.0

#include "planner/published.hpp"

#include <algorithm>
#include <functional>

namespace sala::planner {
namespace {

constexpr std::int64_t stay_conflicts = 1'000;  // to find out whether these can stay together
constexpr std::int64_t again_conflicts = 100;   // whether one that was given up can stay after all

Literals as_published(const Encoding& encoding, const Grid& grid)
{
    Literals stays;
    for (std::size_t m = 0; m < grid.meetings.size(); ++m)
        if (const int was = grid.meetings[m].was; was >= 0 && has(grid.meetings[m].starts, was))
            stays.push_back(encoding.starts_at(static_cast<int>(m), was));
    return stays;
}

}  // namespace

bool is_published(const Grid& grid)
{
    return std::any_of(grid.meetings.begin(), grid.meetings.end(),
                       [](const Grid::Meeting& meeting) { return meeting.was >= 0; });
}

Sat::Answer stay(Sat& sat, const Encoding& encoding, const Grid& grid)
{
    auto stays = as_published(encoding, grid);
    for (const Literal literal : stays)
        sat.prefer(literal);
    Literals given_up;
    auto answer = sat.solve(stays, stay_conflicts);
    while (answer == Sat::Answer::no) {
        const auto is_blamed = [&](Literal literal) { return sat.is_to_blame(literal); };
        const auto blamed =
            std::stable_partition(stays.begin(), stays.end(), std::not_fn(is_blamed));
        if (blamed == stays.end())
            return answer;
        given_up.insert(given_up.end(), blamed, stays.end());
        stays.erase(blamed, stays.end());
        answer = sat.solve(stays, stay_conflicts);
    }
    if (answer == Sat::Answer::unknown)
        return sat.solve({});
    for (const Literal literal : given_up) {
        stays.push_back(literal);
        if (sat.solve(stays, again_conflicts) != Sat::Answer::yes)
            stays.pop_back();
    }
    return sat.solve(stays);
}

}  // namespace sala::planner
