// SPDX-License-Identifier: Apache-2.0

#include "bilateral/conflicts.hpp"

#include "bilateral/interpreted.hpp"

#include <algorithm>

namespace sala::bilateral {

namespace {

// The other meetings that are placed in one of these slots.
template <class F>
void each_placed(const Timetable& timetable, const Meeting& but, planner::Slots when, F f)
{
    for (const auto& place : timetable.places) {
        const auto* meeting = timetable.meeting(place.meeting);
        if (!meeting || meeting->id() == but.id())
            continue;
        const auto taken = timetable.spread(*meeting, place.slot);
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

void add_interpreter_conflict(const Timetable& timetable, const web::Reader& reader,
                              const Meeting& meeting, planner::Slots when,
                              std::vector<Sentence>& found)
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
        found.push_back(
            tr("No interpreter for {pair} is free then.", {{"pair", languages_of(reader, pair)}}));
}

// The other meeting that has this desk then.
const Meeting* who_sits(const Timetable& timetable, const Meeting& meeting, planner::Slots when,
                        const Desks& desks, int desk)
{
    const Meeting* found = nullptr;
    each_placed(timetable, meeting, when, [&](const Place& place, const Meeting& other, auto) {
        if (place.desks == desks.number && place.desk == desk)
            found = &other;
    });
    return found;
}

}  // namespace

static std::vector<Sentence> conflicts(const Timetable& timetable, const web::Reader& reader,
                                       const Meeting& meeting, int slot, const Desks* desks,
                                       int desk, Telling telling)
{
    const auto when = timetable.spread(meeting, slot);
    if (!when)
        return {tr("It would not end before this part of the day does.")};
    const auto* now = timetable.place_of(meeting.id());
    if (timetable.has_begun(slot) && !(now && now->slot == slot))
        return {tr("This slot has begun already.")};
    std::vector<Sentence> found;
    for (const auto delegation : meeting.delegations())
        add_side_conflicts(timetable, reader, meeting, delegation, *when, telling, found);
    add_interpreter_conflict(timetable, reader, meeting, *when, found);
    if (desks)
        if (auto taken = desk_taken(timetable, reader, meeting, slot, *desks, desk))
            found.push_back(*std::move(taken));
    if (!desks && found.empty() && !free_desk(timetable, meeting, slot))
        found.push_back(tr("No desk is free then."));
    return found;
}

std::vector<Sentence> conflicts_at(const Timetable& timetable, const web::Reader& reader,
                                   const Meeting& meeting, int slot, const Desks* desks, int desk)
{
    return conflicts(timetable, reader, meeting, slot, desks, desk, Telling::each);
}

std::optional<Sentence> desk_taken(const Timetable& timetable, const web::Reader& reader,
                                   const Meeting& meeting, int slot, const Desks& desks, int desk)
{
    const auto when = timetable.spread(meeting, slot);
    const auto* other = when ? who_sits(timetable, meeting, *when, desks, desk) : nullptr;
    if (!other)
        return std::nullopt;
    return tr("The meeting {pair} is at this desk then.",
              {{"pair", pair_words(timetable, reader, *other)}});
}

std::vector<Place> free_desks(const Timetable& timetable, const Meeting& meeting, int slot)
{
    std::vector<Place> free;
    if (const auto when = timetable.spread(meeting, slot))
        for (const auto& row : timetable.desks)
            for (int desk = 1; desk <= row.count; ++desk)
                if (!who_sits(timetable, meeting, *when, row, desk))
                    free.push_back({meeting.id(), slot, row.number, desk, false});
    return free;
}

std::optional<Place> free_desk(const Timetable& timetable, const Meeting& meeting, int slot)
{
    const auto free = free_desks(timetable, meeting, slot);
    return free.empty() ? std::nullopt : std::optional(free.front());
}

// Nothing when it has its place, or never had one.
static std::optional<Sentence> why_lost(const Timetable& timetable, const web::Reader& reader,
                                        const Meeting& meeting)
{
    const auto found =
        std::find_if(timetable.lost.begin(), timetable.lost.end(),
                     [&](const Place& place) { return place.meeting == meeting.id(); });
    if (found == timetable.lost.end())
        return std::nullopt;
    if (found->slot < 0)
        return tr("It has no place any more: its time is no longer in the programme.");
    const auto* row = timetable.desks_of(found->desks);
    if (!row)
        return tr("It has no place any more: its desk was taken off the sheet.");
    if (found->desk > row->count)
        return tr("It has no place any more: {place} is no longer there.",
                  {{"place", timetable.desk_words(reader, *found)}});
    return tr("It has no place any more: it would not end before this part of the day does.");
}

static std::vector<Sentence> why_nowhere(const Timetable& timetable, const web::Reader& reader,
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

std::vector<Sentence> why_unplaced(const Timetable& timetable, const web::Reader& reader,
                                   const Meeting& meeting)
{
    auto why = why_nowhere(timetable, reader, meeting);
    if (auto lost = why_lost(timetable, reader, meeting))
        why.insert(why.begin(), *std::move(lost));
    return why;
}

std::vector<InTheWay> all_in_the_way(const Timetable& timetable, const web::Reader& reader)
{
    std::vector<InTheWay> all;
    for (const auto& meeting : timetable.meetings) {
        InTheWay one{&meeting, timetable.place_of(meeting.id()), {}};
        if (one.place)
            one.why = conflicts_at(timetable, reader, meeting, one.place->slot,
                                   timetable.desks_of(one.place->desks), one.place->desk);
        else if (auto lost = why_lost(timetable, reader, meeting))
            one.why.push_back(*std::move(lost));
        if (!one.why.empty())
            all.push_back(std::move(one));
    }
    return all;
}

}  // namespace sala::bilateral
