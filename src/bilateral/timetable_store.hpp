// SPDX-License-Identifier: Apache-2.0
//
// The timetable in the store: the draft, each change of it, and what was published.
//
// Whoever and whatever a meeting takes is a row whose key can be there once, so that nobody and no
// desk is in two places, whatever runs at the same time.

#pragma once

#include "bilateral/meeting_store.hpp"
#include "bilateral/timetable_problem.hpp"

#include <algorithm>

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

// A published timetable: whole, with moments instead of slots, so that it stays as it was.
struct Released {
    struct Entry {
        Id<Meeting> meeting;
        std::vector<std::int64_t> delegations;  // the host first
        Instant begins;
        Instant ends;
        std::int64_t desks = 0;
        int desk = 0;
        Text room;

        bool is_with(std::int64_t delegation) const
        {
            return std::find(delegations.begin(), delegations.end(), delegation) !=
                   delegations.end();
        }
        bool operator==(const Entry&) const = default;
    };
    int number = 0;  // 0: nothing was published
    bool is_final = false;
    std::vector<Entry> entries;  // by time, then by desk
    Instant at;

    const Entry* of(Id<Meeting> meeting) const;
    // In the slots of a timetable; those of a slot that is gone are left out.
    std::vector<Place> places_in(const Timetable& timetable) const;
};
Released newest_release(store::Session& session, std::int64_t forum);
// The draft as it would be published.
Released as_release(const Timetable& timetable);
// Throws store::Duplicate when somebody published at the same moment.
void insert_release(web::Desk& desk, std::int64_t forum, const Released& released);

// What differs for those concerned: moved, new, gone.
struct Difference {
    const Released::Entry* was = nullptr;
    const Released::Entry* is = nullptr;
};
std::vector<Difference> differences(const Released& was, const Released& is);

}  // namespace sala::bilateral
