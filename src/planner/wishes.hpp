// SPDX-License-Identifier: Apache-2.0
//
// What a problem asks for, wish by wish: each could be taken back, and says in words what it is.

#pragma once

#include "planner/problem.hpp"

#include <vector>

namespace sala::planner {

struct Wish {
    enum Kind {
        held,         // the meeting takes place
        pinned,       // where it is
        part,         // in the slots it is allowed in
        away,         // the party in slot `other`
        after,        // the meeting, its `after` number `other`
        fairness,     //
        desks,        //
        one_at_once,  // the party, in so many meetings as it can
        length,       // of the meeting, if it is longer than a slot
        languages,    // the meeting needs an interpreter
        absent,       // the interpreters in slot `other`
        features,     // the meeting needs a room that has them
        closed,       // the room in slot `other`
        walk,         //
    };
    Kind kind;
    int which = -1;  // meeting, party, interpreters or room
    int other = -1;
};

// All that could be taken back, but for the meetings themselves.
std::vector<Wish> rules_of(const Problem& problem);
// The problem with these wishes alone.
Problem with_wishes(const Problem& problem, const std::vector<Wish>& wishes);
Sentence words_of(const Problem& problem, const Wish& wish);

}  // namespace sala::planner
