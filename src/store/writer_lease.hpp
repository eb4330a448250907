// SPDX-License-Identifier: Apache-2.0
//
// The number of one writer, 0 to 1023, which stands in every id it makes (base/id.hpp): no two
// programs that write to one store have the same at the same time.

#pragma once

#include "store/store.hpp"

#include <chrono>

namespace sala::store {

// How long a number is leased. A program that stops without giving it back blocks it until then.
inline constexpr std::chrono::hours writer_lease{24};

// The smallest free number. Throws StoreFault when 1024 writers are about.
int lease_writer(Store& store);

// Call it every hour or so. Throws StoreFault when the lease has ended and somebody else has the
// number: then no id may be made with it any more.
void renew_writer(Store& store, int number);

void give_back_writer(Store& store, int number);

}  // namespace sala::store
