// SPDX-License-Identifier: Apache-2.0
//
// Where a new row stands in its sheet: under which key, at which position.

#pragma once

#include "forum/forum.hpp"
#include "sheet/directory.hpp"

namespace sala::forum {

// The refusal "key-taken", beside the field.
Refusal key_taken(const std::string& key);
// Refuses key-taken, and key-on-server for a sheet that all forums of the server share.
Allowed key_is_free(store::Session& session, const Forum& forum, const sheet::Sheet& sheet,
                    const std::string& key, const sheet::Keeper& keeper);

// The one after the last, from 1; 0 where the sheet is the directory's, whose list keeps its own
// order.
std::int64_t next_position(store::Session& session, const Forum& forum, const sheet::Sheet& sheet);

}  // namespace sala::forum
