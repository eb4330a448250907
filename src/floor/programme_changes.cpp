// SPDX-License-Identifier: Apache-2.0

#include "floor/programme_changes.hpp"

namespace sala::floor {

namespace {

// Delegation -> how many of its statements came into the list without the programme.
std::map<std::int64_t, int> entered_by_hand(const Hall& hall)
{
    std::map<std::int64_t, int> many;
    for (const auto& entry : hall.floor.entries())
        if (entry.intervention == 0 && is_listed(entry.kind) && entry.status != Status::withdrawn)
            ++many[entry.delegation];
    return many;
}

// Whoever was taken off because the programme had it no more comes in again when it has.
bool stands_for(const Entry& entry, const Planned& planned)
{
    return entry.intervention == planned.id && !entry.cancelled;
}

}  // namespace

std::vector<const Planned*> not_entered(const Hall& hall)
{
    std::vector<const Planned*> all;
    // Whoever was entered by hand stands for one speech of the programme, and not twice.
    auto stands = entered_by_hand(hall);
    const auto& entries = hall.floor.entries();
    for (const auto& planned : hall.names.planned())
        if (std::none_of(entries.begin(), entries.end(),
                         [&](const Entry& entry) { return stands_for(entry, planned); }) &&
            (planned.delegation == 0 || stands[planned.delegation]-- <= 0))
            all.push_back(&planned);
    return all;
}

std::vector<ProgrammeChange> programme_changes(const Hall& hall)
{
    std::vector<ProgrammeChange> all;
    bool taken_over = false;
    for (const auto& entry : hall.floor.entries()) {
        taken_over = taken_over || entry.intervention != 0;
        if (entry.intervention == 0 || !entry.waits())
            continue;
        const auto* planned = hall.names.planned(entry.intervention);
        // Minutes that the chair gave stay until the programme says others than it said then.
        if (!planned || (planned->seconds != 0 && planned->seconds != entry.planned))
            all.push_back({&entry, planned});
    }
    if (taken_over)
        for (const auto* planned : not_entered(hall))
            all.push_back({nullptr, planned});
    return all;
}

}  // namespace sala::floor
