// SPDX-License-Identifier: Apache-2.0
//
// Acts as people read them: who did what, for whom, when and from where; found by page, by what was
// done, by whom and by day.

#pragma once

#include "web/act.hpp"
#include "web/desk.hpp"
#include "web/verb.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sala::web {

constexpr int acts_shown_max = 100;
constexpr int acts_exported_max = 100'000;

struct ActFilter {
    std::string below;  // "/lyon-2030": acts of this address and beneath; empty: all
    // What was done by one of these verbs, or decided by one of these steps; both empty: all.
    std::vector<std::string> verbs;
    std::vector<std::string> steps;
    // A part of the name of whoever did it, or got a role or lost it; empty: everybody.
    std::string who;
    std::vector<std::string> for_whom;  // or what was done for one of these
    Instant since;                      // empty: from the first
    Instant until;                      // up to here, not included; empty: to the last
    std::int64_t before = 0;  // acts with a smaller number, for the next page; 0: from the newest
};

struct ShownAct {
    std::int64_t id = 0;  // shown to nobody
    std::int64_t number = 0;
    std::string verb;
    std::string address;
    std::int64_t login = 0;  // 0: nobody was signed in
    std::string name;        // as the place calls them; empty: nobody, or the person was erased
    // Beside the name: the first who did something at this place is 1. Whoever calls themselves as
    // somebody else does has another.
    std::int64_t person = 0;
    std::string for_whom;  // "delegation/12", "grant/34"
    std::string whom;      // in words: of a delegation or a person
    std::string peer;
    std::vector<std::string> how;  // words of steps, such as approve
    Instant at;
    // Whose page it was sent to, or who got or lost a role; empty when nobody, or erased.
    std::string about = {};
    std::string earlier_name = {};  // of whoever called themselves otherwise; empty when not
};

// Newest first, with the numbers that readers see (web/told_acts.hpp). Acts older than the chain
// have none and come last. What a delegation said about whom it would meet is not among them; the
// chain holds it.
std::vector<ShownAct> acts_of(store::Session& session, const ActFilter& filter, int at_most);

// What the query of the address asks for: verb, who (did it, or the delegation for which it was
// done), since, until (days of the desk's zone, of either era), before. A day that is none is left
// out.
ActFilter filter_of(const Desk& desk, std::string below);
// The same as a verb declares it.
std::vector<Query> queries_of_acts();

// The page in the format that was asked for; `frame` is that of the place.
Result<Reply> show_acts(Desk& desk, const ActFilter& filter, Frame frame);

}  // namespace sala::web
