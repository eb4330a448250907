// SPDX-License-Identifier: Apache-2.0
//
// Which acts others are told of. What a delegation says about whom it would meet, and whom not, is
// its own: that it said something, while what others are shown stays the same, would tell them
// what. So neither a gap in the numbers nor one more seal tells that it did.

#pragma once

#include "store/session.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sala::web {

// Of a row `a` of act.
constexpr std::string_view is_told = "(a.verb <> 'keep_preferences' OR a.for_whom <> '')";

// The numbers that readers see: 1, 2, 3 … of the acts that are told. 0 stays 0: older than the
// chain.
class ToldNumbers {
public:
    explicit ToldNumbers(store::Session& session);

    std::int64_t told(std::int64_t in_chain) const;
    std::int64_t in_chain(std::int64_t told) const;

private:
    std::vector<std::int64_t> untold_;  // in order
};

// The hash of the seal that the newest of them is in; empty when there is none. It changes with
// such an act alone, and holds whatever was done before.
std::string newest_told_seal(store::Session& session);

}  // namespace sala::web
