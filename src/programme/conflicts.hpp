// SPDX-License-Identifier: Apache-2.0
//
// What cannot be as the programme has it, explained: found before a release, never in the hall.

#pragma once

#include "programme/programme.hpp"

#include <map>

namespace sala::programme {

struct Conflict {
    enum Kind { person_twice, room_twice, too_many_minutes, outside_stay };

    Kind kind;
    std::string code;                 // "person-twice" ...
    std::vector<std::string> things;  // "sitting:key" and "intervention:key" concerned
    Sentence title;                   // "Bangkok is expected in two places at 09:08"
    Sentence sentence;                // who, where and when
    Sentence remedy;                  // what would put it right
};

// When somebody is in the city, by person's key.
struct Stay {
    std::optional<script::Day> arrives;
    std::optional<script::Day> leaves;
};

// `reader` chooses the language of names inside the sentences.
std::vector<Conflict> conflicts_in(const Programme& programme,
                                   const std::map<std::string, Stay>& stays,
                                   const Language& reader);

// Those that anybody may read: somebody is expected in two places.
std::vector<Conflict> conflicts_for_all(const Programme& programme, const Language& reader);

}  // namespace sala::programme
