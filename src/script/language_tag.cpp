// SPDX-License-Identifier: Apache-2.0

#include "script/language_tag.hpp"

#include <unicode/locid.h>
#include <unicode/uloc.h>

namespace sala::script {

bool names_a_language(std::string_view tag)
{
    const std::string language(tag.substr(0, tag.find('-')));
    const bool shaped = Language::named(tag).has_value() && language.size() <= 3;
    return shaped && *uloc_getISO3Language(language.c_str()) != '\0';
}

std::string language_words(std::string_view tag, const Language& reader)
{
    if (!names_a_language(tag))
        return std::string(tag);
    icu::UnicodeString words;
    icu::Locale(std::string(tag).c_str()).getDisplayName(icu::Locale(reader.tag().c_str()), words);
    std::string utf8;
    return words.toUTF8String(utf8);
}

}  // namespace sala::script
