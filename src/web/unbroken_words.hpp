// SPDX-License-Identifier: Apache-2.0
//
// Words that no line may end in, because a reader would stumble: COVID-|19, 2022-|12-02,
// นายก|เทศมนตรี, ครั้ง|ที่ 5, 2 December| 2022. Browsers cut them.

#pragma once

#include "web/html.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sala::web {

// Where a word begins and ends in the bytes of a text.
struct Stretch {
    std::size_t begin = std::string_view::npos;
    std::size_t end = std::string_view::npos;
};

// Goes through a text once; `words` and `names` have to outlive it.
class UnbrokenWords {
public:
    explicit UnbrokenWords(std::string_view words, std::span<const std::string> names = {});

    std::optional<Stretch> next();

private:
    std::string_view words_;
    std::span<const std::string> names_;
    // The next of each kind: number words, Thai words, dates, what is counted, names.
    std::array<Stretch, 5> found_;
};

// Words that are neither a Sentence nor a Text, such as a rendered date. Those are unbroken anyway.
Html unbroken(const Reader& reader, std::string_view words,
              std::span<const std::string> names = {});

// A text in which these names, of people, stand in one piece as well; and its other_script().
Html unbroken(const Reader& reader, const Text& text, std::span<const std::string> names);
Html other_script_unbroken(const Reader& reader, const Text& text,
                           std::span<const std::string> names);

}  // namespace sala::web
