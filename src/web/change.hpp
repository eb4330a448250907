// SPDX-License-Identifier: Apache-2.0
//
// Somebody changes something: who may not is turned away before anything is read; what was sent is
// read and checked; then the verb runs in one write turn, and what it did is kept, or nothing.

#pragma once

#include "web/doors.hpp"

namespace sala::web {

struct Changed {
    Reply reply;
    std::vector<std::string>
        topics;                   // who watches these must look again; empty when nothing was kept
    std::int64_t statements = 0;  // that the turn took
};

// A refused form comes back on the page it came from, with nothing lost of what was typed.
Changed change(const Doors& doors, const Request& request, const Asked& asked,
               const Routes::Found& found);

}  // namespace sala::web
