// SPDX-License-Identifier: Apache-2.0
//
// The letters after a timetable was published.

#pragma once

#include "bilateral/timetable_store.hpp"

namespace sala::bilateral {

// One to whoever speaks for a delegation for which something differs, with a line for each thing
// that is new, moved or gone. They wait in the outbox.
void tell_concerned(web::Desk& desk, const forum::Forum& forum, const std::vector<Known>& all,
                    const std::vector<Difference>& differences, bool is_final);

}  // namespace sala::bilateral
