// SPDX-License-Identifier: Apache-2.0
//
// Whose name has letters that no font of this machine has: on paper they would vanish in silence.

#pragma once

#include "registration/registration_store.hpp"

namespace sala::registration {

// Among those who are approved, of one delegation or of all. One statement.
std::vector<Id<Registration>> with_unprintable_name(store::Session& session, std::int64_t forum,
                                                    const std::optional<DelegationId>& delegation);

// Those of somebody's names that can be printed; all of them when none can.
std::vector<std::string> printable(const std::vector<std::string>& names);

}  // namespace sala::registration
