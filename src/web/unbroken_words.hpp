// SPDX-License-Identifier: Apache-2.0
//
// Words that no line may end in, because a reader would stumble: COVID-|19, 2022-|12-02,
// นายก|เทศมนตรี, ครั้ง|ที่ 5. Browsers cut them.

#pragma once

#include "web/html.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace sala::web {

// Where a word begins and ends in the bytes of a text.
struct Stretch {
    std::size_t begin = std::string_view::npos;
    std::size_t end = std::string_view::npos;
};

// Goes through a text once; `words` has to outlive it. No word of them needs an escape in markup.
class UnbrokenWords {
public:
    explicit UnbrokenWords(std::string_view words);

    std::optional<Stretch> next();

private:
    std::string_view words_;
    Stretch number_;
    Stretch thai_;
};

// A sentence beside a field in which no date or key is cut at its hyphens: "such as bangkok-2027".
Html unbroken(const Reader& reader, const Sentence& sentence);
Html unbroken(const Reader& reader, std::string_view words);

}  // namespace sala::web
