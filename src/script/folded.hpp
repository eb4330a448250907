// SPDX-License-Identifier: Apache-2.0
//
// A text in the form in which it is compared, with the way back to what was written: "NGUYỄN  VĂN
// ĐỨC" is found where "Nguyễn Văn Đức" is looked for, and the place where it stands is known.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sala::script {

class Folded {
public:
    // As searchable() says, letter by letter: whatever the case and however an accent is written,
    // and any run of blanks is one space. A blank at either end stays.
    explicit Folded(std::string_view text);

    const std::string& words() const { return words_; }
    // A part of the text, in bytes.
    struct Part {
        std::size_t begin;
        std::size_t end;
    };
    // What was written where `size` bytes of words() begin at `at`; nothing when they begin or end
    // within a letter.
    std::optional<Part> written(std::size_t at, std::size_t size) const;

private:
    void add(std::string_view letter, std::size_t begins);

    std::string words_;
    std::vector<std::size_t> places_;  // for each byte of words_ and its end
};

// Whether the first letter is a capital one.
bool begins_large(std::string_view text);

}  // namespace sala::script
