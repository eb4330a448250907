// SPDX-License-Identifier: Apache-2.0
//
// What a value of a row holds, for statements that are put together while the program runs. Empty
// or 0 for a value of another kind, and for none.

#pragma once

#include "store/session.hpp"

namespace sala::store {

inline std::string words_in(const Value& value)
{
    const auto* words = std::get_if<std::string>(&value);
    return words ? *words : std::string{};
}

inline std::int64_t number_in(const Value& value)
{
    const auto* number = std::get_if<std::int64_t>(&value);
    return number ? *number : 0;
}

}  // namespace sala::store
