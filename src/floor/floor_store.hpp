// SPDX-License-Identifier: Apache-2.0
//
// The floor in the store: acts, rules, rehearsals, and the list of speeches that follows from them.

#pragma once

#include "floor/floor.hpp"
#include "store/session.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sala::floor {

// An act of a sitting, to be kept.
struct Kept {
    std::int64_t forum = 0;
    std::int64_t sitting = 0;
    Act act;
};
// Throws store::Duplicate when somebody else's act has that number already.
void insert(store::Session& session, const Kept& kept);

// In the order of their numbers.
std::vector<Act> acts_of(store::Session& session, std::int64_t forum, std::int64_t sitting);

// Login -> what it is called: of the chairs who acted after the act `seen`.
std::map<std::int64_t, std::string> chairs_since(store::Session& session, std::int64_t forum,
                                                 std::int64_t sitting, std::int64_t seen);

// All that were kept with the sitting, one after another; else those for the whole forum from
// before there was a sheet; else none.
struct KeptRules {
    std::int64_t id = 0;
    std::int64_t sitting = 0;  // 0: the forum's
    std::int64_t since = 0;    // number of the first act that is played with them
    Json rules;
};
std::vector<KeptRules> rules_of(store::Session& session, std::int64_t forum, std::int64_t sitting);

struct NewRules {
    std::int64_t forum = 0;
    std::int64_t id = 0;
    std::int64_t sitting = 0;
    std::int64_t since = 0;
    Json rules;
    std::int64_t by = 0;
    Instant at;
};
void keep_rules(store::Session& session, const NewRules& rules);

// A number by lot, for a sitting or (0) for the whole forum.
struct Draw {
    std::int64_t forum = 0;
    std::int64_t id = 0;
    std::int64_t sitting = 0;
    std::int64_t number = 0;
    std::int64_t by = 0;
    Instant at;
};
void keep_draw(store::Session& session, const Draw& draw);
// The newest for the sitting or the whole forum; 0: none.
std::int64_t drawn_for(store::Session& session, std::int64_t forum, std::int64_t sitting);

struct Rehearsal {
    bool running = false;
    std::int64_t number = 0;  // the highest a rehearsal used, or what its beginning or end counted
};
Rehearsal rehearsal_of(store::Session& session, std::int64_t forum, std::int64_t sitting);
// Beginning and ending count as an act does: `last` is a number nobody has used.
void begin_rehearsal(store::Session& session, std::int64_t forum, std::int64_t sitting,
                     std::int64_t last);
// Its acts go.
void end_rehearsal(store::Session& session, std::int64_t forum, std::int64_t sitting,
                   std::int64_t last);

// Writes the speeches of a sitting anew, from its floor. Rehearsed ones are not among them.
void keep_speeches(store::Session& session, std::int64_t forum, std::int64_t sitting,
                   const Floor& floor);

}  // namespace sala::floor
