// SPDX-License-Identifier: Apache-2.0
//
// A backup comes back, into either engine: looked through before anything is replaced, and what was
// there is kept.

#pragma once

#include "store/store.hpp"

#include <span>
#include <string>
#include <vector>

namespace sala::store {

struct Restoring {
    std::span<const Rebuild> rebuilds = {};  // of what is derived, afterwards
    std::span<const Check> readable = {};    // what these find replaces nothing
    std::span<const Check> well = {};        // what these find is told
};

struct Restored {
    // Where what was there before is kept, or nothing when nothing was there: a SQLite file beside
    // itself as FILE.before-restore, rows of PostgreSQL so beside the backup; the next as
    // FILE.before-restore-2.
    std::string kept;
    std::vector<std::string> wrong;  // what is not well with the backup, a sentence each
};

// Replaces what `address` holds by the backup in `file`, after checking that the file is whole and
// can be read, and brings it to the version of this program. Throws StoreFault.
Restored restore(const std::string& file, const std::string& address, const Restoring& how);
Restored restore(const std::string& file, const std::string& address, const Restoring& how,
                 std::span<const Embedded> steps);

}  // namespace sala::store
