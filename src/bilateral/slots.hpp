// SPDX-License-Identifier: Apache-2.0
//
// When bilateral meetings can be: the sittings of that kind, cut into slots of one length; and when
// a delegation is in the programme elsewhere.

#pragma once

#include "bilateral/rules.hpp"
#include "planner/slots.hpp"
#include "programme/programme.hpp"

#include <string>
#include <vector>

namespace sala::bilateral {

struct Slot {
    script::Day day;
    int start = 0;  // minutes after midnight in the forum's zone
    int minutes = 0;
    int part = 0;  // slots of one sitting follow each other; a long meeting stays in one
    Instant begins;
    Instant ends;

    int end() const { return start + minutes; }
    bool operator==(const Slot&) const = default;
};

// What a timetable can have: a planner keeps one bit a slot. Pages that only list slots show all.
inline constexpr std::size_t slots_max = planner::slots_max;

// In the order of time. A sitting without a start or a length has none; cancelled ones neither.
std::vector<Slot> slots_of(const programme::Programme& programme, const Rules& rules);

// Refuses no-slots and too-many-slots, so that nobody plans into nothing or with half of the time.
Allowed can_be_planned(std::size_t slots);

// "15:45–16:05", of minutes after midnight.
std::string clock_range(const web::Reader& reader, int from, int to);
std::string slot_words(const web::Reader& reader, const Slot& slot);
// The same with its day, for a forum of several days.
std::string slot_with_day(const web::Reader& reader, const Slot& slot);

// In which slots the programme has this delegation on the floor or in a courtesy call, slot by
// slot.
std::vector<bool> on_the_floor(const programme::Programme& programme,
                               const std::vector<Slot>& slots, std::string_view delegation_key);

// The number of the slot that begins then, or -1.
int slot_at(const std::vector<Slot>& slots, Instant begins);

}  // namespace sala::bilateral
