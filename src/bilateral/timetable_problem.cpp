// SPDX-License-Identifier: Apache-2.0

#include "bilateral/timetable_problem.hpp"

#include <algorithm>

namespace sala::bilateral {

namespace {

constexpr std::array<std::string_view, 3> planned_words{"anew", "fewest-changes", "fill-gaps"};

const Place* place_in(const std::vector<Place>& places, Id<Meeting> meeting)
{
    const auto found = std::find_if(places.begin(), places.end(),
                                    [&](const Place& place) { return place.meeting == meeting; });
    return found == places.end() ? nullptr : &*found;
}

// Delegations first, then the heads that are asked for.
class Parties {
public:
    Parties(const Timetable& timetable, const web::Reader& reader, planner::Problem& problem)
        : timetable_(timetable),
          reader_(reader),
          problem_(problem)
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
                                        timetable_.away(number) & ~timetable_.begun, parallel});
        return found->second;
    }

    const Timetable& timetable_;
    const web::Reader& reader_;
    planner::Problem& problem_;
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

Asked problem_of(const Timetable& timetable, const web::Reader& reader, Planned how,
                 const std::vector<Place>& was)
{
    Asked asked{hall_of(timetable, reader, how), {}};
    Parties parties(timetable, reader, asked.problem);
    for (std::size_t n = 0; n < timetable.meetings.size(); ++n) {
        const auto& meeting = timetable.meetings[n];
        const auto& manner = meeting.manner();
        planner::Meeting one{.length = manner.slots, .languages = manner.pair};
        one.name = words_of(reader, timetable.all, meeting.delegations(), " – ");
        for (const auto delegation : meeting.delegations()) {
            one.parties.push_back(parties.delegation(delegation));
            if (manner.with_heads)
                one.parties.push_back(parties.head(delegation));
        }
        const auto must = timetable.is_must.find(meeting.id().number());
        one.wish = must != timetable.is_must.end() && must->second
                       ? planner::Meeting::Wish::must
                       : planner::Meeting::Wish::would_like;
        const auto* place = timetable.place_of(meeting.id());
        const bool has_begun = place && timetable.has_begun(place->slot);
        if (place && place->slot >= 0 && (place->pinned || has_begun || how == Planned::fill_gaps))
            one.pinned = place->slot;
        if (!has_begun)
            one.allowed &= ~timetable.begun;
        if (const auto* before = place_in(was, meeting.id());
            before && before->slot >= 0 && how == Planned::fewest_changes) {
            one.was = before->slot;
            one.wish = planner::Meeting::Wish::must;  // nobody loses what is published
        }
        const bool interpreted =
            manner.pair.empty() || timetable.interpreters.contains(manner.pair);
        if (manner.slots > asked.problem.slots() || !interpreted ||
            asked.problem.starts_of(one) == 0)
            continue;  // it can be nowhere; the page says why
        asked.problem.meetings.push_back(std::move(one));
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

// What the planner was not asked, because it could be nowhere by now, is where it is all the same.
static void keep_what_has_begun(const Timetable& timetable, std::vector<Place>& places)
{
    for (const auto& place : timetable.places)
        if (timetable.has_begun(place.slot) && timetable.meeting(place.meeting) &&
            !place_in(places, place.meeting))
            places.push_back(place);
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
                          held.desk - before + 1, was && was->pinned});
    }
    keep_what_has_begun(timetable, places);
    return places;
}

bool comes_into_the_past(const Timetable& timetable, const std::vector<Place>& places)
{
    return std::any_of(places.begin(), places.end(), [&](const Place& place) {
        const auto* was = timetable.place_of(place.meeting);
        return timetable.has_begun(place.slot) && (!was || was->slot != place.slot);
    });
}

}  // namespace sala::bilateral
