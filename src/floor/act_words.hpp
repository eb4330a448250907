// SPDX-License-Identifier: Apache-2.0
//
// What an act says, as a sentence: for the list of what happened and for the record.

#pragma once

#include "floor/hall.hpp"
#include "web/reader.hpp"

namespace sala::floor {

// `ruling` as in Step::other.
Sentence ruling_sentence(std::int64_t ruling, const std::string& who);
Sentence sentence_of(const web::Reader& reader, const Hall& hall, const Act& act);

}  // namespace sala::floor
