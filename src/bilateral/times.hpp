// SPDX-License-Identifier: Apache-2.0
//
// When a delegation cannot meet, and in how many meetings it can be at a time.
//
// What is kept is a span of time, not the name of a slot: when the slots are cut anew, whoever was
// away then is away in every slot that touches it.

#pragma once

#include "bilateral/party.hpp"
#include "bilateral/slots.hpp"

#include <map>
#include <vector>

namespace sala::bilateral {

struct Span {
    Instant from;
    Instant to;

    bool operator==(const Span&) const = default;
};

struct Times {
    std::vector<Span> away;
    int parallel = 1;

    bool is_away(const Slot& slot) const { return is_away(Span{slot.begins, slot.ends}); }
    bool is_away(const Span& time) const;  // for any part of it
    bool operator==(const Times&) const = default;
};

inline constexpr int parallel_max = 9;

void note_times(web::Desk& desk, std::int64_t forum, std::int64_t delegation, const Times& times);
// As each delegation said last; who said nothing is not there. One statement.
std::map<std::int64_t, Times> times_at(store::Session& session, std::int64_t forum);

}  // namespace sala::bilateral
