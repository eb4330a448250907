// SPDX-License-Identifier: Apache-2.0
//
// A printed date cut into its words: numbers, months, eras, dashes. Inside script/ only.

#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace sala::script {

struct Token {
    enum Kind {
        number,
        month,
        day_of_week,
        buddhist,
        common,
        dash,
        slash,
        from,
        no_end,
        unknown_end,
        filler
    };

    Kind kind;
    int value = 0;
    std::size_t digits = 0;
};

Refusal not_a_date(std::string_view text);

// The words that carry meaning, in order. Refuses with "not-a-date" at the first unknown one.
Result<std::vector<Token>> date_tokens(std::string_view text);

}  // namespace sala::script
