// SPDX-License-Identifier: Apache-2.0

#include "script/slug.hpp"

#include "script/code_points.hpp"
#include "script/normal.hpp"

#include <algorithm>

namespace sala::script {

static bool is_key_letter(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
}

bool is_key(std::string_view text)
{
    return !text.empty() && text.size() <= key_size_max && text.front() != '-' &&
           text.back() != '-' && std::all_of(text.begin(), text.end(), [](char letter) {
               return is_key_letter(letter) || letter == '-';
           });
}

std::string key_from(std::string_view title)
{
    std::string key;
    for (const auto& [letter, offset] : code_points(searchable(without_accents(title)))) {
        const bool apostrophe = letter == U'\'' || letter == U'’';
        if (letter < 0x80 && is_key_letter(static_cast<char>(letter)))
            key += static_cast<char>(letter);
        else if (!apostrophe && !key.empty() && key.back() != '-')
            key += '-';
    }
    if (key.size() > key_size_max) {
        // Cut between words when there is one to cut at.
        const auto hyphen = key.rfind('-', key_size_max);
        key.resize(hyphen == std::string::npos ? key_size_max : hyphen);
    }
    while (!key.empty() && key.back() == '-')
        key.pop_back();
    return key;
}

}  // namespace sala::script
