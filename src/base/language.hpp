// SPDX-License-Identifier: Apache-2.0
//
// A language by its BCP 47 tag, such as "en", "th" or "km". Never empty, at most 15 characters.

#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace sala {

class Language {
public:
    // Refuses whatever is not a tag: letters, digits and single hyphens, two letters first.
    static std::optional<Language> named(std::string_view tag);

    static Language english() { return Language{"en"}; }
    static Language thai() { return Language{"th"}; }

    const std::string& tag() const { return tag_; }
    bool is_thai() const { return tag_ == "th"; }

    auto operator<=>(const Language&) const = default;

private:
    explicit Language(std::string tag) : tag_(std::move(tag)) {}
    std::string tag_;
};

}  // namespace sala
