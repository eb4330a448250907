// SPDX-License-Identifier: Apache-2.0
//
// The items of terms as they are kept and hashed, and as programs read them.

#pragma once

#include "base/json.hpp"
#include "bilateral/terms.hpp"

namespace sala::bilateral {

// As they are kept and hashed: a column is a string where its letters tell the one language it is
// in, else an object, language -> words.
Json items_json(const std::vector<Item>& items);
std::vector<Item> read_items(const std::string& json);
// As programs read them: columns in the language of the reader as far as they are, and under
// "words" in all.
Json items_json(const std::vector<Item>& items, const Language& reader);

}  // namespace sala::bilateral
