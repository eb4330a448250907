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

// A goal is an upper limit; below nothing: none.
void keep(Json& figures, const char* name, double value, const char* unit, double goal = -1)
{
    auto figure = Json::object({{"value", value}, {"unit", unit}});
    if (goal >= 0)
        figure.set("goal", goal);
    figures.set(name, std::move(figure));
}

void measure_network(Json& figures, planner::Random& random)
{
    std::vector<Member> members(network_cities);
    for (auto& member : members)
        member = {static_cast<std::uint16_t>(random.below(195)), drawn(random, 5),
                  drawn(random, 5)};
    auto began = seconds();
    const Candidates candidates(std::move(members), true);
    keep(figures, "index_s", seconds() - began, "s");
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
    keep(figures, "one_city_mean_ms", all / network_cities * 1000, "ms", 50);
    keep(figures, "one_city_longest_ms", longest * 1000, "ms", 50);
    keep(figures, "all_cities_s", all, "s");
    keep(figures, "found_for_each", static_cast<double>(found) / network_cities, "cities");
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
    keep(figures, "forum_500_s", seconds() - began, "s");
    keep(figures, "forum_500_possible_pairs", static_cast<double>(problem.pairs.size()), "pairs");
    keep(figures, "forum_500_benefit", static_cast<double>(pairing.benefit), "points");
    keep(figures, "forum_500_below_bound", static_cast<double>(pairing.bound - pairing.benefit),
         "points", 0);
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
