// SPDX-License-Identifier: Apache-2.0
//
// How a forum holds its bilateral meetings: who may meet whom, how long, how many, and until when
// an ask waits for its answer.

#pragma once

#include "base/result.hpp"
#include "bilateral/party.hpp"

namespace sala::bilateral {

struct Rules {
    std::int64_t version = 0;      // number of the row that counts; 0: nobody has set anything
    bool other_countries = false;  // only delegations of different countries meet
    bool only_cities_ask = true;   // who is no city is asked, but does not ask
    int slot_minutes = 20;
    int change_minutes = 5;     // between two slots
    int ask_hours = 48;         // then an ask without an answer is over
    int meetings_at_least = 1;  // of each delegation, when pairs are proposed for all
    int meetings_at_most = 6;

    std::chrono::milliseconds ask_lives() const { return std::chrono::hours(ask_hours); }
};

Rules rules_at(store::Session& session, std::int64_t forum);
// Refuses: least-above-most.
Allowed keep_rules(web::Desk& desk, std::int64_t forum, const Rules& rules);

// Whether these two may meet at all. Refuses: meets-itself, same-country.
Allowed may_meet(const Rules& rules, const Known& one, const Known& other);
// Whether the first may ask the second. Refuses what may_meet refuses, and observers-are-asked.
Allowed may_ask(const Rules& rules, const Known& host, const Known& guest);

}  // namespace sala::bilateral
