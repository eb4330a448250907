// SPDX-License-Identifier: Apache-2.0
//
// The order of a dictionary in the reader's language: Thai by consonant before vowel, "Room 9"
// before "Room 10". ICU's rules.

#pragma once

#include "base/language.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace sala::script {

// One may be shared by several threads.
class Collator {
public:
    explicit Collator(const Language& language);

    // Texts that the dictionary holds equal are ordered by their bytes, so the order is total.
    bool less(std::string_view one, std::string_view other) const;
    bool operator()(std::string_view one, std::string_view other) const { return less(one, other); }

    // Bytes whose plain order is the order of the dictionary. Rebuilt when ICU changes: keep it in
    // derived tables only.
    std::string sort_key(std::string_view text) const;

private:
    struct Rules;
    std::shared_ptr<const Rules> rules_;
};

}  // namespace sala::script
