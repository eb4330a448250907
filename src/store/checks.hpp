// SPDX-License-Identifier: Apache-2.0
//
// Looks for what is wrong with a store, one check after the other: one damaged place must not hide
// the others.

#pragma once

#include "store/store.hpp"

#include <span>
#include <string>
#include <vector>

namespace sala::store {

// A sentence is said once, however many checks come upon it.
void say_once(std::string sentence, std::vector<std::string>& wrong);

// A check that cannot read something adds what, and the next one begins. Throws StoreFault.
void look(Session& session, std::span<const Check> checks, std::vector<std::string>& wrong);

}  // namespace sala::store
