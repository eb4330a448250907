// SPDX-License-Identifier: Apache-2.0
//
// Who reads a page: their language, and the zone whose clock they see.

#pragma once

#include "base/language.hpp"
#include "base/sentence.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sala::web {

// The sentences of one language, from locales/LANGUAGE.po. English is the language of the keys.
class Translation {
public:
    virtual ~Translation() = default;
    // The translated pattern of `key`, or `key` itself.
    virtual std::string_view of(const std::string& key) const = 0;
    virtual std::string_view of(const std::string& one, const std::string& many,
                                std::int64_t count) const = 0;

    // Read once from the program's own files; never changes.
    static const Translation& in(const Language& language);
};

// The languages the interface is complete in, English first.
const std::vector<Language>& interface_languages();

struct Reader {
    Language language = Language::english();
    std::string zone = "UTC";  // IANA name of the forum's zone

    std::string say(const Sentence& sentence) const;
    // Translated, its {placeholders} not filled in. Lives as long as the sentence.
    std::string_view pattern_of(const Sentence& sentence) const;
    bool is_thai() const { return language.is_thai(); }
};

// The best of interface_languages() for an Accept-Language header.
Language preferred_language(std::string_view accept_language);

}  // namespace sala::web
