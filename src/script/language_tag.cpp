// SPDX-License-Identifier: Apache-2.0

#include "script/language_tag.hpp"

#include "base/language.hpp"

#include <string>

#include <unicode/uloc.h>

namespace sala::script {

bool names_a_language(std::string_view tag)
{
    const std::string language(tag.substr(0, tag.find('-')));
    const bool shaped = Language::named(tag).has_value() && language.size() <= 3;
    return shaped && *uloc_getISO3Language(language.c_str()) != '\0';
}

}  // namespace sala::script
