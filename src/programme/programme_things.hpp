// SPDX-License-Identifier: Apache-2.0
//
// A programme taken apart into its things, flat, so that two programmes can be compared thing by
// thing.

#pragma once

#include "programme/programme.hpp"

#include <map>

namespace sala::programme {

struct Thing {
    std::string kind;
    Text title;
    Text within;
    Text when;         // for people
    Text length;       // the minutes, for people
    Text place;        // when and where, for people
    std::string room;  // key
    bool cancelled;
    std::string rest;  // everything else that is printed
};

// By "kind:key".
std::map<std::string, Thing> things_of(const Programme& programme);
// Its place with the minutes: "4 July 2022 14:00, Ballroom 1 (90 min)".
Text with_length(const Thing& thing);
// That there is one more or one less of these is a change of what stands around the sittings.
bool is_part_of_frame(const Thing& thing);

}  // namespace sala::programme
