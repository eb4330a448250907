// SPDX-License-Identifier: Apache-2.0
//
// A released programme for calendars, schedule apps and feeds.

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
std::string to_calendar(const Programme& programme, const Published& published, const Language& language);

// frab/pentabarf schedule XML: rooms as rooms, bodies as tracks, sittings and speeches as events.
std::string to_schedule_xml(const Programme& programme, const Published& published, const Language& language);

// Atom feed of the releases, newest first.
std::string to_feed(const Text& forum_title, const std::string& slug, const std::vector<Release>& releases,
                    const std::string& public_url, const Language& language);

// The same for ever: made of the forum and the key, so that an entry keeps its identity.
std::string guid_of(const Programme& programme, const std::string& kind, const std::string& key);

}  // namespace sala::programme
