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
    std::string who;                    // a part of the name of whoever did it; empty: everybody
    std::vector<std::string> for_whom;  // or what was done for one of these
    Instant since;                      // empty: from the first
    Instant until;                      // up to here, not included; empty: to the last
    std::int64_t before = 0;  // acts with a smaller number, for the next page; 0: from the newest
};

struct ShownAct {
    std::int64_t number = 0;
    std::string verb;
    std::string address;
    std::string name;  // empty: nobody was signed in, or the person was erased
    bool by_somebody = false;
    std::string for_whom;
    std::string whom;  // in words: of a delegation or a person; as kept when there are none
    std::string peer;
    std::vector<std::string> how;  // words of steps, such as approve
    Instant at;
    std::string about = {};  // the person whose page it was sent to; empty when none, or erased
};

// Newest first. Acts older than the chain have no number and come last. What a delegation said
// about whom it would meet is not among them; the chain holds it.
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
