// SPDX-License-Identifier: Apache-2.0
//
// A decision about many, before it is made: who would be decided about, who not, and why.

#pragma once

#include "registration/seen.hpp"

#include <map>
#include <vector>

namespace sala::registration {

struct Foreseen {
    Registered one;
    std::optional<Refusal> refusal;         // nothing: it would be done
    std::vector<ChangedWords> unseen = {};  // since the preview that was sent
};

// In the order given. A category that fills up on the way refuses those who come after. `places`
// by category key; a category that is not there has no limit.
std::vector<Foreseen> foreseen(const std::vector<Registered>& people, Step step,
                               const std::string& reason, std::map<std::string, Places> places);

}  // namespace sala::registration
