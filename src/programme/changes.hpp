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
    enum What { added, removed, cancelled, restored, moved, resized, renamed, reworded };

    What what;
    std::string kind;  // "sitting", "agenda", "intervention"; "room", "body", "topic" for a name;
                       // "programme" for what stands around them
    std::string key;
    Text title;   // of the thing, as it is now or was
    Text within;  // the sitting that an agenda item or an intervention belongs to
    Text from;    // moved: when and where before and after; resized: how long; renamed: the names
    Text to;

    // Whether calendars must take the entry again.
    bool moves_calendar() const
    {
        return what == cancelled || what == restored || what == moved || what == resized;
    }
    bool operator==(const ProgrammeChange&) const = default;
};

std::vector<ProgrammeChange> changes_between(const Programme& before, const Programme& after);

Json to_json(const ProgrammeChange& change);
std::optional<ProgrammeChange> read_change(const Json& json);
// As a release keeps them; what cannot be read is left out.
std::vector<ProgrammeChange> read_changes(const std::string& json);
// `language` chooses the language of names, dates and clocks inside the sentence.
Sentence sentence_of(const ProgrammeChange& change, const Language& language);

}  // namespace sala::programme
