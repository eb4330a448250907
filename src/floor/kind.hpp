// SPDX-License-Identifier: Apache-2.0
//
// The ways to take the floor. They are separate things: each has its own minutes, may stop the
// clock of whoever speaks, and may count against what a delegation may speak altogether.

#pragma once

#include "base/sentence.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace sala::floor {

enum class Kind {
    statement,  // in the order of the list
    group,      // a statement on behalf of several delegations
    response,   // answers what was just said
    question,   // interposed: the speech waits for it
    order,      // a point of order
    reply,      // the right of reply
    chair,      // a remark of the chair
};

inline constexpr std::array all_kinds{Kind::statement, Kind::group, Kind::response, Kind::question,
                                      Kind::order,     Kind::reply, Kind::chair};

std::string word(Kind kind);
std::optional<Kind> kind_named(std::string_view word);
Sentence name_of(Kind kind);

// Stands in the speakers' list. All others are asked for beside it.
inline bool is_listed(Kind kind) { return kind == Kind::statement || kind == Kind::group; }
// Comes into the middle of a speech, which goes on afterwards.
inline bool comes_between(Kind kind)
{
    return kind == Kind::response || kind == Kind::question || kind == Kind::order ||
           kind == Kind::chair;
}

}  // namespace sala::floor
