// SPDX-License-Identifier: Apache-2.0
//
// The letters after a timetable was published.

#pragma once

#include "bilateral/timetable_store.hpp"

namespace sala::bilateral {

// One to whoever speaks for a delegation for which something differs from what they were told
// last, with a line for each thing that is new, moved or gone. They wait in the outbox, in the
// place of those that waited there: what an earlier timetable said would be read beside what
// stands.
void tell_concerned(web::Desk& desk, const forum::Forum& forum, const std::vector<Known>& all,
                    const Released& before, const Released& released);

// Delegations whose day shows otherwise are told to look. That a timetable is there, and whether it
// is final, all days say; who meets at another place or time is the business of those who do.
void look_again(web::Desk& desk, const forum::Forum& forum, const std::vector<Known>& all,
                const Released& before, const Released& released);

}  // namespace sala::bilateral
