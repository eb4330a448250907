// SPDX-License-Identifier: Apache-2.0
//
// What is kept of those who write about meetings, why and how long: a copy of their words, their
// erasure, and what is forgotten some time after the forum.

#pragma once

#include "script/calendar.hpp"
#include "web/kept_data.hpp"

#include <optional>
#include <vector>

namespace sala::bilateral {

// After the last day of the forum, or after they were written when that was later.
constexpr int words_days = 90;
constexpr int terms_days = 365;

// The last day on which words, or terms that are not confirmed, stand there if they are written
// now.
std::optional<script::Day> words_stand_until(store::Session& session, std::int64_t forum,
                                             Instant now);
std::optional<script::Day> terms_stand_until(store::Session& session, std::int64_t forum,
                                             Instant now);

std::vector<web::KeptData> kept_by_meetings();

}  // namespace sala::bilateral
