// SPDX-License-Identifier: Apache-2.0
//
// What a forum asks of the timetable of its bilateral meetings: who meets whom, when each can,
// and where. Everything is numbered from 0; names are for sentences.

#pragma once

#include "base/result.hpp"
#include "planner/slots.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sala::planner {

// A delegation, or a person of one who is asked for by name. A delegation may sit in several
// meetings at a time (`parallel`), a person in one.
struct Party {
    std::string name;
    Slots away = 0;  // sittings, interventions, late arrivals
    int parallel = 1;
};

// A room with desks that are alike.
struct Room {
    std::string name;
    int desks = 1;
    int building = 0;
    std::vector<std::string> features;
    Slots closed = 0;
};

// Interpreters who know the same pairs of languages and have the same hours.
struct Interpreters {
    std::string name;
    int count = 1;
    std::vector<std::string> languages;  // pairs, such as "th-en"; "en-th" is the same
    Slots away = 0;
};

struct Meeting {
    enum class Wish { must, would_like };

    std::string name;
    std::vector<int> parties;
    int length = 1;  // slots in a row
    Slots allowed = ~Slots{0};
    std::optional<int> pinned;  // begins there and nowhere else
    std::vector<int> after;     // meetings that have to be over before
    Wish wish = Wish::must;
    std::vector<std::string> features;  // of the room
    std::string languages;              // the interpreter's pair; empty: none is needed
    Slots preferred = 0;                // begins there if possible; 0: no preference
    std::optional<int> was;             // the slot in which the published plan has it
    std::optional<int> was_at;          // its desk there, numbered through all rooms
};

struct Problem {
    std::vector<std::string> slot_names;  // one a slot
    std::vector<int> parts;  // first slot of each part of the day; meetings stay in one
    std::vector<Party> parties;
    std::vector<Room> rooms;
    std::vector<Interpreters> interpreters;
    std::vector<Meeting> meetings;
    std::vector<std::vector<int>> walk;  // slots it takes from building to building
    int fairness = -1;                   // nobody has so many more breaks than another; -1: any
    bool fairness_is_soft = false;       // then what exceeds it is a layer of its own
    bool all_required = true;            // a plan without one of the meetings is none
    std::vector<std::string> layers;     // of the objective, first things first

    int slots() const { return static_cast<int>(slot_names.size()); }

    // The slots in which a meeting may begin, as far as it alone decides.
    Slots starts_of(const Meeting& meeting) const;
};

// What a layer of the objective counts, in the order in which they come unless told otherwise.
inline constexpr const char* layer_names[] = {
    "must", "would-like", "moved", "unfair", "breaks", "idle", "desk-changes", "preferences"};

// What is impossible to plan is refused here, with a sentence.
Allowed check(const Problem& problem);

}  // namespace sala::planner
