// SPDX-License-Identifier: Apache-2.0
//
// Which meetings stay where they are when the timetable is planned again, also where somebody
// blocked the time since: they keep their place, and the page says what is in their way.

#pragma once

#include "bilateral/timetable_problem.hpp"

namespace sala::bilateral {

const Place* place_in(const std::vector<Place>& places, Id<Meeting> meeting);

// Whether there are interpreters for its languages, or it needs none.
bool is_interpreted(const Timetable& timetable, const Meeting& meeting);

// Where a meeting stays whatever comes in its way: what has begun, what is pinned, and whatever
// there is while only gaps are filled. Few changes move a pin of which the place does not do any
// more, and leave it and what is published there only when it can be nowhere else.
const Place* stays(const Timetable& timetable, const Meeting& meeting, Planned how,
                   const std::vector<Place>& was);

// By delegation: the slots in which it is away, and in a meeting that stays there all the same.
using HeldAway = std::map<std::int64_t, planner::Slots>;
HeldAway held_away(const Timetable& timetable, Planned how, const std::vector<Place>& was);

// Where it may begin: what does not stay comes into no slot that has begun, and into none in which
// somebody of it is away, though they are held in another meeting then.
planner::Slots starts_allowed(const Timetable& timetable, const Meeting& meeting,
                              const HeldAway& held);

// Whether all it takes there is free still.
bool has_room_for(const Timetable& timetable, const std::vector<Place>& places, const Place& place);

}  // namespace sala::bilateral
