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
    std::string kind;  // "sitting", "agenda", "intervention"; "room", "body", "topic" for a name;
                       // "programme" for what stands around them
    std::string key;
    Text title;  // of the thing, as it is now or was
    Text from;   // moved: when and where before and after; renamed: the old name and the new
    Text to;

    // Whether calendars must take the entry again.
    bool moves_calendar() const { return what == cancelled || what == restored || what == moved; }
    bool operator==(const ProgrammeChange&) const = default;
};

std::vector<ProgrammeChange> changes_between(const Programme& before, const Programme& after);

Json to_json(const ProgrammeChange& change);
std::optional<ProgrammeChange> read_change(const Json& json);
// `language` chooses the language of names, dates and clocks inside the sentence.
Sentence sentence_of(const ProgrammeChange& change, const Language& language);

}  // namespace sala::programme
