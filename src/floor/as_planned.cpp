// SPDX-License-Identifier: Apache-2.0

#include "floor/as_planned.hpp"

#include "floor/speakers.hpp"

namespace sala::floor {

void enter_as_planned(const Hall& hall, Step& step)
{
    const auto* planned = is_listed(step.kind) ? next_planned(hall, step.delegation) : nullptr;
    name_in(step, speaker_for(hall, step.delegation, step.kind, planned));
    if (!planned)
        return;
    // For those who read the release, and it has somebody else.
    if (!planned->is_speaker_released && step.person == planned->person)
        name_in(step, {});
    step.intervention = planned->id;
    if (step.seconds == 0)
        step.seconds = planned->seconds;
    else
        step.other = planned->seconds;
}

}  // namespace sala::floor
