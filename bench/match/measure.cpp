// SPDX-License-Identifier: Apache-2.0
//
// Draws a network of cities and a forum, and measures how long it takes to find whom each might
// meet. Prints JSON: figure -> {"value", "unit", "goal"}.
//   bench_match [SEED]

#include "base/json.hpp"
#include "bilateral/candidates.hpp"
#include "bilateral/pairing.hpp"
#include "planner/random.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace sala;
using namespace sala::bilateral;

namespace {

constexpr std::size_t network_cities = 240'000;
constexpr int topics = 40;

double seconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

// Some topics are in everybody's mouth: of two numbers the smaller one.
std::vector<Leaning> drawn(planner::Random& random, int most)
{
    std::vector<Leaning> some(static_cast<std::size_t>(1 + random.below(most)));
    for (auto& one : some)
        one = {static_cast<std::uint16_t>(std::min(random.below(topics), random.below(topics))),
               static_cast<std::uint8_t>(1 + random.below(3)), random.below(2) == 0};
    return some;
}

void keep(Json& figures, const char* name, double value, const char* unit, const char* goal)
{
    figures.set(name, Json::object({{"value", value}, {"unit", unit}, {"goal", goal}}));
}

void measure_network(Json& figures, planner::Random& random)
{
    std::vector<Member> members(network_cities);
    for (auto& member : members)
        member = {static_cast<std::uint16_t>(random.below(195)), drawn(random, 5),
                  drawn(random, 5)};
    auto began = seconds();
    const Candidates candidates(std::move(members), true);
    keep(figures, "index of 240,000 cities", seconds() - began, "s", "");
    Candidates::Scratch scratch;
    double longest = 0;
    std::size_t found = 0;
    began = seconds();
    for (std::uint32_t member = 0; member < network_cities; ++member) {
        const auto before = seconds();
        found += candidates.of(member, 20, scratch).size();
        longest = std::max(longest, seconds() - before);
        if ((member + 1) % 5'000 == 0)
            std::fprintf(stderr, "bench match: %u of %zu cities\n", member + 1, network_cities);
    }
    const auto all = seconds() - began;
    keep(figures, "candidates of one city, mean", all / network_cities * 1000, "ms", "50");
    keep(figures, "candidates of one city, longest", longest * 1000, "ms", "50");
    keep(figures, "candidates of all 240,000 in one batch", all, "s", "");
    keep(figures, "candidates found for each", static_cast<double>(found) / network_cities, "", "");
}

void measure_forum(Json& figures, planner::Random& random)
{
    constexpr int delegations = 500;
    std::vector<Member> members(delegations);
    for (auto& member : members)
        member = {static_cast<std::uint16_t>(random.below(60)), drawn(random, 5), drawn(random, 5)};
    const Candidates candidates(members, true);
    Candidates::Scratch scratch;
    PairingProblem problem{.people = delegations, .least = 2, .most = 6};
    for (std::uint32_t one = 0; one < delegations; ++one)
        for (const auto& candidate : candidates.of(one, delegations, scratch))
            if (candidate.member > one)
                problem.pairs.push_back(
                    {static_cast<int>(one), static_cast<int>(candidate.member), candidate.score});
    const auto began = seconds();
    const auto pairing = pair_up(problem);
    keep(figures, "pairs proposed to 500 delegations", seconds() - began, "s", "");
    keep(figures, "possible pairs", static_cast<double>(problem.pairs.size()), "", "");
    keep(figures, "benefit", static_cast<double>(pairing.benefit), "points", "");
    keep(figures, "bound", static_cast<double>(pairing.bound), "points", "");
    keep(figures, "proved", pairing.proved ? 1 : 0, "", "1");
    keep(figures, "branches", pairing.branches, "", "");
}

}  // namespace

int main(int count, char** words)
{
    planner::Random random(count > 1 ? std::strtoull(words[1], nullptr, 10) : 1);
    auto figures = Json::object();
    measure_network(figures, random);
    measure_forum(figures, random);
    std::printf("%s\n", figures.write().c_str());
    return 0;
}
