// SPDX-License-Identifier: Apache-2.0
//
// The timetable of a forum's bilateral meetings: which meeting is in which slot at which desk, and
// what it takes there.

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
    // Slots that have begun, on the days of the forum: what is there stays, nothing comes there.
    planner::Slots begun = 0;
    std::vector<Place> places;
    // Places that were given and are none any more: the desk, the slot or its length is gone.
    std::vector<Place> lost;
    int version = 0;  // of the draft

    const Meeting* meeting(Id<Meeting> id) const;
    const Place* place_of(Id<Meeting> id) const;
    const Desks* desks_of(std::int64_t number) const;
    bool has(const Place& place) const;  // whether such a desk and slot are there, for its length
    // The slots a meeting takes when it begins in `slot`; nothing when it does not fit before the
    // part of the day ends.
    std::optional<planner::Slots> spread(const Meeting& meeting, int slot) const;
    bool has_begun(int slot) const { return slot >= 0 && planner::has(begun, slot); }
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

}  // namespace sala::bilateral
