// SPDX-License-Identifier: Apache-2.0
//
// What a backup may take the place of. A slip in a nightly line must not cost somebody a letter, or
// a forum.

#pragma once

#include <string>

namespace sala::store {

enum class Over { earlier_backup, any_store };

// Throws a StoreFault unless nothing is at `file`, or a backup that an earlier run made. A backup
// is told from a store by its journal: copies are made without the log that whoever works in a
// store turns on. Such a store is replaced with Over::any_store only, and not while a program has
// it open; a file that is no store of Sala never.
void refuse_to_replace(const std::string& file, Over over);

}  // namespace sala::store
