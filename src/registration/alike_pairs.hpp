// SPDX-License-Identifier: Apache-2.0
//
// Pairs of registrations that may be one person. Suggested to a person, who decides; nothing
// follows by itself. What names sound like is kept when they are written (registration_now.hpp), so
// nobody is compared with everybody.

#pragma once

#include "registration/registration.hpp"
#include "store/session.hpp"

#include <vector>

namespace sala::registration {

struct Pair {
    Id<Registration> one;
    Id<Registration> other;
    int score = 0;        // 80 to 100: by the best pair of their names in any script
    bool papers = false;  // they have one passport; then 100, whatever the names

    bool operator==(const Pair&) const = default;
};

// Best first, each once, at most `at_most`. Three statements, whatever the numbers.
std::vector<Pair> pairs_alike(store::Session& session, std::int64_t forum, std::size_t at_most);

}  // namespace sala::registration
