// SPDX-License-Identifier: Apache-2.0

#include "bilateral/timetable_store.hpp"

#include "programme/load_draft.hpp"

#include <algorithm>

namespace sala::bilateral {

namespace {

void load_hall(Timetable& timetable, store::Session& session, std::int64_t forum)
{
    for (const auto& [number, key, room, count] :
         session.select<std::int64_t, std::string, std::string, std::int64_t>(
             "SELECT d.id, d.key, r.name, d.count FROM desk d JOIN room r ON r.forum = d.forum AND "
             "r.id = d.room WHERE d.forum = :forum ORDER BY d.position, d.id",
             forum))
        timetable.desks.push_back(
            {number, key, Text::read(room).value_or(Text{}), static_cast<int>(count)});
    for (const auto& [pair, count] : session.select<std::string, std::int64_t>(
             "SELECT pair, SUM(count) FROM interpreting WHERE forum = :forum GROUP BY pair", forum))
        timetable.interpreters[pair] = static_cast<int>(count);
}

void load_places(Timetable& timetable, store::Session& session, std::int64_t forum)
{
    using Number = std::int64_t;
    for (const auto& [meeting, begins, desks, desk, pinned] :
         session.select<Number, Number, Number, Number, Number>(
             "SELECT meeting, begins, desks, desk, pinned FROM plan_place WHERE forum = :forum "
             "ORDER BY begins, desks, desk",
             forum)) {
        const Place place{Id<Meeting>{meeting}, slot_at(timetable.slots, Instant{begins}), desks,
                          static_cast<int>(desk), pinned != 0};
        (timetable.has(place) ? timetable.places : timetable.lost).push_back(place);
    }
    const auto version = session.find<std::optional<Number>>(
        "SELECT MAX(version) FROM plan_change WHERE forum = :forum", forum);
    timetable.version = static_cast<int>(std::get<0>(*version).value_or(0));
}

planner::Slots mask_of(const std::vector<bool>& slots)
{
    planner::Slots mask = 0;
    for (std::size_t n = 0; n < slots.size(); ++n)
        if (slots[n])
            mask |= planner::slot(static_cast<int>(n));
    return mask;
}

}  // namespace

// Which slots have begun, while the forum is on. Before its first day and after its last, as with
// forums of the past, a whole timetable is made.
static planner::Slots begun_slots(const programme::Programme& draft, const std::vector<Slot>& slots,
                                  Instant now)
{
    const auto is_earlier = [](const auto& a, const auto& b) { return a.day < b.day; };
    const auto [first, last] =
        std::minmax_element(draft.days.begin(), draft.days.end(), is_earlier);
    planner::Slots begun = 0;
    if (first == draft.days.end() || now < draft.at(first->day, 0) ||
        now >= draft.at(script::plus_days(last->day, 1), 0))
        return begun;
    for (std::size_t n = 0; n < slots.size(); ++n)
        if (slots[n].begins <= now)
            begun |= planner::slot(static_cast<int>(n));
    return begun;
}

Timetable load_timetable(store::Session& session, std::int64_t forum, Instant now)
{
    Timetable timetable;
    const auto draft = programme::load_draft(session, forum);
    timetable.all = known_at(session, forum);
    timetable.slots = slots_of(draft, rules_at(session, forum));
    timetable.slots_in_all = timetable.slots.size();
    timetable.slots.resize(std::min(timetable.slots.size(), slots_max));
    timetable.begun = begun_slots(draft, timetable.slots, now);
    load_hall(timetable, session, forum);
    timetable.times = times_at(session, forum);
    for (const auto& known : timetable.all)
        if (const auto busy = mask_of(on_the_floor(draft, timetable.slots, known.key)); busy != 0)
            timetable.on_the_floor[known.number] = busy;
    const auto wishes = wishes_at(session, forum);
    for (auto& meeting : meetings_at(session, forum)) {
        if (meeting.status(now) != Status::accepted)
            continue;
        for (const auto one : meeting.delegations())
            for (const auto other : meeting.delegations())
                if (const auto wish = wishes.find({one, other});
                    wish != wishes.end() && wish->second == Word::must)
                    timetable.is_must[meeting.id().number()] = true;
        timetable.meetings.push_back(std::move(meeting));
    }
    load_places(timetable, session, forum);
    return timetable;
}

void note_change(store::Session& session, const Timetable& timetable, const PlanChange& change)
{
    session.run("INSERT INTO plan_change (forum, version, how, meeting, run, by_login, at) VALUES "
                "(:forum, :version, :how, :meeting, :run, :by, :at)",
                change.forum, timetable.version + 1, change.how,
                change.meeting ? std::optional(change.meeting.number()) : std::nullopt,
                change.run != 0 ? std::optional(change.run) : std::nullopt,
                change.by ? std::optional(change.by.number()) : std::nullopt, change.at);
}

void take_off(store::Session& session, std::int64_t forum, Id<Meeting> meeting)
{
    for (const auto* table : {"plan_seat", "plan_place"})
        session.run(std::string("DELETE FROM ") + table +
                        " WHERE forum = :forum AND meeting = :meeting",
                    forum, meeting);
}

void free_seats(store::Session& session, const Meeting& meeting, Side side)
{
    const auto number = std::to_string(meeting.delegation(side));
    for (const auto* kind : {"delegation/", "head/"})
        session.run("DELETE FROM plan_seat WHERE forum = :forum AND meeting = :meeting AND who = "
                    ":who",
                    meeting.forum(), meeting.id(), kind + number);
}

void note_pinned(store::Session& session, std::int64_t forum, Id<Meeting> meeting, bool pinned)
{
    session.run("UPDATE plan_place SET pinned = :pinned WHERE forum = :forum AND meeting = "
                ":meeting",
                pinned, forum, meeting);
}

// The lowest number of its kind that nobody has in that slot; one too high when all are taken,
// which the key then refuses.
static std::int64_t free_seat(store::Session& session, std::int64_t forum, Instant begins,
                              const Taken& taken)
{
    std::int64_t seat = 0;
    for (const auto& [held] : session.select<std::int64_t>(
             "SELECT seat FROM plan_seat WHERE forum = :forum AND begins = :begins AND who = :who "
             "ORDER BY seat",
             forum, begins, taken.who)) {
        if (held != seat)
            break;
        ++seat;
    }
    return std::min<std::int64_t>(seat, std::max(0, taken.of - 1));
}

// A meeting that lost its place keeps nobody it would take from meeting elsewhere then.
static void make_way(store::Session& session, const Timetable& timetable, std::int64_t forum,
                     Instant begins, const Taken& taken)
{
    for (const auto& lost : timetable.lost)
        if (session.find<std::int64_t>("SELECT seat FROM plan_seat WHERE forum = :forum AND begins "
                                       "= :begins AND who = :who AND meeting = :meeting",
                                       forum, begins, taken.who, lost.meeting))
            take_off(session, forum, lost.meeting);
}

void put(store::Session& session, const Timetable& timetable, std::int64_t forum,
         const Place& place)
{
    const auto* meeting = timetable.meeting(place.meeting);
    if (!meeting)
        return;
    take_off(session, forum, place.meeting);
    session.run(
        "INSERT INTO plan_place (forum, meeting, begins, desks, desk, pinned) VALUES (:forum, "
        ":meeting, :begins, :desks, :desk, :pinned)",
        forum, place.meeting, timetable.slots[static_cast<std::size_t>(place.slot)].begins,
        place.desks, place.desk, place.pinned);
    for (int slot = place.slot; slot < place.slot + meeting->manner().slots; ++slot)
        for (const auto& taken : taken_by(timetable, *meeting, place)) {
            const auto begins = timetable.slots[static_cast<std::size_t>(slot)].begins;
            make_way(session, timetable, forum, begins, taken);
            session.run("INSERT INTO plan_seat (forum, begins, who, seat, meeting) VALUES (:forum, "
                        ":begins, :who, :seat, :meeting)",
                        forum, begins, taken.who, free_seat(session, forum, begins, taken),
                        place.meeting);
        }
}

void put_all(store::Session& session, const Timetable& timetable, std::int64_t forum,
             const std::vector<Place>& places)
{
    for (const auto* table : {"plan_seat", "plan_place"})
        session.run(std::string("DELETE FROM ") + table + " WHERE forum = :forum", forum);
    for (const auto& place : places)
        put(session, timetable, forum, place);
}

}  // namespace sala::bilateral
