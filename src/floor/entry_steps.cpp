// SPDX-License-Identifier: Apache-2.0

#include "floor/entry_steps.hpp"

#include <algorithm>

namespace sala::floor {

void allot(std::vector<Entry>& entries, const Step& step)
{
    for (auto& entry : entries) {
        if (step.entry == entry.id)
            entry.seconds = entry.planned = step.seconds;
        else if (step.entry == 0 && entry.waits() && is_listed(entry.kind))
            entry.seconds = entry.kind == Kind::group ? step.other : step.seconds;
    }
}

bool stands_already(const std::vector<Entry>& entries, const Step& step)
{
    return std::any_of(entries.begin(), entries.end(), [&](const Entry& one) {
        return one.delegation == step.delegation && one.kind == step.kind &&
               (one.status == Status::waiting || one.status == Status::asking);
    });
}

void play_said_of(Entry& entry, const Step& step)
{
    switch (step.what) {
    case What::substitute:
        if (!entry.substituted)
            entry.instead_of = entry.person;
        entry.substituted = true;
        break;
    case What::correct_speaker:
        if (!entry.other_speaker) {
            entry.recorded_delegation = entry.delegation;
            entry.recorded_person = entry.person;
        }
        entry.delegation = step.delegation;
        entry.other_speaker = true;
        break;
    case What::correct:
        // Its end was undone since: it is measured anew.
        if (!entry.was_heard())
            return;
        if (!entry.corrected)
            entry.measured = entry.spent;
        entry.spent = std::chrono::seconds{step.seconds};
        entry.corrected = true;
        return;
    case What::name:
        break;
    default:
        return;
    }
    entry.person = step.person;
    entry.post = step.post;
}

}  // namespace sala::floor
