// SPDX-License-Identifier: Apache-2.0

#include "mail/letter.hpp"

#include <algorithm>
#include <cctype>

namespace sala::mail {

namespace {

bool is_one_line(std::string_view text)
{
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

bool is_blank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool is_word_sign(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

}  // namespace

// The everyday part of RFC 5321: no quoted local parts, no addresses in brackets, ASCII only.
bool is_mail_address(std::string_view address)
{
    const auto at = address.find('@');
    if (at == std::string_view::npos || at == 0 || at > 64 || address.size() > 254)
        return false;
    const auto local = address.substr(0, at);
    const auto host = address.substr(at + 1);
    const auto local_sign = [](char c) {
        return is_word_sign(c) ||
               std::string_view("!#$%&'*+-/=?^_`{|}~.").find(c) != std::string_view::npos;
    };
    const auto host_sign = [](char c) { return is_word_sign(c) || c == '-' || c == '.'; };
    const auto dots_well = [](std::string_view part) {
        return !part.empty() && part.front() != '.' && part.back() != '.' &&
               part.find("..") == std::string_view::npos;
    };
    return std::all_of(local.begin(), local.end(), local_sign) && dots_well(local) &&
           std::all_of(host.begin(), host.end(), host_sign) && dots_well(host) &&
           host.front() != '-' && local.front() != '-';
}

Refusal no_mail_address(std::string field, std::string address)
{
    return invalid(std::move(field), "not-a-mail-address",
                   "“{address}” is not an e-mail address. It should look like name@city.example.",
                   {{"address", std::move(address)}});
}

Allowed can_be_sent(const Letter& letter)
{
    if (!is_mail_address(letter.to_address))
        return no_mail_address("to_address", letter.to_address);
    if (!is_one_line(letter.to_name))
        return invalid("to_name", "name-not-one-line", "The name must be a single line.");
    if (!is_one_line(letter.subject) || is_blank(letter.subject))
        return invalid("subject", "subject-not-one-line",
                       "The subject must be a single line of words.");
    if (is_blank(letter.body) || letter.body.find('\0') != std::string::npos)
        return invalid("body", "letter-empty", "The letter must say something.");
    return allowed();
}

}  // namespace sala::mail
