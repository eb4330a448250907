// SPDX-License-Identifier: Apache-2.0
//
// The least cost of drawn clauses, compared with every assignment.

#include "planner/minimise.hpp"
#include "planner/random.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <optional>
#include <utility>

using namespace sala;
using namespace sala::planner;

namespace {

constexpr int variables = 8;

// Clauses over variables 2 ... 9 (1 is the one that is always true), and costs in two layers.
struct Drawn {
    std::vector<Literals> clauses;
    std::vector<Chain> first;
    std::vector<Chain> second;
};

Literal drawn_literal(Random& random)
{
    const Literal variable = 2 + random.below(variables);
    return random.below(2) == 0 ? variable : -variable;
}

Drawn drawn(std::uint64_t seed)
{
    Random random(seed);
    Drawn result;
    for (int n = 4 + random.below(14); n > 0; --n)
        result.clauses.push_back(
            {drawn_literal(random), drawn_literal(random), drawn_literal(random)});
    // A chain of two costs: the second is not paid without the first.
    result.clauses.push_back({2, -3});
    result.first = {{2, 3}, {4}, {5}, {drawn_literal(random)}};
    result.second = {{6}, {-7}, {drawn_literal(random)}};
    return result;
}

int cost_of(const std::vector<Chain>& chains, const std::function<bool(Literal)>& is_true)
{
    int cost = 0;
    for (const auto& chain : chains)
        cost += static_cast<int>(std::count_if(chain.begin(), chain.end(), is_true));
    return cost;
}

std::optional<std::pair<int, int>> least_of_all(const Drawn& of)
{
    std::optional<std::pair<int, int>> least;
    for (unsigned values = 0; values < 1U << variables; ++values) {
        const auto is_true = [&](Literal literal) {
            return ((values >> (std::abs(literal) - 2) & 1) != 0) == (literal > 0);
        };
        if (!std::all_of(of.clauses.begin(), of.clauses.end(), [&](const Literals& clause) {
                return std::any_of(clause.begin(), clause.end(), is_true);
            }))
            continue;
        const std::pair costs(cost_of(of.first, is_true), cost_of(of.second, is_true));
        if (!least || costs < *least)
            least = costs;
    }
    return least;
}

}  // namespace

TEST_CASE("the least cost of a layer is found, and then that of the next")
{
    CHECK(rc::check("every assignment agrees", [] {
        const auto of = drawn(*rc::gen::arbitrary<std::uint64_t>());
        const auto least = least_of_all(of);
        Sat sat(1);
        for (int n = 0; n < variables; ++n)
            sat.fresh();
        for (const auto& clause : of.clauses)
            sat.add(clause);
        const auto is_true = [&](Literal literal) { return sat.value(literal); };
        std::vector<int> costs;
        for (const auto* layer : {&of.first, &of.second}) {
            int best = 100;
            int bound = 0;
            Watch watch;
            watch.best = [&] { return best; };
            watch.found = [&] { return best = std::min(best, cost_of(*layer, is_true)); };
            watch.bound = [&](int now) {
                RC_ASSERT(now >= bound);
                return bound = now;
            };
            watch.stop = [] { return false; };
            if (minimise(sat, *layer, watch) == Sat::Answer::no)
                break;
            RC_ASSERT(best == bound);
            costs.push_back(best);
        }
        RC_ASSERT(costs.empty() == !least.has_value());
        if (least)
            RC_ASSERT(costs == (std::vector<int>{least->first, least->second}));
    }));
}
