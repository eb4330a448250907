// SPDX-License-Identifier: Apache-2.0

#include "floor/filling.hpp"

#include "floor/preference.hpp"
#include "floor/programme_changes.hpp"
#include "floor/speakers.hpp"
#include "floor/standing.hpp"

#include <algorithm>

namespace sala::floor {

namespace {

// `of_release`: for those who see nothing else.
Step entering(const Hall& hall, const Planned& planned, bool of_release)
{
    Step step;
    step.what = What::enter;
    step.kind = planned.on_behalf.empty() ? Kind::statement : Kind::group;
    step.delegation = planned.delegation;
    name_in(step, speaker_for(hall, planned.delegation, step.kind, &planned));
    if (of_release && !planned.is_speaker_released && step.person == planned.person)
        name_in(step, {});
    step.intervention = planned.id;
    step.seconds = planned.seconds;
    return step;
}

// Everybody who comes into the list when it is filled: whom the programme names and nobody has
// entered, and those who would rather speak here and are not in this list.
std::vector<Step> joining(const Hall& hall, const std::vector<Step>& wishes, bool of_release)
{
    const auto& entries = hall.floor.entries();
    std::vector<Step> steps;
    for (const auto* planned : not_entered(hall))
        if (!of_release || planned->is_released)
            steps.push_back(entering(hall, *planned, of_release));
    for (const auto& wish : wishes)
        if (hall.names.delegation(wish.delegation) &&
            std::none_of(entries.begin(), entries.end(),
                         [&](const Entry& entry) {
                             return entry.delegation == wish.delegation && is_listed(entry.kind);
                         }) &&
            std::none_of(steps.begin(), steps.end(),
                         [&](const Step& step) { return step.delegation == wish.delegation; }))
            steps.push_back(wish);
    return steps;
}

// As if the chair had done it: it is no act of the sitting and has no number of its own.
void imagine(Hall& hall, Step step)
{
    auto taken = hall.floor.taken(std::move(step), hall.rules, true);
    if (!taken)
        return;
    Act act;
    act.id = std::min<std::int64_t>(0, hall.acts.empty() ? 0 : hall.acts.back().id) - 1;
    act.number = hall.floor.version();
    act.step = *std::move(taken);
    hall.acts.push_back(std::move(act));
    play(hall);
}

}  // namespace

bool is_untouched(const Hall& hall)
{
    const auto& entries = hall.floor.entries();
    return hall.floor.phase() == Floor::Phase::before &&
           std::all_of(entries.begin(), entries.end(),
                       [](const Entry& entry) { return entry.asked; });
}

std::vector<Step> wishes_of(store::Session& session, const Hall& hall)
{
    std::vector<Step> steps;
    for (const auto& wish : preferences_of(session, hall)) {
        if (!wish.comes)
            continue;
        Step step;
        step.what = What::enter;
        step.kind = wish.kind;
        step.delegation = wish.delegation;
        name_in(step, speaker_by(hall, wish.delegation, nullptr, &wish.said));
        steps.push_back(std::move(step));
    }
    return steps;
}

// What the programme has cancelled, and minutes that it changed.
static Allowed follow_programme(web::Desk& desk, Hall& hall)
{
    std::vector<Step> steps;
    for (const auto& change : programme_changes(hall)) {
        if (change.is_gone())
            steps.push_back({.what = What::withdraw, .entry = change.entry->id, .other = 1});
        else if (!change.is_new())
            steps.push_back({.what = What::allot,
                             .entry = change.entry->id,
                             .seconds = change.planned->seconds});
    }
    for (auto& step : steps)
        if (const auto taken = take(desk, hall, std::move(step)); !taken)
            return taken.refusal();
    return allowed();
}

Allowed fill_list(web::Desk& desk, Hall& hall)
{
    const bool placed = is_placed_by_hand(hall);
    if (const auto followed = follow_programme(desk, hall); !followed)
        return followed.refusal();
    for (auto& step : joining(hall, wishes_of(desk.session(), hall), false))
        // Nobody's minutes keep a sitting from opening; the chair reads the wish below the list.
        if (const auto entered = take(desk, hall, std::move(step));
            !entered && entered.refusal().code != "budget-spent")
            return entered.refusal();
    return placed ? allowed() : put_in_order(desk, hall);
}

Hall as_it_would_open(Hall hall)
{
    if (!is_untouched(hall))
        return hall;
    const bool placed = is_placed_by_hand(hall);
    for (auto& step : joining(hall, hall.wishes, true))
        imagine(hall, std::move(step));
    if (!placed)
        imagine(hall, order_of(hall));
    return hall;
}

}  // namespace sala::floor
