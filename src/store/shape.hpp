// SPDX-License-Identifier: Apache-2.0
//
// How a store is made, compared with how Sala makes one: a trigger of somebody else's would swallow
// what people do, unseen, and where a table is missing a page fails for them.

#pragma once

#include "store/connection.hpp"
#include "store/migration.hpp"
#include "store/store.hpp"

#include <span>
#include <string>
#include <vector>

namespace sala::store {

// Something that a store holds besides what Sala made, or lacks of it.
struct Misfit {
    std::string what;    // a sentence
    std::string remedy;  // another one
    bool acts;           // what people do may be lost by it
};

// What is otherwise than the steps behind the store make it; nothing when all is as it should be.
// Changes nothing. Throws StoreFault.
std::vector<Misfit> misfits(Store& store);

// What the store holds besides what `steps` make, what it lacks of that, and what is made
// otherwise. `steps` are those that it has behind it.
std::vector<Misfit> misfits_of(Connection& connection, std::span<const Step> steps);

}  // namespace sala::store
