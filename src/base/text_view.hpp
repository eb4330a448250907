// SPDX-License-Identifier: Apache-2.0
//
// A text of the store to be looked at and not to be kept: no string is made of what it holds.
// One view reads one text after the other and asks for no memory in between.

#pragma once

#include "base/text.hpp"

#include <span>

namespace sala {

class TextView {
public:
    struct Wording {
        std::string_view language;  // its tag
        std::string_view verbatim;
        std::string_view corrected;  // empty: the verbatim words stand

        std::string_view shown() const { return corrected.empty() ? verbatim : corrected; }
    };

    // Looks at the JSON, which must outlive what is said of it. False: it is no text.
    bool read(std::string_view canonical_json);

    // In the alphabetical order of the languages; none when there are no words.
    std::span<const Wording> wordings() const { return wordings_; }
    // Which a reader of `wanted` is shown, as Text::for_reader() says; nothing without words.
    const Wording* for_reader(const Language& wanted) const;

private:
    const Wording* in(std::string_view language) const;

    std::vector<Wording> wordings_;
    Text unusual_;  // whose words are not the bytes of the JSON
};

}  // namespace sala
