// SPDX-License-Identifier: Apache-2.0
//
// All rows of one store into another, whichever engines they have.

#pragma once

#include "store/connection.hpp"
#include "store/store.hpp"

#include <span>

namespace sala::store {

// Replaces every row of `to`, in one transaction, by the rows of `from`, which is in a snapshot of
// its own; then rebuilds what is derived. Both have done the same steps. Tables that only one of
// them has are left alone. Throws StoreFault, and then nothing has changed.
void replace_rows(Connection& from, Connection& to, std::span<const Rebuild> rebuilds);

}  // namespace sala::store
