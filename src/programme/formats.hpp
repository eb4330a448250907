// SPDX-License-Identifier: Apache-2.0
//
// A released programme for calendars and schedule apps.

#pragma once

#include "programme/programme_store.hpp"

namespace sala::programme {

// What a representation says of its release.
struct Published {
    std::int64_t number = 0;
    std::string name;
    Instant at;
    std::map<std::string, int> sequences;  // "sitting:key" -> SEQUENCE
    std::string public_url;                // empty: no absolute addresses
};

// One entry for each sitting, agenda item and intervention that has a time; times that no source
// gives say so in the description.
std::string to_calendar(const Programme& programme, const Published& published,
                        const Language& language);

// The same for ever: made of the forum and the key, so that an entry keeps its identity.
std::string guid_of(const Programme& programme, const std::string& kind, const std::string& key);

}  // namespace sala::programme
