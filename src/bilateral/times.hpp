// SPDX-License-Identifier: Apache-2.0
//
// When a delegation cannot meet, and in how many meetings it can be at a time.

#pragma once

#include "bilateral/party.hpp"

#include <map>
#include <vector>

namespace sala::bilateral {

struct Times {
    std::vector<Instant> away;  // the beginnings of slots in which it cannot
    int parallel = 1;

    bool is_away(Instant begins) const;
};

inline constexpr int parallel_max = 9;

void note_times(web::Desk& desk, std::int64_t forum, std::int64_t delegation, const Times& times);
// As each delegation said last; who said nothing is not there. One statement.
std::map<std::int64_t, Times> times_at(store::Session& session, std::int64_t forum);

}  // namespace sala::bilateral
