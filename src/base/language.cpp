// SPDX-License-Identifier: Apache-2.0

#include "base/language.hpp"

#include <algorithm>

namespace sala {

namespace {
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_tag_letter(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-'; }
}  // namespace

std::optional<Language> Language::named(std::string_view tag)
{
    if (tag.size() < 2 || tag.size() > 15 || !is_letter(tag[0]) || !is_letter(tag[1]))
        return std::nullopt;
    if (!std::all_of(tag.begin(), tag.end(), is_tag_letter) || tag.back() == '-' ||
        tag.find("--") != std::string_view::npos)
        return std::nullopt;
    return Language{std::string(tag)};
}

}  // namespace sala
