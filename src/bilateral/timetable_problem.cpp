// SPDX-License-Identifier: Apache-2.0

#include "bilateral/timetable_problem.hpp"

#include "bilateral/staying.hpp"

#include <algorithm>

namespace sala::bilateral {

namespace {

constexpr std::array<std::string_view, 3> planned_words{"anew", "fewest-changes", "fill-gaps"};

// Delegations first, then the heads that are asked for.
class Parties {
public:
    Parties(const Timetable& timetable, const web::Reader& reader, planner::Problem& problem,
            const HeldAway& held)
        : timetable_(timetable),
          reader_(reader),
          problem_(problem),
          held_(held)
    {
    }

    int delegation(std::int64_t number)
    {
        return of(delegations_, number, timetable_.parallel_of(number));
    }
    int head(std::int64_t number) { return of(heads_, number, 1); }

private:
    int of(std::map<std::int64_t, int>& known, std::int64_t number, int parallel)
    {
        const auto next = static_cast<int>(problem_.parties.size());
        const auto [found, is_new] = known.emplace(number, next);
        if (is_new)
            problem_.parties.push_back({words_of(reader_, timetable_.all, number),
                                        timetable_.away(number) & ~timetable_.begun & ~held(number),
                                        parallel});
        return found->second;
    }
    planner::Slots held(std::int64_t number) const
    {
        const auto found = held_.find(number);
        return found == held_.end() ? 0 : found->second;
    }

