// SPDX-License-Identifier: Apache-2.0
//
// Candidates found by topic are those found city by city; and suggestions count as their header
// says.

#include "bilateral/candidates.hpp"
#include "bilateral/suggestion.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

using namespace sala;
using namespace sala::bilateral;

namespace {

int gain(const Member& needing, const Member& offering)
{
    int sum = 0;
    for (const auto& need : needing.needs) {
        int best = 0;
        for (const auto& offer : offering.offers)
            if (need.topic == offer.topic)
                best = std::max(best, (4 - need.priority) * (4 - offer.priority) +
                                          (need.flexible || offer.flexible ? 1 : 0));
        sum += best;
    }
    return sum;
}

std::vector<Leaning> leanings()
{
    std::vector<Leaning> some(*rc::gen::inRange<std::size_t>(0, 5));
    for (auto& one : some)
        one = {*rc::gen::inRange<std::uint16_t>(0, 5), *rc::gen::inRange<std::uint8_t>(1, 4),
               *rc::gen::arbitrary<bool>()};
    return some;
}

Want want(std::int64_t whose, std::int64_t topic, int priority, bool flexible = false)
{
    Want made;
    made.delegation = whose;
    made.topic = topic;
    made.priority = priority;
    made.flexible = flexible;
    return made;
}

// 1 needs what 2 offers and the other way round; 3 only offers what 1 needs.
Matching three()
{
    Matching matching;
    for (std::int64_t number = 1; number <= 3; ++number)
        matching.all.push_back({.number = number, .key = std::to_string(number)});
    matching.wants[1] = {{want(1, 7, 1)}, {want(1, 8, 2)}};
    matching.wants[2] = {{want(2, 8, 1)}, {want(2, 7, 1)}};
    matching.wants[3] = {{}, {want(3, 7, 1), want(3, 7, 2)}};
    return matching;
}

}  // namespace

TEST_CASE("candidates found by topic are the best of all, in the same order")
{
    CHECK(rc::check("candidates", [] {
        std::vector<Member> members(*rc::gen::inRange<std::size_t>(1, 40));
        for (auto& member : members)
            member = {*rc::gen::inRange<std::uint16_t>(0, 3), leanings(), leanings()};
        const bool other_countries = *rc::gen::arbitrary<bool>();
        const auto at_most = *rc::gen::inRange<std::size_t>(1, 12);
        const Candidates candidates(members, other_countries);
        Candidates::Scratch scratch;
        for (std::uint32_t self = 0; self < members.size(); ++self) {
            std::vector<Candidate> all;
            for (std::uint32_t other = 0; other < members.size(); ++other) {
                const int to_us = gain(members[self], members[other]);
                const int to_them = gain(members[other], members[self]);
                if (other == self || to_us + to_them == 0 ||
                    (other_countries && members[other].country == members[self].country))
                    continue;
                all.push_back(
                    {other, to_us + to_them + std::min(to_us, to_them), to_us > 0 && to_them > 0});
            }
            std::stable_sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
                return a.score > b.score;
            });
            all.resize(std::min(all.size(), at_most));
            RC_ASSERT(candidates.of(self, at_most, scratch) == all);
        }
    }));
}

TEST_CASE("what both gain is worth more than twice what one gains, and every point has a reason")
{
    const auto list = suggestions_for(three(), three().all[0], {}, {});
    REQUIRE(list.size() == 2);
    CHECK(list[0].with == 2);
    CHECK(list[0].score == 9 + 6 + 6);
    CHECK(list[0].mutual);
    CHECK(list[0].reasons.size() == 3);
    CHECK(list[1].with == 3);
    CHECK(list[1].score == 9);
    CHECK(list[1].reasons.size() == 1);
    for (const auto& one : list) {
        int sum = 0;
        for (const auto& reason : one.reasons)
            sum += reason.points;
        CHECK(sum == one.score);
    }
}

TEST_CASE("one's own wish lifts a delegation, one's own no takes it off one's own list alone")
{
    const auto matching = three();
    auto list = suggestions_for(matching, matching.all[0], {{3, Word::must}, {2, Word::no}}, {});
    REQUIRE(list.size() == 1);
    CHECK(list[0].score == 9 + points_must);
    list = suggestions_for(matching, matching.all[1], {}, {});
    REQUIRE(list.size() == 1);
    CHECK(list[0].with == 1);
    CHECK(suggestions_for(matching, matching.all[0], {}, {1, 2, 3}).empty());
    CHECK(benefit_of(matching, {{{1, 2}, Word::would_like}}, 1, 2) == 21 + points_would_like);
    CHECK(benefit_of(matching, {}, 1, 2) == benefit_of(matching, {}, 2, 1));
}

TEST_CASE("a flexible side is worth a point; another topic is worth nothing")
{
    CHECK(points_of(want(1, 7, 1), want(2, 7, 1)) == 9);
    CHECK(points_of(want(1, 7, 3), want(2, 7, 3, true)) == 2);
    CHECK(points_of(want(1, 7, 1), want(2, 8, 1)) == 0);
}
