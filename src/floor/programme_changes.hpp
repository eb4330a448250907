// SPDX-License-Identifier: Apache-2.0
//
// What the programme says by now of a list that was taken over from it before: who does not speak
// any more, who has other minutes, who has come in. The chair sees it and takes it over.

#pragma once

#include "floor/hall.hpp"

namespace sala::floor {

struct ProgrammeChange {
    const Entry* entry = nullptr;      // of the hall; null: is not in the list yet
    const Planned* planned = nullptr;  // likewise; null: the programme has it no more

    bool is_gone() const { return planned == nullptr; }
    bool is_new() const { return entry == nullptr; }
};

// Whom the programme names and nobody has entered, in its order.
std::vector<const Planned*> not_entered(const Hall& hall);

// Of those who wait, in the order in which they were entered; then who has come in. Nothing before
// a list was taken over.
std::vector<ProgrammeChange> programme_changes(const Hall& hall);

}  // namespace sala::floor
