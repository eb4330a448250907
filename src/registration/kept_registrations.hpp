// SPDX-License-Identifier: Apache-2.0
//
// What registration keeps about people, why and how long, and what is forgotten some time after the
// forum.

#pragma once

#include "web/kept_data.hpp"

#include "script/calendar.hpp"

#include <optional>
#include <vector>

namespace sala::registration {

std::vector<web::KeptData> kept_by_registration();

// The numbers of the forums whose last day was more than so many days ago, in brackets: the last of
// their days, or the end of their date; where neither is given, a year after somebody was
// registered there last.
std::string forums_over_since(store::Session& session, Instant now, int days);
// The day after which something written today is forgotten: so many days after the last day of the
// forum, or after today when that is later. Nothing while nobody knows when the forum is.
std::optional<script::Day> forgotten_after(store::Session& session, std::int64_t forum, Instant now,
                                           int days);

// Whether what a visa needs, and photos, are forgotten already, so that typing them is in vain.
bool forgets_visas(store::Session& session, std::int64_t forum, Instant now);

}  // namespace sala::registration
