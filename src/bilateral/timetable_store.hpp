// SPDX-License-Identifier: Apache-2.0
//
// The timetable in the store: the draft, and each change of it.
//
// Whoever and whatever a meeting takes is a row whose key can be there once, so that nobody and no
// desk is in two places, whatever runs at the same time.

#pragma once

#include "bilateral/meeting_store.hpp"
#include "bilateral/released.hpp"
#include "bilateral/timetable_problem.hpp"

namespace sala::bilateral {

// A fixed number of statements, whatever its size.
Timetable load_timetable(store::Session& session, std::int64_t forum, Instant now);

// Who changes the draft: goes into plan_change.
struct PlanChange {
    std::int64_t forum = 0;
    std::string how;  // "planned", "moved", "taken-off", "pinned", "unpinned"
    Id<Meeting> meeting = {};
    std::int64_t run = 0;
    Id<web::Login> by = {};
    Instant at;
};
// Throws store::Duplicate when two change the draft at once.
void note_change(store::Session& session, const Timetable& timetable, const PlanChange& change);

// Puts a meeting there, in place of where it was. Throws store::Duplicate when somebody or
// something it takes is taken.
void put(store::Session& session, const Timetable& timetable, std::int64_t forum,
         const Place& place);
void take_off(store::Session& session, std::int64_t forum, Id<Meeting> meeting);
// One of several does not come: it is free then, the others meet.
void free_seats(store::Session& session, const Meeting& meeting, Side side);
// Where it is and what it takes stays as it is.
void note_pinned(store::Session& session, std::int64_t forum, Id<Meeting> meeting, bool pinned);
// Everything that is placed becomes this.
void put_all(store::Session& session, const Timetable& timetable, std::int64_t forum,
             const std::vector<Place>& places);

}  // namespace sala::bilateral
