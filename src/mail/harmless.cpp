// SPDX-License-Identifier: Apache-2.0

#include "mail/harmless.hpp"

#include "mail/letter.hpp"

#include <cctype>
#include <vector>

namespace sala::mail {

namespace {

// A sign as it is written, and the plain one as which a mail program or a browser may read it.
struct Sign {
    std::string_view written;
    char plain = '\0';  // none: a letter of another script
};

// UTS #46 reads wide letters as plain ones, and four other signs as the dot of a host.
char plain_of(std::string_view written)
{
    if (written.size() == 1)
        return written[0];
    for (const std::string_view dot : {"\u3002", "\uFF0E", "\uFF61", "\u2024"})
        if (written == dot)
            return '.';
    if (written < "\uFF01" || written > "\uFF5E")
        return '\0';
    const auto last = static_cast<unsigned char>(written[2]) & 0x3F;
    return static_cast<char>((written[1] == '\xBC' ? 0x20 : 0x60) + last);
}

std::vector<Sign> signs_of(std::string_view words)
{
    std::vector<Sign> signs;
    for (std::size_t at = 0; at < words.size();) {
        auto end = at + 1;
        while (end < words.size() && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80)
            ++end;
        const auto written = words.substr(at, end - at);
        signs.push_back({written, plain_of(written)});
        at = end;
    }
    return signs;
}

bool is_letter(const Sign& sign)
{
    return std::isalpha(static_cast<unsigned char>(sign.plain)) != 0;
}

// A host may have letters of any script before its last dot; after it stand two Latin ones at the
// least. So "Ph.D.", "10.30" and "พ.ศ." stay as they are.
bool joins_a_host(const std::vector<Sign>& signs, std::size_t dot)
{
    if (dot == 0 || dot + 2 >= signs.size())
        return false;
    const auto before = static_cast<unsigned char>(signs[dot - 1].plain);
    return (before == 0 || before >= 0x80 || std::isalnum(before) != 0) &&
           is_letter(signs[dot + 1]) && is_letter(signs[dot + 2]);
}

bool begins_a_link(const std::vector<Sign>& signs, std::size_t at)
{
    return at + 2 < signs.size() && signs[at].plain == ':' && signs[at + 1].plain == '/' &&
           signs[at + 2].plain == '/';
}

}  // namespace

std::string harmless(std::string_view words)
{
    // Whoever has no name is called by their address.
    const bool is_address = is_mail_address(words);
    const auto signs = signs_of(words);
    std::string out;
    for (std::size_t at = 0; at < signs.size(); ++at) {
        const auto& [written, plain] = signs[at];
        const bool controls =
            written.size() == 1 && (static_cast<unsigned char>(plain) < 0x20 || plain == 0x7f);
        if (plain == '{' || plain == '}')
            out += plain == '{' ? '(' : ')';
        else if (controls)
            out += ' ';
        else
            out += written;
        if (begins_a_link(signs, at)) {
            out += ' ';
            at += 2;
        } else if (plain == '.' && !is_address && joins_a_host(signs, at)) {
            out += ' ';
        }
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
