// SPDX-License-Identifier: Apache-2.0
//
// How a forum registers: until when it asks for answers and for names, and the words of its letter.

#pragma once

#include "base/text.hpp"
#include "script/calendar.hpp"
#include "web/desk.hpp"

#include <string>
#include <vector>

namespace sala::registration {

struct Rules {
    std::int64_t version = 0;  // number of the row that counts; 0: nobody has set anything
    std::string answer_by;     // a day, or empty
    std::string register_by;   // a day, or empty
    Text letter;               // empty: the house's own words
    Text signature;

    // Whether `now` is after the last day of registering, as the forum's clock has it. From then
    // on what was sent in is changed by asking.
    bool closed(Instant now, const std::string& zone) const;
    // The forum's words, or the house's own in a language it has none for.
    std::string letter_in(const Language& language) const;
};

// The places a letter may have: {delegation}, {forum} … A letter with another one is refused:
// unknown-place, unclosed-place.
const std::vector<std::string>& letter_places();
Allowed places_are_known(const std::string& field, const std::string& words);

Rules rules_at(store::Session& session, std::int64_t forum);
void keep_rules(web::Desk& desk, std::int64_t forum, const Rules& rules);

}  // namespace sala::registration
