// SPDX-License-Identifier: Apache-2.0
//
// The programme the secretariat is working on: what it would change and what stands in its way.

#pragma once

#include "programme/conflicts.hpp"
#include "programme/programme_store.hpp"

namespace sala::programme {

struct Draft {
    Programme programme;
    std::vector<ProgrammeChange> changes;  // since the newest release
    std::vector<Conflict> conflicts;
    std::int64_t next_number = 1;

    // Short words that are other ones when the programme is: what somebody saw who releases it.
    std::string mark() const;
};

Draft look_at_draft(store::Session& session, std::int64_t forum, const Language& reader);

// When each person is in the city, from the delegates' sheet.
std::map<std::string, Stay> stays_of(store::Session& session, std::int64_t forum);

}  // namespace sala::programme
