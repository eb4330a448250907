// SPDX-License-Identifier: Apache-2.0

#include "floor/rolling_list.hpp"

namespace sala::floor {

namespace {

// As the programme has the delegation's speech, so that it does not stand in the list twice.
Step entering(const Hall& hall, const Inscription& one)
{
    Step step;
    step.what = What::enter;
    step.kind = one.kind;
    step.delegation = one.delegation;
    if (const auto* planned = next_planned(hall, one.delegation)) {
        step.intervention = planned->id;
        step.seconds = planned->seconds;
        step.person = planned->person;
        step.post = planned->post;
    }
    for (const auto& member : hall.names.members())
        if (member.delegation == one.delegation && step.person == 0) {
            step.person = member.person;
            step.post = member.post;
        }
    return step;
}

// Whom the programme names here speaks here; the wish of all others decides.
bool is_elsewhere(const Hall& hall, const Inscription& one, const Entry* held)
{
    const bool planned =
        held ? held->intervention != 0 : next_planned(hall, one.delegation) != nullptr;
    return one.prefers != 0 && !planned;
}

}  // namespace

Allowed follow_inscription(web::Desk& desk, Hall& hall, const Inscription& one, bool is_new)
{
    const Entry* held = nullptr;
    for (const auto& entry : hall.floor.entries())
        if (entry.delegation == one.delegation && is_listed(entry.kind) &&
            entry.status == Status::waiting)
            held = &entry;
    if (one.withdrawn || is_elsewhere(hall, one, held))
        return held ? take(desk, hall, {.what = What::withdraw, .entry = held->id}, false)
                    : allowed();
    if (!held && !is_new)
        return allowed();
    const bool by_rules = hall.floor.phase() == Floor::Phase::before && !is_placed_by_hand(hall);
    if (!held)
        if (const auto entered = take(desk, hall, entering(hall, one), false); !entered)
            return entered.refusal();
    return by_rules ? put_in_order(desk, hall, false) : allowed();
}

}  // namespace sala::floor
