// SPDX-License-Identifier: Apache-2.0

#include "bilateral/staying.hpp"

#include <algorithm>

namespace sala::bilateral {

namespace {

// When somebody who meets there is away, in the slots that have not begun.
planner::Slots away_during(const Timetable& timetable, const Meeting& meeting, int slot)
{
    planner::Slots away = 0;
    for (const auto delegation : meeting.delegations())
        away |= timetable.away(delegation);
    const auto when = timetable.spread(meeting, slot);
    return when ? *when & away & ~timetable.begun : ~planner::Slots{0};
}

bool can_be_elsewhere(const Timetable& timetable, const Meeting& meeting)
{
    for (int slot = 0; slot < static_cast<int>(timetable.slots.size()); ++slot)
        if (!timetable.has_begun(slot) && away_during(timetable, meeting, slot) == 0)
            return is_interpreted(timetable, meeting);
    return false;
}

}  // namespace

const Place* place_in(const std::vector<Place>& places, Id<Meeting> meeting)
{
    const auto found = std::find_if(places.begin(), places.end(),
                                    [&](const Place& place) { return place.meeting == meeting; });
    return found == places.end() ? nullptr : &*found;
}

bool is_interpreted(const Timetable& timetable, const Meeting& meeting)
{
    const auto& pair = meeting.manner().pair;
    return pair.empty() || timetable.interpreters.contains(pair);
}

const Place* stays(const Timetable& timetable, const Meeting& meeting, Planned how,
                   const std::vector<Place>& was)
{
    const auto* place = timetable.place_of(meeting.id());
    if (!place || place->slot < 0)
        return nullptr;
    if (timetable.has_begun(place->slot) || how == Planned::fill_gaps)
        return place;
    if (how != Planned::fewest_changes)
        return place->pinned ? place : nullptr;
    if (!place->pinned && !place_in(was, meeting.id()))
        return nullptr;
    const bool does =
        is_interpreted(timetable, meeting) && away_during(timetable, meeting, place->slot) == 0;
    return (does && place->pinned) || (!does && !can_be_elsewhere(timetable, meeting)) ? place
                                                                                       : nullptr;
}

HeldAway held_away(const Timetable& timetable, Planned how, const std::vector<Place>& was)
{
    HeldAway held;
    for (const auto& meeting : timetable.meetings)
        if (const auto* place = stays(timetable, meeting, how, was))
            for (const auto delegation : meeting.delegations())
                held[delegation] |=
                    away_during(timetable, meeting, place->slot) & timetable.away(delegation);
    return held;
}

planner::Slots starts_allowed(const Timetable& timetable, const Meeting& meeting,
                              const HeldAway& held)
{
    auto allowed = ~timetable.begun;
    for (const auto delegation : meeting.delegations())
        if (const auto found = held.find(delegation); found != held.end())
            for (int offset = 0; offset < meeting.manner().slots; ++offset)
                allowed &= ~(found->second >> offset);
    return allowed;
}

bool has_room_for(const Timetable& timetable, const std::vector<Place>& places, const Place& place)
{
    const auto& meeting = *timetable.meeting(place.meeting);
    const auto when = timetable.spread(meeting, place.slot);
    if (!when)
        return false;
    std::map<std::pair<int, std::string>, int> taken;
    for (const auto& other : places)
        if (const auto* held = timetable.meeting(other.meeting))
            for (const int slot : planner::each_of(
                     timetable.spread(*held, other.slot).value_or(planner::Slots{0}) & *when))
                for (const auto& one : taken_by(timetable, *held, other))
                    ++taken[{slot, one.who}];
    const auto needs = taken_by(timetable, meeting, place);
    for (const int slot : planner::each_of(*when))
        for (const auto& one : needs)
            if (taken[{slot, one.who}] >= std::max(1, one.of))
                return false;
    return true;
}

}  // namespace sala::bilateral
