// SPDX-License-Identifier: Apache-2.0
//
// Drawn speakers, rules and steps, and a small floor that is led by hand.

#pragma once

#include "floor/floor.hpp"
#include "floor/order.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace sala::floor {

inline std::vector<Candidate> drawn_candidates()
{
    static const std::vector<std::string> countries{"Cambodia", "Lao PDR",  "Myanmar",
                                                    "Thailand", "Viet Nam", "Timor-Leste"};
    std::vector<Candidate> all;
    const auto many = *rc::gen::inRange(1, 14);
    for (int i = 0; i < many; ++i) {
        Candidate one;
        one.key = std::to_string(1000 + i);
        one.country = *rc::gen::elementOf(countries);
        one.name = *rc::gen::elementOf(std::vector<std::string>{"Trat", "Surin", "Ha Noi"});
        one.seat = static_cast<Seat>(*rc::gen::inRange(0, 3));
        one.level = static_cast<Level>(*rc::gen::inRange(0, 6));
        one.host = one.country == "Cambodia";
        one.group = *rc::gen::inRange(0, 5) == 0;
        one.number = *rc::gen::inRange(0, 20);
        // Some did not ask.
        one.inscribed = Instant{*rc::gen::inRange(0, 2) * *rc::gen::inRange(1, 50)};
        all.push_back(std::move(one));
    }
    return all;
}

inline Rules drawn_rules()
{
    auto rules = usual_rules(7);
    rules.order.clear();
    for (const auto by : all_orders())
        if (*rc::gen::inRange(0, 3) == 0)
            rules.order.push_back(by);
    if (rules.order.empty())
        rules.order.push_back(By::alphabet);
    rules.rotates_from = *rc::gen::elementOf(std::vector<std::string>{"", "Myanmar", "N"});
    rules.drawn = *rc::gen::inRange(1, 1000);
    return rules;
}

// A floor and the acts that made it, at a clock that only the test moves.
class Led {
public:
    Rules rules = usual_rules(7);
    Instant now{1'000'000};

    Floor floor() const { return Floor::played(acts_, rules); }
    const std::vector<Act>& acts() const { return acts_; }

    // The refusal's code, or nothing when the step was taken.
    std::string does(Step step, bool by_chair = true)
    {
        const auto taken = floor().taken(std::move(step), rules, by_chair);
        if (!taken)
            return taken.refusal().code;
        Act act;
        act.number = static_cast<std::int64_t>(acts_.size()) + 1;
        act.id = 100 + act.number;
        act.step = *taken;
        act.by_chair = by_chair;
        act.at = now;
        acts_.push_back(act);
        return {};
    }
    std::string does(What what, std::int64_t entry = 0, std::int64_t other = 0,
                     std::int64_t seconds = 0)
    {
        return does({.what = what, .entry = entry, .other = other, .seconds = seconds});
    }
    // The entry's number.
    std::int64_t enters(std::int64_t delegation, Kind kind = Kind::statement, bool by_chair = true)
    {
        REQUIRE(does({.what = What::enter, .kind = kind, .delegation = delegation}, by_chair) ==
                "");
        return acts_.back().id;
    }
    void passes(std::int64_t seconds) { now = now + std::chrono::seconds{seconds}; }
    std::int64_t left() const { return floor().turn()->clock.left_at(now).count() / 1000; }
    std::int64_t spent(std::int64_t entry) const
    {
        return floor().entry(entry)->spent.count() / 1000;
    }

private:
    std::vector<Act> acts_;
};

inline Step drawn_step(const Floor& floor)
{
    Step step;
    // Other rules are set on their page, and changed back there.
    auto steps = all_steps();
    std::erase(steps, What::rules);
    step.what = *rc::gen::elementOf(steps);
    if (!floor.entries().empty()) {
        step.entry = floor.entries()[*rc::gen::inRange<std::size_t>(0, floor.entries().size())].id;
        if (*rc::gen::inRange(0, 4) == 0)
            step.entry = 0;
    }
    step.other = *rc::gen::inRange(0, 5);
    step.seconds =
        step.what == What::add_time ? *rc::gen::inRange(-120, 121) : *rc::gen::inRange(0, 500);
    step.kind = *rc::gen::elementOf(std::vector<Kind>(all_kinds.begin(), all_kinds.end()));
    step.delegation = *rc::gen::inRange(1, 5);
    step.words = *rc::gen::elementOf(std::vector<std::string>{"", "because"});
    return step;
}

}  // namespace sala::floor
