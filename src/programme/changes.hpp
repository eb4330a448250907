// SPDX-License-Identifier: Apache-2.0
//
// What changed between two programmes, for the public changelog and for those concerned.

#pragma once

#include "base/json.hpp"
#include "programme/programme.hpp"

#include <map>
#include <set>

namespace sala::programme {

struct ProgrammeChange {
    enum What { added, removed, cancelled, restored, moved, renamed, reworded };

    What what;
    std::string kind;  // "sitting", "agenda", "intervention"
    std::string key;
    Text title;        // of the thing, as it is now or was
    std::string from;  // moved: "2022-12-02 09:00, Ballroom 1" before and after, in keys and clocks
    std::string to;

    // Whether calendars must take the entry again.
    bool moves_calendar() const { return what == cancelled || what == restored || what == moved; }
    bool operator==(const ProgrammeChange&) const = default;
};

std::vector<ProgrammeChange> changes_between(const Programme& before, const Programme& after);

Json to_json(const ProgrammeChange& change);
std::optional<ProgrammeChange> read_change(const Json& json);
Sentence sentence_of(const ProgrammeChange& change, const std::string& title);

}  // namespace sala::programme
