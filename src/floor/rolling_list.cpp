// SPDX-License-Identifier: Apache-2.0

#include "floor/rolling_list.hpp"

#include "floor/as_planned.hpp"
#include "floor/speakers.hpp"

namespace sala::floor {

namespace {

Step entering(const Hall& hall, const Inscription& one)
{
    Step step;
    step.what = What::enter;
    step.kind = one.kind;
    step.delegation = one.delegation;
    enter_as_planned(hall, step);
    return step;
}

// Whom the programme names here speaks here; the wish of all others decides.
bool is_elsewhere(const Hall& hall, const Inscription& one, const Entry* held)
{
    const bool planned =
        held ? held->intervention != 0 : next_planned(hall, one.delegation) != nullptr;
    return one.prefers != 0 && !planned;
}

// Whoever was called and is not there still has a place, and comes back to it as said meanwhile.
const Entry* held_by(const Hall& hall, std::int64_t delegation)
{
    const Entry* held = nullptr;
    for (const auto& entry : hall.floor.entries())
        if (entry.delegation == delegation && is_listed(entry.kind) && entry.waits() &&
            (!held || held->status == Status::absent || entry.status == Status::waiting))
            held = &entry;
    return held;
}

// Lists, halls and phones say who will speak as soon as the delegation says it.
Allowed follow_speaker(web::Desk& desk, Hall& hall, const Entry& held)
{
    Step step;
    step.what = What::name;
    step.entry = held.id;
    name_in(step,
            speaker_for(hall, held.delegation, held.kind, hall.names.planned(held.intervention)));
    if (held.substituted || (step.person == held.person && step.post == held.post))
        return allowed();
    return take(desk, hall, std::move(step), false);
}

}  // namespace

Allowed follow_inscription(web::Desk& desk, Hall& hall, const Inscription& one, bool is_new)
{
    const auto* held = held_by(hall, one.delegation);
    if (one.withdrawn || is_elsewhere(hall, one, held))
        return held ? take(desk, hall, {.what = What::withdraw, .entry = held->id}, false)
                    : allowed();
    if (!held && !is_new)
        return allowed();
    const bool by_rules = hall.floor.phase() == Floor::Phase::before && !is_placed_by_hand(hall);
    // A statement that becomes one of a group is another one, while no place is lost by that.
    const bool anew = held && held->kind != one.kind && by_rules;
    if (anew)
        if (const auto left = take(desk, hall, {.what = What::withdraw, .entry = held->id}, false);
            !left)
            return left.refusal();
    if (held && !anew)
        if (const auto named = follow_speaker(desk, hall, *held); !named)
            return named.refusal();
    if (!held || anew)
        if (const auto entered = take(desk, hall, entering(hall, one), false); !entered)
            return entered.refusal();
    return by_rules ? put_in_order(desk, hall, false) : allowed();
}

}  // namespace sala::floor
