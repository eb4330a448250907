// SPDX-License-Identifier: Apache-2.0
//
// Between a forum's timetable and the planner: the same question in numbers, and the answer as
// places.

#pragma once

#include "bilateral/timetable.hpp"

namespace sala::bilateral {

enum class Planned { anew, fewest_changes, fill_gaps };
std::string_view word(Planned how);
std::optional<Planned> planned_named(std::string_view word);

// The meetings that can be somewhere at all. `which`: their places in timetable.meetings.
struct Asked {
    planner::Problem problem;
    std::vector<std::size_t> which;
    Planned how = Planned::anew;
    std::vector<Place> was;
};
// `was`: where a published timetable has them, in the slots of this one.
Asked problem_of(const Timetable& timetable, const web::Reader& reader, Planned how,
                 const std::vector<Place>& was);
// Refuses: no-slots, too-many-slots, no-desks, no-meetings.
Allowed can_be_asked(const Timetable& timetable);

// Whether a plan leaves out somebody who was to stay where they are, for the sake of others.
bool leaves_out_a_pin(const Asked& asked, const planner::Plan& plan);
// From now on whoever is to stay comes before everybody else.
void put_pins_first(Asked& asked);

// What a plan says, as places, at the planner's desks; pins stay pins where they are. What is to
// stay does, also where somebody is away by now.
std::vector<Place> places_of(const Timetable& timetable, const Asked& asked,
                             const planner::Plan& plan);
// Whose pins are none any more in these places: they could not stay.
std::vector<Id<Meeting>> pins_let_go(const Timetable& timetable, const std::vector<Place>& places);
// Whether one of them would begin in a slot that has begun, and is not there already.
bool comes_into_the_past(const Timetable& timetable, const std::vector<Place>& places);

}  // namespace sala::bilateral
