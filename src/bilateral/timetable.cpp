// SPDX-License-Identifier: Apache-2.0

#include "bilateral/timetable.hpp"

#include <algorithm>

namespace sala::bilateral {

namespace {

// The slots a meeting takes when it begins in `slot`; nothing when it does not fit before the part
// of the day ends.
std::optional<planner::Slots> spread(const Timetable& timetable, const Meeting& meeting, int slot)
{
    const int end = slot + meeting.manner().slots;
    if (slot < 0 || end > static_cast<int>(timetable.slots.size()))
        return std::nullopt;
    if (timetable.slots[static_cast<std::size_t>(slot)].part !=
        timetable.slots[static_cast<std::size_t>(end - 1)].part)
        return std::nullopt;
    return planner::slots_between(slot, end);
}

// The other meetings that are placed in one of these slots.
template <class F>
void each_placed(const Timetable& timetable, const Meeting& but, planner::Slots when, F f)
{
    for (const auto& place : timetable.places) {
        const auto* meeting = timetable.meeting(place.meeting);
        if (!meeting || meeting->id() == but.id())
            continue;
        const auto taken = spread(timetable, *meeting, place.slot);
        if (taken && (*taken & when) != 0)
            f(place, *meeting, *taken & when);
    }
}

// The most of them that are taken in one slot.
int most_at_once(planner::Slots when, const std::vector<planner::Slots>& taken)
{
    int most = 0;
    for (const int slot : planner::each_of(when))
        most = std::max(most, static_cast<int>(std::count_if(
                                  taken.begin(), taken.end(),
                                  [&](planner::Slots one) { return planner::has(one, slot); })));
    return most;
}

std::string pair_words(const Timetable& timetable, const web::Reader& reader,
                       const Meeting& meeting)
{
    return words_of(reader, timetable.all, meeting.delegations(), " – ");
}

// Of one slot each meeting in the way is named; over all slots they are counted.
enum class Telling { each, counted };

void add_side_conflicts(const Timetable& timetable, const web::Reader& reader,
                        const Meeting& meeting, std::int64_t delegation, planner::Slots when,
                        Telling telling, std::vector<Sentence>& found)
{
    const Arguments name{{"name", words_of(reader, timetable.all, delegation)}};
    const auto times = timetable.times.find(delegation);
    for (const int slot : planner::each_of(when))
        if (times != timetable.times.end() &&
            times->second.is_away(timetable.slots[static_cast<std::size_t>(slot)])) {
            found.push_back(tr("{name} cannot meet then.", name));
            break;
        }
    const auto floor = timetable.on_the_floor.find(delegation);
    if (floor != timetable.on_the_floor.end() && (floor->second & when) != 0)
        found.push_back(tr("{name} is in the programme then.", name));
    std::vector<planner::Slots> taken;
    std::string other_pair;
    each_placed(timetable, meeting, when, [&](const Place&, const Meeting& other, auto slots) {
        if (!other.meets(delegation))
            return;
        taken.push_back(slots);
        other_pair = pair_words(timetable, reader, other);
        if (meeting.manner().with_heads && other.manner().with_heads)
            found.push_back(tr("The head of {name} is in the meeting {pair} then.",
                               {name.front(), {"pair", other_pair}}));
    });
    if (most_at_once(when, taken) >= timetable.parallel_of(delegation))
        found.push_back(telling == Telling::each ? tr("{name} has the meeting {pair} then.",
                                                      {name.front(), {"pair", other_pair}})
                                                 : tr("{name} has another meeting then.", name));
}

void add_interpreter_conflict(const Timetable& timetable, const Meeting& meeting,
                              planner::Slots when, std::vector<Sentence>& found)
{
    const auto& pair = meeting.manner().pair;
    if (pair.empty())
        return;
    std::vector<planner::Slots> taken;
    each_placed(timetable, meeting, when, [&](const Place&, const Meeting& other, auto slots) {
        if (other.manner().pair == pair)
            taken.push_back(slots);
    });
    const auto there = timetable.interpreters.find(pair);
    if (most_at_once(when, taken) >= (there == timetable.interpreters.end() ? 0 : there->second))
        found.push_back(tr("No interpreter for {pair} is free then.", {{"pair", pair}}));
}

bool is_free(const Timetable& timetable, const Meeting& meeting, planner::Slots when,
             const Desks& desks, int desk)
{
    bool free = true;
    each_placed(timetable, meeting, when, [&](const Place& place, const Meeting&, auto) {
        free = free && !(place.desks == desks.number && place.desk == desk);
    });
    return free;
}

}  // namespace

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

static std::vector<Sentence> conflicts(const Timetable& timetable, const web::Reader& reader,
                                       const Meeting& meeting, int slot, const Desks* desks,
                                       int desk, Telling telling)
{
    const auto when = spread(timetable, meeting, slot);
    if (!when)
        return {tr("It would not end before this part of the day does.")};
    std::vector<Sentence> found;
    for (const auto delegation : meeting.delegations())
        add_side_conflicts(timetable, reader, meeting, delegation, *when, telling, found);
    add_interpreter_conflict(timetable, meeting, *when, found);
    if (desks && !is_free(timetable, meeting, *when, *desks, desk))
        found.push_back(tr("This desk is taken then."));
    if (!desks && found.empty() && !free_desk(timetable, meeting, slot))
        found.push_back(tr("No desk is free then."));
    return found;
}

std::vector<Sentence> conflicts_at(const Timetable& timetable, const web::Reader& reader,
                                   const Meeting& meeting, int slot, const Desks* desks, int desk)
{
    return conflicts(timetable, reader, meeting, slot, desks, desk, Telling::each);
}

std::optional<Place> free_desk(const Timetable& timetable, const Meeting& meeting, int slot)
{
    const auto when = spread(timetable, meeting, slot);
    if (!when)
        return std::nullopt;
    for (const auto& row : timetable.desks)
        for (int desk = 1; desk <= row.count; ++desk)
            if (is_free(timetable, meeting, *when, row, desk))
                return Place{meeting.id(), slot, row.number, desk, false};
    return std::nullopt;
}

std::vector<Sentence> why_unplaced(const Timetable& timetable, const web::Reader& reader,
                                   const Meeting& meeting)
{
    std::vector<Sentence> reasons;
    std::vector<std::size_t> counts;
    for (int slot = 0; slot < static_cast<int>(timetable.slots.size()); ++slot) {
        const auto here = conflicts(timetable, reader, meeting, slot, nullptr, 0, Telling::counted);
        if (here.empty())
            return {tr(
                "It would fit at {time}. Plan again, or move it there.",
                {{"time", slot_words(reader, timetable.slots[static_cast<std::size_t>(slot)])}})};
        for (const auto& reason : here) {
            const auto found = std::find(reasons.begin(), reasons.end(), reason);
            if (found == reasons.end()) {
                reasons.push_back(reason);
                counts.push_back(1);
            } else {
                ++counts[static_cast<std::size_t>(found - reasons.begin())];
            }
        }
    }
    std::vector<Sentence> said;
    said.reserve(reasons.size());
    for (std::size_t n = 0; n < reasons.size(); ++n)
        said.push_back(tr("{reason} ({count} of {all} slots)",
                          {{"reason", reader.say(reasons[n])},
                           {"count", std::to_string(counts[n])},
                           {"all", std::to_string(timetable.slots.size())}}));
    return said;
}

}  // namespace sala::bilateral
