// SPDX-License-Identifier: Apache-2.0

#include "script/yes_or_no.hpp"

#include "script/digits.hpp"
#include "script/normal.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace sala::script {

static constexpr std::array<std::string_view, 15> yes_words{
    "yes", "y",     "true",   "1",    "on",    "✓",  "✔",          "☑",
    "ใช่",  "ยินยอม", "ต้องการ", "ตกลง", "อนุญาต", "ได้", "ให้ความยินยอม"};
static constexpr std::array<std::string_view, 20> no_words{"no",
                                                           "n",
                                                           "false",
                                                           "0",
                                                           "off",
                                                           "-",
                                                           "–",
                                                           "—",
                                                           "✗",
                                                           "✘",
                                                           "☐",
                                                           "ไม่",
                                                           "ไม่ใช่",
                                                           "ไม่ยินยอม",
                                                           "ไม่ต้องการ",
                                                           "ไม่ตกลง",
                                                           "ไม่ได้",
                                                           "ไม่อนุญาต",
                                                           "ไม่ให้ความยินยอม",
                                                           "none"};

// Letters of any size, digits of any script, a full stop behind it: "NO", "๐", "Yes."
static std::string plain(std::string_view words)
{
    auto all = to_arabic_digits(clean(words));
    std::transform(all.begin(), all.end(), all.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    if (all.ends_with('.'))
        all.pop_back();
    return all;
}

std::optional<bool> yes_or_no(std::string_view words)
{
    const auto said = plain(words);
    if (std::find(yes_words.begin(), yes_words.end(), said) != yes_words.end())
        return true;
    if (std::find(no_words.begin(), no_words.end(), said) != no_words.end())
        return false;
    return std::nullopt;
}

}  // namespace sala::script
