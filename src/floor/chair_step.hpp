// SPDX-License-Identifier: Apache-2.0
//
// What a button of the console says, and what is done then. A step is a word with numbers behind
// it: "give", "give 12", "move 12 3", "add-time -60".

#pragma once

#include "floor/hall.hpp"

namespace sala::floor {

std::vector<web::Field> fields_of_step();

// The step that was asked for. Refuses: no-such-step, no-such-delegation, no-such-kind.
Result<Step> read_step(const Hall& hall, const web::Form& form);

// Takes it, with what belongs to it: opening a sitting fills its list, a remark of the chair begins
// at once.
Allowed take_chair_step(web::Desk& desk, Hall& hall, const web::Form& form);

}  // namespace sala::floor
