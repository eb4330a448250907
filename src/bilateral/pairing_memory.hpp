// SPDX-License-Identifier: Apache-2.0
//
// Pairs for all take long where there are hundreds of delegations. So they are worked out once, and
// remembered until somebody wishes, needs or offers something else, or the rules change.

#pragma once

#include "bilateral/pairing.hpp"

namespace sala::bilateral {

// What pair_up() says; asked the same by several at once, it is worked out by the first.
Pairing paired_once(const PairingProblem& problem);

}  // namespace sala::bilateral
