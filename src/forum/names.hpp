// SPDX-License-Identifier: Apache-2.0
//
// What the networks, bodies and venues of a forum are called, elsewhere too, and what is to be
// known of them: they have no page of their own.

#pragma once

#include "base/text.hpp"
#include "store/session.hpp"

#include <string>
#include <vector>

namespace sala::forum {

struct Named {
    std::string sheet;  // "bodies"
    std::string key;
    Text name;
    Text abbreviation;
    Text aliases;
    Text within;  // the network of a body, the place of a venue
    Text note;
};

// In the order of the sheets. Three statements.
std::vector<Named> names_of(store::Session& session, std::int64_t forum);

}  // namespace sala::forum
