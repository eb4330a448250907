// SPDX-License-Identifier: Apache-2.0
//
// Where a delegation would rather speak, when a topic has several sittings. The programme decides;
// a wish says into which list somebody comes whom the programme does not name.

#pragma once

#include "floor/hall.hpp"
#include "floor/text_store.hpp"

#include <string>
#include <vector>

namespace sala::floor {

// Another sitting with a topic of this one, as the release has it.
struct Sibling {
    std::int64_t sitting = 0;
    std::string key;
    Text title;
};
std::vector<Sibling> siblings_of(store::Session& session, const Hall& hall);

// A delegation that is inscribed here and would rather speak elsewhere, or the other way round.
struct Preference {
    std::int64_t delegation = 0;
    bool comes = false;  // inscribed elsewhere, would rather speak here
    Kind kind = Kind::statement;
    Inscribed said;  // who speaks, at which level
    Text other;      // the title of the other sitting
};
std::vector<Preference> preferences_of(store::Session& session, const Hall& hall);

}  // namespace sala::floor
