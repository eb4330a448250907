// SPDX-License-Identifier: Apache-2.0
//
// After the last day of registering nobody new comes in by a delegation's own hand: it asks the
// secretariat, which can still write somebody down.

#pragma once

#include "registration/entering.hpp"

namespace sala::registration {

// Refuses registration-closed. Whoever came back from the secretariat is no longer new.
Allowed may_still_come(const web::Desk& desk, const Delegation& delegation);

}  // namespace sala::registration
