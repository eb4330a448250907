// SPDX-License-Identifier: Apache-2.0
//
// All that delegations handed in for a sitting: inscriptions with their texts, and files.

#pragma once

#include "base/json.hpp"
#include "floor/hall.hpp"
#include "floor/speech_file.hpp"
#include "floor/text_store.hpp"

namespace sala::floor {

using Questions = std::vector<GuidingQuestion>;
using Files = std::map<std::int64_t, HandedIn>;  // of each delegation

struct Texts {
    std::vector<Inscription> inscriptions;
    Questions questions;
    Files files;
};
// Three statements.
Texts texts_at(store::Session& session, const Hall& hall);

// What was handed in for this very speech: a delegation that asks, replies or raises a point of
// order has handed in nothing for that, and its statement is still to come. Of several statements
// it is for the first one, of the kind it was inscribed as. Null: nothing.
const Inscription* text_for(const Texts& texts, const Floor& floor, const Entry& entry);

// Null when the delegation sent none.
const HandedIn* file_of(const Files& files, std::int64_t delegation);
Json file_json(const HandedIn* file);

}  // namespace sala::floor
