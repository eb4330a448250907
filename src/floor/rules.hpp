// SPDX-License-Identifier: Apache-2.0
//
// The rules of the floor, as a forum or one sitting has them: who speaks before whom, how long, and
// what stops the clock. They are data; the words of the rule book stand beside them and are shown
// above every list that follows from them.

#pragma once

#include "base/json.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "floor/kind.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sala::floor {

// One step of the order. The first one that tells two speakers apart decides.
enum class By {
    host_first,      // the host before everybody
    host_last,       // the host after everybody
    observers_last,  // observers after everybody, time permitting
    groups_first,    // statements on behalf of groups before others
    seat,            // members, partners, observers
    level,           // who is sent: head of state ... representative
    alphabet,        // English names of the countries
    rotation,        // the same, beginning at a name and going round
    draw,            // by lot, from a number nobody chose and anybody can check
    inscription,     // who asked first
    programme,       // as the programme numbers them; who is not in it afterwards
};
std::string word(By by);
std::optional<By> by_named(std::string_view word);
Sentence name_of(By by);
const std::vector<By>& all_orders();

struct KindRule {
    std::int64_t seconds = 420;
    bool pauses = false;    // the clock of the speech stops meanwhile
    bool budgeted = false;  // counts against the delegation's budget

    bool operator==(const KindRule&) const = default;
};

struct Rules {
    std::vector<By> order{By::observers_last, By::host_last, By::groups_first, By::level,
                          By::alphabet};
    std::string rotates_from;         // English name of a country; empty: from A
    std::int64_t drawn = 0;           // the number drawn by lot; 0: none was
    std::map<Kind, KindRule> kinds;   // every kind
    std::int64_t budget_seconds = 0;  // of a delegation altogether; 0: none
    // Points of order by the rank of their category instead of first come, first served.
    std::vector<std::string> point_categories;
    bool starts_at_once = false;  // the clock starts when the floor is given
    bool sound = false;           // a tone at zero
    Text words;                   // what the rule book says

    const KindRule& of(Kind kind) const { return kinds.at(kind); }
    bool operator==(const Rules&) const = default;
};

// Rules of a sitting, and from which act on they hold.
struct RulesSince {
    std::int64_t act = 0;  // its number
    Rules rules;
};
// The earliest first; never empty.
using RulesInTime = std::vector<RulesSince>;
// In what they differ, a phrase each: "what stops the clock".
std::vector<Sentence> differences(const Rules& before, const Rules& now);
// With which rules an act is played. Before there were any, with the first.
const Rules& rules_at(const RulesInTime& rules, std::int64_t act);

// From 1; 0 for a point of order without a category. Refuses: no-such-category.
Result<std::int64_t> rank_of(const Rules& rules, std::string_view category);

// As a sitting has them before anybody set any: `minutes` for a statement; in the order of the
// programme when that is a sequence, as at an opening.
Rules usual_rules(int minutes, bool in_sequence = false);

Json to_json(const Rules& rules);
// What is absent stays as it is in `usual`. Refuses: unknown-order, order-contradicts, no-minutes,
// no-order.
Result<Rules> read_rules(const Json& json, Rules usual);

}  // namespace sala::floor
