// SPDX-License-Identifier: Apache-2.0

#include "mail/harmless.hpp"

#include "mail/letter.hpp"

#include <cctype>

namespace sala::mail {

namespace {

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

// A host may have letters of any script before its last dot; after it stand two Latin ones at the
// least. So "Ph.D.", "10.30" and "พ.ศ." stay as they are.
bool joins_a_host(std::string_view words, std::size_t dot)
{
    if (dot == 0 || dot + 2 >= words.size())
        return false;
    const auto before = static_cast<unsigned char>(words[dot - 1]);
    return (before >= 0x80 || std::isalnum(before) != 0) && is_letter(words[dot + 1]) &&
           is_letter(words[dot + 2]);
}

}  // namespace

std::string harmless(std::string_view words)
{
    // Whoever has no name is called by their address.
    const bool is_address = is_mail_address(words);
    std::string out;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const char c = words[at];
        if (c == '{' || c == '}')
            out += c == '{' ? '(' : ')';
        else
            out += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
        if (out.ends_with("://"))
            out.replace(out.size() - 3, 3, ": ");
        else if (c == '.' && !is_address && joins_a_host(words, at))
            out += ' ';
    }
    return out;
}

Arguments harmless(Arguments arguments)
{
    for (auto& [name, words] : arguments)
        words = harmless(words);
    return arguments;
}

}  // namespace sala::mail