    const Timetable& timetable_;
    const web::Reader& reader_;
    planner::Problem& problem_;
    const HeldAway& held_;
    std::map<std::int64_t, int> delegations_;
    std::map<std::int64_t, int> heads_;
};

// Where few changes are asked for, they weigh more than one meeting more: whoever reads what is
// published reads it because it stands.
constexpr std::array layers_of_few_changes{"must",   "moved", "would-like",   "unfair",
                                           "breaks", "idle",  "desk-changes", "preferences"};
static_assert(layers_of_few_changes.size() == std::size(planner::layer_names));

planner::Problem hall_of(const Timetable& timetable, const web::Reader& reader, Planned how)
{
    planner::Problem problem;
    for (std::size_t n = 0; n < timetable.slots.size(); ++n) {
        problem.slot_names.push_back(slot_words(reader, timetable.slots[n]));
        if (n == 0 || timetable.slots[n].part != timetable.slots[n - 1].part)
            problem.parts.push_back(static_cast<int>(n));
    }
    for (const auto& row : timetable.desks)
        problem.rooms.push_back({.name = row.key, .desks = row.count});
    for (const auto& [pair, count] : timetable.interpreters)
        problem.interpreters.push_back({.name = pair, .count = count, .languages = {pair}});
    problem.all_required = false;
    problem.fairness = 2;
    problem.fairness_is_soft = true;
    problem.layers.assign(std::begin(planner::layer_names), std::end(planner::layer_names));
    if (how == Planned::fewest_changes)
        problem.layers.assign(layers_of_few_changes.begin(), layers_of_few_changes.end());
    return problem;
}

}  // namespace

std::string_view word(Planned how) { return planned_words[static_cast<std::size_t>(how)]; }

std::optional<Planned> planned_named(std::string_view word)
{
    const auto found = std::find(planned_words.begin(), planned_words.end(), word);
    if (found == planned_words.end())
        return std::nullopt;
    return static_cast<Planned>(found - planned_words.begin());
}

Allowed can_be_asked(const Timetable& timetable)
{
    if (const auto slots = can_be_planned(timetable.slots_in_all); !slots)
        return slots;
    if (timetable.places_in_all() == 0)
        return conflict(
            "no-desks",
            "There is no desk to meet at. Write the rooms and their desks into the sheet "
            "“Desks”.");
    if (timetable.meetings.empty())
        return conflict("no-meetings",
                        "Nobody has agreed to a meeting yet, so there is nothing to plan.");
    return allowed();
}

// A meeting as the planner is asked about it; nothing when it can be nowhere, and the page says
// why.
static std::optional<planner::Meeting> asked_about(const Timetable& timetable,
                                                   const web::Reader& reader,
                                                   const Meeting& meeting, const Asked& asked,
                                                   const HeldAway& held, Parties& parties)
{
    const auto& manner = meeting.manner();
    const auto* place = timetable.place_of(meeting.id());
    const auto* stay = stays(timetable, meeting, asked.how, asked.was);
    const bool few = asked.how == Planned::fewest_changes;
    const auto must = timetable.is_must.find(meeting.id().number());
    const auto* before = few ? place_in(asked.was, meeting.id()) : nullptr;
    planner::Meeting one{.length = manner.slots};
    one.name = words_of(reader, timetable.all, meeting.delegations(), " – ");
    for (const auto delegation : meeting.delegations()) {
        one.parties.push_back(parties.delegation(delegation));
        if (manner.with_heads)
            one.parties.push_back(parties.head(delegation));
    }
    // Nobody loses what is published, nor what was pinned.
    const bool is_must = (must != timetable.is_must.end() && must->second) ||
                         (few && place && place->pinned) || (before && before->slot >= 0);
    one.wish = is_must ? planner::Meeting::Wish::must : planner::Meeting::Wish::would_like;
    if (before && before->slot >= 0)
        one.was = before->slot;
    if (is_interpreted(timetable, meeting))
        one.languages = manner.pair;
    else if (!stay)
        return std::nullopt;
    if (stay)
        one.pinned = stay->slot;
    else
        one.allowed = starts_allowed(timetable, meeting, held);
    if (manner.slots > asked.problem.slots() || asked.problem.starts_of(one) == 0)
        return std::nullopt;
    return one;
}

Asked problem_of(const Timetable& timetable, const web::Reader& reader, Planned how,
                 const std::vector<Place>& was)
{
    Asked asked{hall_of(timetable, reader, how), {}, how, was};
    const auto held = held_away(timetable, how, was);
    Parties parties(timetable, reader, asked.problem, held);
    for (std::size_t n = 0; n < timetable.meetings.size(); ++n)
        if (auto one =
                asked_about(timetable, reader, timetable.meetings[n], asked, held, parties)) {
            asked.problem.meetings.push_back(*std::move(one));
            asked.which.push_back(n);
        }
    return asked;
}

bool leaves_out_a_pin(const Asked& asked, const planner::Plan& plan)
{
    std::vector<bool> held(asked.problem.meetings.size());
    for (const auto& one : plan.meetings)
        held[static_cast<std::size_t>(one.meeting)] = true;
    for (std::size_t n = 0; n < held.size(); ++n)
        if (asked.problem.meetings[n].pinned && !held[n])
            return true;
    return false;
}

void put_pins_first(Asked& asked)
{
    for (auto& meeting : asked.problem.meetings)
        meeting.wish =
            meeting.pinned ? planner::Meeting::Wish::must : planner::Meeting::Wish::would_like;
}

// What has no place in the plan, and was to stay or is not to be lost, is where it is all the same
// as long as nobody else has its desk or its people then. The page says what is in its way.
static void keep_what_stays(const Timetable& timetable, const Asked& asked,
                            std::vector<Place>& places)
{
    for (const auto& place : timetable.places) {
        const auto* meeting = timetable.meeting(place.meeting);
        if (!meeting || place_in(places, place.meeting) || place.slot < 0)
            continue;
        const bool kept =
            place.pinned || timetable.has_begun(place.slot) || asked.how == Planned::fill_gaps ||
            (asked.how == Planned::fewest_changes && place_in(asked.was, place.meeting));
        if (kept && has_room_for(timetable, places, place))
            places.push_back(place);
    }
}

std::vector<Place> places_of(const Timetable& timetable, const Asked& asked,
                             const planner::Plan& plan)
{
    std::vector<Place> places;
    for (const auto& held : plan.meetings) {
        const auto& meeting =
            timetable.meetings[asked.which[static_cast<std::size_t>(held.meeting)]];
        // Desks are numbered through all rooms.
        int before = 0;
        for (int room = 0; room < held.room; ++room)
            before += timetable.desks[static_cast<std::size_t>(room)].count;
        const auto* was = timetable.place_of(meeting.id());
        places.push_back({meeting.id(), held.slot,
                          timetable.desks[static_cast<std::size_t>(held.room)].number,
                          held.desk - before + 1, was && was->pinned && was->slot == held.slot});
    }
    keep_what_stays(timetable, asked, places);
    return places;
}

std::vector<Id<Meeting>> pins_let_go(const Timetable& timetable, const std::vector<Place>& places)
{
    std::vector<Id<Meeting>> all;
    for (const auto& place : timetable.places) {
        const auto* now = place_in(places, place.meeting);
        if (place.pinned && timetable.meeting(place.meeting) && !(now && now->pinned))
            all.push_back(place.meeting);
    }
    return all;
}

bool comes_into_the_past(const Timetable& timetable, const std::vector<Place>& places)
{
    return std::any_of(places.begin(), places.end(), [&](const Place& place) {
        const auto* was = timetable.place_of(place.meeting);
        return timetable.has_begun(place.slot) && (!was || was->slot != place.slot);
    });
}

}  // namespace sala::bilateral
