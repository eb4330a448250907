// SPDX-License-Identifier: Apache-2.0

#include "bilateral/timetable.hpp"

#include <algorithm>

namespace sala::bilateral {

const Meeting* Timetable::meeting(Id<Meeting> id) const
{
    const auto found = std::lower_bound(
        meetings.begin(), meetings.end(), id,
        [](const Meeting& meeting, Id<Meeting> than) { return meeting.id() < than; });
    return found == meetings.end() || found->id() != id ? nullptr : &*found;
}

const Place* Timetable::place_of(Id<Meeting> id) const
{
    const auto found = std::find_if(places.begin(), places.end(),
                                    [&](const Place& place) { return place.meeting == id; });
    return found == places.end() ? nullptr : &*found;
}

const Desks* Timetable::desks_of(std::int64_t number) const
{
    const auto found = std::find_if(desks.begin(), desks.end(),
                                    [&](const Desks& one) { return one.number == number; });
    return found == desks.end() ? nullptr : &*found;
}

bool Timetable::has(const Place& place) const
{
    const auto* row = desks_of(place.desks);
    const auto* held = meeting(place.meeting);
    return row && place.desk <= row->count && place.slot >= 0 &&
           (!held || spread(*held, place.slot));
}

std::optional<planner::Slots> Timetable::spread(const Meeting& meeting, int slot) const
{
    const int end = slot + meeting.manner().slots;
    if (slot < 0 || end > static_cast<int>(slots.size()))
        return std::nullopt;
    if (slots[static_cast<std::size_t>(slot)].part != slots[static_cast<std::size_t>(end - 1)].part)
        return std::nullopt;
    return planner::slots_between(slot, end);
}

int Timetable::parallel_of(std::int64_t delegation) const
{
    const auto found = times.find(delegation);
    return found == times.end() ? 1 : found->second.parallel;
}

planner::Slots Timetable::away(std::int64_t delegation) const
{
    planner::Slots away = 0;
    if (const auto found = on_the_floor.find(delegation); found != on_the_floor.end())
        away |= found->second;
    if (const auto found = times.find(delegation); found != times.end())
        for (std::size_t n = 0; n < slots.size(); ++n)
            if (found->second.is_away(slots[n]))
                away |= planner::slot(static_cast<int>(n));
    return away;
}

std::string Timetable::desk_words(const web::Reader& reader, const Place& place) const
{
    const auto* row = desks_of(place.desks);
    return reader.say(tr("{room}, desk {number}",
                         {{"room", row ? row->room.words(reader.language) : std::string{}},
                          {"number", std::to_string(place.desk)}}));
}

std::size_t Timetable::places_in_all() const
{
    std::size_t count = 0;
    for (const auto& row : desks)
        count += static_cast<std::size_t>(row.count);
    return count * slots.size();
}

std::vector<Taken> taken_by(const Timetable& timetable, const Meeting& meeting, const Place& place)
{
    std::vector<Taken> taken{
        {"desk/" + std::to_string(place.desks) + "/" + std::to_string(place.desk), 1}};
    for (const auto delegation : meeting.delegations()) {
        const auto number = std::to_string(delegation);
        taken.push_back({"delegation/" + number, timetable.parallel_of(delegation)});
        if (meeting.manner().with_heads)
            taken.push_back({"head/" + number, 1});
    }
    if (const auto& pair = meeting.manner().pair; !pair.empty()) {
        const auto there = timetable.interpreters.find(pair);
        taken.push_back(
            {"interpreter/" + pair, there == timetable.interpreters.end() ? 0 : there->second});
    }
    return taken;
}

}  // namespace sala::bilateral
