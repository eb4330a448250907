// SPDX-License-Identifier: Apache-2.0
//
// The timetable of a forum's bilateral meetings: which meeting is in which slot at which desk, what
// would be in the way, and the same as a problem for the planner.

#pragma once

#include "bilateral/meeting.hpp"
#include "bilateral/preference.hpp"
#include "bilateral/slots.hpp"
#include "bilateral/times.hpp"
#include "planner/plan.hpp"

namespace sala::bilateral {

// Desks of a room that are alike: a row of their sheet.
struct Desks {
    std::int64_t number = 0;
    std::string key;
    Text room;
    int count = 0;
};

struct Place {
    Id<Meeting> meeting;
    int slot = 0;
    std::int64_t desks = 0;
    int desk = 1;  // of those desks, from 1
    bool pinned = false;

    bool operator==(const Place&) const = default;
};

// Everything that decides where a meeting can be.
struct Timetable {
    std::vector<Known> all;
    std::vector<Slot> slots;       // the first slots_max of them
    std::size_t slots_in_all = 0;  // how many the programme has; more cannot be planned
    std::vector<Desks> desks;
    std::map<std::string, int> interpreters;  // by pair of languages
    std::vector<Meeting> meetings;            // those that are agreed, by number
    std::map<std::int64_t, Times> times;
    std::map<std::int64_t, planner::Slots> on_the_floor;
    std::map<std::int64_t, bool> is_must;  // by meeting: somebody said that it must be
    std::vector<Place> places;
    int version = 0;  // of the draft

    const Meeting* meeting(Id<Meeting> id) const;
    const Place* place_of(Id<Meeting> id) const;
    const Desks* desks_of(std::int64_t number) const;
    int parallel_of(std::int64_t delegation) const;
    planner::Slots away(std::int64_t delegation) const;
    std::string desk_words(const web::Reader& reader, const Place& place) const;
    std::size_t places_in_all() const;  // slots times desks
};

// What a meeting takes in each of its slots: "delegation/12", "head/12", "desk/5/2",
// "interpreter/th-en", and how many of each there are.
struct Taken {
    std::string who;
    int of = 1;
};
std::vector<Taken> taken_by(const Timetable& timetable, const Meeting& meeting, const Place& place);

// What is in the way of a meeting there, in words; nothing: it fits. Where it is now does not
// count.
std::vector<Sentence> conflicts_at(const Timetable& timetable, const web::Reader& reader,
                                   const Meeting& meeting, int slot, const Desks* desks = nullptr,
                                   int desk = 0);
// A desk that is free for the whole meeting in that slot.
std::optional<Place> free_desk(const Timetable& timetable, const Meeting& meeting, int slot);
// Why it is not in the timetable: one sentence for every kind of reason, with how many slots.
std::vector<Sentence> why_unplaced(const Timetable& timetable, const web::Reader& reader,
                                   const Meeting& meeting);

}  // namespace sala::bilateral
