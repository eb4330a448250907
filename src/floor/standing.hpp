// SPDX-License-Identifier: Apache-2.0
//
// Why everybody in the list stands where they stand: the rule that put them behind the one before,
// the chair's decision with its reason, or that they came later.

#pragma once

#include "floor/hall.hpp"
#include "web/reader.hpp"

#include <optional>

namespace sala::floor {

// The list as the rules compute it from who waits, with the reason for each place.
struct Computed {
    std::vector<Placed> all;
    // Without whom the chair has placed by hand, and without whom the list stands as the rules say.
    std::vector<Placed> by_rules;
    // Why the first who waits comes behind those who were called before; none: before them all.
    std::optional<Reason> behind_called;
};
Computed computed_list(const Hall& hall);

// Why an entry stands where it stands, in words of the reader.
std::string reason_of(const web::Reader& reader, const Hall& hall, const Entry& entry,
                      const Computed& computed);

// Who was given the floor before others who stood in front of them, and why: in that order.
struct Called {
    const Entry* entry = nullptr;  // of the hall
    std::string reason;            // empty: none was given, or it is gone
    bool reason_gone = false;
};
std::vector<Called> called_before_others(const Hall& hall);
Sentence called_why(const Called& called);

}  // namespace sala::floor
