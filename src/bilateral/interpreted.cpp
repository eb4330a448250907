// SPDX-License-Identifier: Apache-2.0

#include "bilateral/interpreted.hpp"

#include "script/language_tag.hpp"

namespace sala::bilateral {

std::string languages_of(const web::Reader& reader, const std::string& pair)
{
    const auto between = pair.find('-');
    if (between == std::string::npos)
        return pair;
    const auto one = pair.substr(0, between);
    const auto other = pair.substr(between + 1);
    if (!script::names_a_language(one) || !script::names_a_language(other))
        return pair;
    return script::language_words(one, reader.language) + " – " +
           script::language_words(other, reader.language);
}

}  // namespace sala::bilateral
