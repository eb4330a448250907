// SPDX-License-Identifier: Apache-2.0
//
// Which pairs should meet, compared with trying every choice; and forums too big for that.

#include "bilateral/pairing_memory.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <optional>

using namespace sala::bilateral;

namespace {

struct Worth {
    std::int64_t fair = 0;  // meetings up to `least`, over everybody
    std::int64_t benefit = 0;
    auto operator<=>(const Worth&) const = default;
};

// Nothing when somebody has more than they can hold.
std::optional<Worth> worth_of(const PairingProblem& problem, const std::vector<Pair>& pairs)
{
    std::vector<int> meetings(static_cast<std::size_t>(problem.people));
    Worth worth;
    for (const auto& pair : pairs) {
        worth.benefit += pair.benefit;
        ++meetings[static_cast<std::size_t>(pair.one)];
        ++meetings[static_cast<std::size_t>(pair.other)];
    }
    for (const int count : meetings) {
        if (count > problem.most)
            return std::nullopt;
        worth.fair += std::min({count, problem.least, problem.most});
    }
    return worth;
}

Worth best_of_all(const PairingProblem& problem)
{
    Worth best;
    for (std::uint32_t choice = 0; choice < 1u << problem.pairs.size(); ++choice) {
        std::vector<Pair> pairs;
        for (std::size_t n = 0; n < problem.pairs.size(); ++n)
            if ((choice >> n & 1) != 0)
                pairs.push_back(problem.pairs[n]);
        if (const auto worth = worth_of(problem, pairs))
            best = std::max(best, *worth);
    }
    return best;
}

PairingProblem drawn(int people, std::size_t pairs_max, int benefit_max)
{
    PairingProblem problem;
    problem.people = people;
    problem.least = *rc::gen::inRange(0, 3);
    problem.most = *rc::gen::inRange(1, 4);
    for (int one = 0; one < people; ++one)
        for (int other = one + 1; other < people; ++other)
            if (problem.pairs.size() < pairs_max && *rc::gen::inRange(0, 3) > 0)
                problem.pairs.push_back({one, other, *rc::gen::inRange(1, benefit_max)});
    return problem;
}

}  // namespace

TEST_CASE("the pairing is the best of all, by fairness and then by benefit, and is proved")
{
    CHECK(rc::check("pairings of few", [] {
        const auto problem = drawn(*rc::gen::inRange(0, 7), 13, *rc::gen::element(2, 4, 40));
        const auto pairing = pair_up(problem);
        const auto worth = worth_of(problem, pairing.pairs);
        RC_ASSERT(worth.has_value());
        const auto best = best_of_all(problem);
        RC_ASSERT(worth->fair == best.fair);
        RC_ASSERT(worth->benefit == best.benefit);
        RC_ASSERT(pairing.benefit == best.benefit);
        RC_ASSERT(pairing.bound == best.benefit);
        RC_ASSERT(pairing.proved);
    }));
}

TEST_CASE("in a bigger forum nobody has too many, and no benefit is above its bound")
{
    CHECK(rc::check("pairings of many", [] {
        const auto problem = drawn(*rc::gen::inRange(8, 40), 400, 30);
        const auto pairing = pair_up(problem, 200);
        const auto worth = worth_of(problem, pairing.pairs);
        RC_ASSERT(worth.has_value());
        RC_ASSERT(pairing.benefit == worth->benefit);
        RC_ASSERT(pairing.benefit <= pairing.bound);
        const auto missing = std::min(problem.least, problem.most) * problem.people - worth->fair;
        RC_ASSERT(pairing.below_least == missing);
    }));
}

TEST_CASE("five who all like each other alike and have one meeting each: somebody stays without")
{
    PairingProblem problem{.people = 5, .least = 1, .most = 1};
    for (int one = 0; one < 5; ++one)
        problem.pairs.push_back({one, (one + 1) % 5, 10});
    const auto pairing = pair_up(problem);
    CHECK(pairing.benefit == 20);
    CHECK(pairing.below_least == 1);
    CHECK(pairing.proved);
}

TEST_CASE("a pairing without anybody, without pairs, or with worthless ones is empty")
{
    CHECK(pair_up({}).pairs.empty());
    CHECK(pair_up({.people = 3}).pairs.empty());
    const auto worthless = pair_up({.people = 2, .pairs = {{0, 1, 0}, {0, 1, -4}}});
    CHECK(worthless.pairs.empty());
    CHECK(worthless.below_least == 2);
}

TEST_CASE("what is remembered of a pairing is what it is, until somebody wishes something else")
{
    PairingProblem problem{.people = 3, .pairs = {{0, 1, 5}, {1, 2, 4}}, .least = 1, .most = 1};
    CHECK(paired_once(problem).pairs == std::vector<Pair>{{0, 1, 5}});
    CHECK(paired_once(problem).pairs == std::vector<Pair>{{0, 1, 5}});
    problem.pairs.back().benefit = 9;
    CHECK(paired_once(problem).pairs == std::vector<Pair>{{1, 2, 9}});
    problem.most = 2;
    CHECK(paired_once(problem).pairs.size() == 2);
}
