// SPDX-License-Identifier: Apache-2.0

#include "planner/problem.hpp"

#include <algorithm>

namespace sala::planner {
namespace {

Allowed check_parties(const Problem& problem, const Meeting& meeting)
{
    if (meeting.parties.size() < 2)
        return invalid("parties", "meets-nobody", "Meeting {meeting} needs two parties or more.",
                       {{"meeting", meeting.name}});
    auto sorted = meeting.parties;
    std::sort(sorted.begin(), sorted.end());
    if (sorted.front() < 0 || sorted.back() >= static_cast<int>(problem.parties.size()))
        return invalid("parties", "unknown-party",
                       "Meeting {meeting} names a party that is not known.",
                       {{"meeting", meeting.name}});
    if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end())
        return invalid("parties", "meets-itself", "Meeting {meeting} names one party twice.",
                       {{"meeting", meeting.name}});
    return allowed();
}

Allowed check_meeting(const Problem& problem, const Meeting& meeting)
{
    if (auto checked = check_parties(problem, meeting); !checked)
        return checked;
    if (meeting.length < 1 || meeting.length > problem.slots())
        return invalid("length", "bad-length",
                       "Meeting {meeting} is longer than the timetable, or has no length.",
                       {{"meeting", meeting.name}});
    if (meeting.pinned && (*meeting.pinned < 0 || *meeting.pinned >= problem.slots()))
        return invalid("pinned", "unknown-slot",
                       "Meeting {meeting} is pinned to a slot that is not there.",
                       {{"meeting", meeting.name}});
    for (const int other : meeting.after)
        if (other < 0 || other >= static_cast<int>(problem.meetings.size()))
            return invalid("after", "unknown-meeting",
                           "Meeting {meeting} is to follow a meeting that is not there.",
                           {{"meeting", meeting.name}});
    return allowed();
}

}  // namespace

Slots Problem::starts_of(const Meeting& meeting) const
{
    Slots possible = meeting.allowed & slots_before(slots() - meeting.length + 1);
    for (const int part : parts)  // a meeting that begins before ends before
        possible &= ~slots_between(std::max(0, part - meeting.length + 1), part);
    for (const int p : meeting.parties)
        for (int offset = 0; offset < meeting.length; ++offset)
            possible &= ~(parties[static_cast<std::size_t>(p)].away >> offset);
    return meeting.pinned ? possible & slot(*meeting.pinned) : possible;
}

// Where meetings may be left out, no plan is cheaper than one without any.
static Allowed check_layers(const Problem& problem)
{
    const auto& layers = problem.layers;
    if (problem.all_required || problem.meetings.empty() ||
        std::find(layers.begin(), layers.end(), "must") != layers.end())
        return allowed();
    return invalid("layers", "layers-without-must",
                   "Meetings may be left out here, so “must” has to be among the layers of the "
                   "objective, or the best plan would be an empty one.");
}

Allowed check(const Problem& problem)
{
    if (auto checked = check_layers(problem); !checked)
        return checked;
    if (problem.slots() < 1 || problem.slots() > slots_max)
        return invalid(
            "slots", "too-many-slots",
            "A timetable has 1 to {most} slots, and this one has {slots}.",
            {{"most", std::to_string(slots_max)}, {"slots", std::to_string(problem.slots())}});
    int desks = 0;
    for (const auto& room : problem.rooms) {
        if (room.desks < 0 || room.building < 0 ||
            (!problem.walk.empty() && room.building >= static_cast<int>(problem.walk.size())))
            return invalid("rooms", "bad-room",
                           "Room {room} has a building or a number of desks that cannot be.",
                           {{"room", room.name}});
        desks += room.desks;
    }
    if (desks == 0 && !problem.meetings.empty())
        return invalid("rooms", "no-desks",
                       "There are meetings to plan, and no desk to hold them at.");
    for (const auto& party : problem.parties)
        if (party.parallel < 1)
            return invalid("parallel", "bad-parallel",
                           "{party} takes part in no meeting at a time.", {{"party", party.name}});
    for (const auto& meeting : problem.meetings)
        if (auto checked = check_meeting(problem, meeting); !checked)
            return checked;
    return allowed();
}

}  // namespace sala::planner
