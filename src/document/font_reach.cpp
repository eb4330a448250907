// SPDX-License-Identifier: Apache-2.0

#include "document/font_reach.hpp"

#include "document/pdf.hpp"
#include "document/set_lines.hpp"
#include "document/utf8.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <pango/pangocairo.h>

namespace sala::document {

namespace {

bool is_printed(gunichar letter)
{
    static std::mutex one_at_a_time;
    static std::map<gunichar, bool> asked;  // fonts do not come and go while the program runs
    const std::lock_guard lock(one_at_a_time);
    const auto known = asked.find(letter);
    if (known != asked.end())
        return known->second;
    char bytes[6];
    const auto size = g_unichar_to_utf8(letter, bytes);
    const LineSetter setter(body_font(), "und");
    const auto line = setter.line(std::string(bytes, static_cast<std::size_t>(size)), {});
    const bool printed = pango_layout_get_unknown_glyphs_count(line.layout.get()) == 0;
    asked.emplace(letter, printed);
    return printed;
}

std::string code_of(GUnicodeScript script)
{
    const auto iso = g_unicode_script_to_iso15924(script);
    std::string code;
    for (const auto shift : {24U, 16U, 8U, 0U})
        code += static_cast<char>((iso >> shift) & 0xFF);
    return code;
}

}  // namespace

std::vector<std::string> scripts_without_font(std::string_view words)
{
    std::vector<std::string> scripts;
    const auto whole = mended_utf8(words);
    for (const auto* at = whole.c_str(); *at != 0; at = g_utf8_next_char(at)) {
        const auto letter = g_utf8_get_char(at);
        // Marks are drawn with their letter, and signs that all scripts share are in every font.
        if (letter < 0x80 || !g_unichar_isalpha(letter) || is_printed(letter))
            continue;
        auto code = code_of(g_unichar_get_script(letter));
        if (std::find(scripts.begin(), scripts.end(), code) == scripts.end())
            scripts.push_back(std::move(code));
    }
    return scripts;
}

}  // namespace sala::document
