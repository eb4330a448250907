// SPDX-License-Identifier: Apache-2.0
//
// For which delegation somebody acts in the hall: the one their role is for, or the one they name
// when they hold several roles or are of the secretariat.

#pragma once

#include "floor/hall.hpp"

namespace sala::floor {

// Refuses: choose-delegation, no-such-delegation. Says for whom the visitor acts.
Result<const DelegationName*> own_delegation(web::Desk& desk, const Hall& hall);

}  // namespace sala::floor
