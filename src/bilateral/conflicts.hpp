// SPDX-License-Identifier: Apache-2.0
//
// What is in the way of a meeting, in words: before it is moved, while it has no place, and when
// something came up after it was placed.

#pragma once

#include "bilateral/timetable.hpp"

namespace sala::bilateral {

// What is in the way of a meeting there, in words; nothing: it fits. Where it is now does not
// count.
std::vector<Sentence> conflicts_at(const Timetable& timetable, const web::Reader& reader,
                                   const Meeting& meeting, int slot, const Desks* desks = nullptr,
                                   int desk = 0);
// Which other meeting has this desk then, in words.
std::optional<Sentence> desk_taken(const Timetable& timetable, const web::Reader& reader,
                                   const Meeting& meeting, int slot, const Desks& desks, int desk);
// The desks that are free for the whole meeting in that slot.
std::vector<Place> free_desks(const Timetable& timetable, const Meeting& meeting, int slot);
// The first of them.
std::optional<Place> free_desk(const Timetable& timetable, const Meeting& meeting, int slot);
// Why it is not in the timetable: that it lost its place, then one sentence for every kind of
// reason, with how many slots.
std::vector<Sentence> why_unplaced(const Timetable& timetable, const web::Reader& reader,
                                   const Meeting& meeting);

// A meeting that has, or had, a place which does not do any more, and why.
struct InTheWay {
    const Meeting* meeting = nullptr;
    const Place* place = nullptr;  // nothing: it lost it
    std::vector<Sentence> why;
};
// Somebody blocked the time or is in the programme since, an interpreter or a desk is gone.
std::vector<InTheWay> all_in_the_way(const Timetable& timetable, const web::Reader& reader);

}  // namespace sala::bilateral
