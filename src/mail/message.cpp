// SPDX-License-Identifier: Apache-2.0

#include "mail/message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>

namespace sala::mail {

namespace {

constexpr std::size_t line_max = 76;
// 39 bytes are 52 base64 characters; with "=?UTF-8?B?", "?=" and "Subject: " 73 in a line: RFC 2047
// allows 76.
constexpr std::size_t word_bytes_max = 39;

bool is_plain(char c) { return c >= 0x20 && c < 0x7f; }

std::string base64(std::string_view bytes)
{
    constexpr char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto byte = [&](std::size_t k) {
            return i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0u;
        };
        const unsigned group = byte(0) << 16 | byte(1) << 8 | byte(2);
        for (unsigned k = 0; k < 4; ++k)
            out += i + k > bytes.size() ? '=' : signs[group >> (18 - 6 * k) & 63];
    }
    return out;
}

// Lines end as mail wants them, whatever the text had.
std::string with_crlf(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n')
            continue;
        if (text[i] == '\n' || text[i] == '\r')
            out += "\r\n";
        else
            out += text[i];
    }
    if (!out.ends_with("\r\n"))
        out += "\r\n";
    return out;
}

// RFC 5322, 3.4: "Name" <address>
std::string mailbox(std::string_view name, std::string_view address)
{
    if (name.empty())
        return std::string(address);
    if (!std::all_of(name.begin(), name.end(), is_plain) || name.size() > 60)
        return fmt::format("{}\r\n <{}>", encoded_words(name), address);
    std::string quoted;
    for (const char c : name) {
        if (c == '"' || c == '\\')
            quoted += '\\';
        quoted += c;
    }
    return fmt::format("\"{}\" <{}>", quoted, address);
}

std::string date_of(Instant at)
{
    const auto seconds = static_cast<std::time_t>(at.milliseconds() / 1000);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} +0000", days[parts.tm_wday],
                       parts.tm_mday, months[parts.tm_mon], parts.tm_year + 1900, parts.tm_hour,
                       parts.tm_min, parts.tm_sec);
}

// Quoted-printable can be read in a plain viewer, base64 is a third of it for Thai.
bool is_mostly_ascii(std::string_view text)
{
    const auto others = std::count_if(text.begin(), text.end(),
                                      [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    return static_cast<std::size_t>(others) * 6 < text.size();
}

// RFC 2369 and RFC 8058: a mail program shows a button that needs no page and no login. It works
// over https alone.
std::string unsubscribe_headers(std::string_view address)
{
    if (!address.starts_with("https://") || address.find_first_of("<> \r\n") != address.npos)
        return {};
    return fmt::format("List-Unsubscribe: <{}>\r\n"
                       "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n",
                       address);
}

}  // namespace

std::string encoded_words(std::string_view text)
{
    const bool plain = std::all_of(text.begin(), text.end(), is_plain) && text.size() <= 200 &&
                       text.find("=?") == std::string_view::npos;
    if (plain)
        return std::string(text);
    std::string out;
    while (!text.empty()) {
        auto bytes = std::min(word_bytes_max, text.size());
        while (bytes > 1 && bytes < text.size() && (text[bytes] & 0xc0) == 0x80)
            --bytes;  // a character must not be torn between two words
        out += fmt::format("{}=?UTF-8?B?{}?=", out.empty() ? "" : "\r\n ",
                           base64(text.substr(0, bytes)));
        text.remove_prefix(bytes);
    }
    return out;
}

std::string quoted_printable(std::string_view text)
{
    const auto lines = with_crlf(text);
    std::string out;
    std::size_t column = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const char c = lines[i];
        if (c == '\r') {  // always with its \n
            out += "\r\n";
            column = 0;
            ++i;
            continue;
        }
        const bool at_end = lines[i + 1] == '\r';
        const bool raw = c == ' ' || c == '\t' ? !at_end : is_plain(c) && c != '=';
        const auto piece =
            raw ? std::string(1, c) : fmt::format("={:02X}", static_cast<unsigned char>(c));
        if (column + piece.size() > line_max - (at_end ? 0 : 1)) {
            out += "=\r\n";
            column = 0;
        }
        out += piece;
        column += piece.size();
    }
    return out;
}

std::string base64_lines(std::string_view bytes)
{
    const auto all = base64(bytes);
    std::string out;
    for (std::size_t i = 0; i < all.size(); i += line_max)
        out.append(all, i, line_max).append("\r\n");
    return out;
}

std::string message_of(const Letter& letter, Id<Letter> id, Instant at, const Sender& from,
                       std::string_view unsubscribe)
{
    if (const auto may = can_be_sent(letter); !may)
        throw Fault("letter " + id.word() + " cannot be sent: " + may.refusal().sentence.english());
    const bool sender_is_fine =
        is_mail_address(from.address) && from.name.find_first_of("\r\n") == std::string::npos;
    if (!sender_is_fine)
        throw Fault("the sender of all letters is not an e-mail address: " + from.address);
    const auto body =
        letter.secret.empty() ? letter.body : fill_in(letter.body, {{"secret", letter.secret}});
    const bool readable = is_mostly_ascii(body);
    return fmt::format("From: {}\r\n"
                       "To: {}\r\n"
                       "Subject: {}\r\n"
                       "Date: {}\r\n"
                       "Message-ID: <{}.letter@{}>\r\n"
                       "MIME-Version: 1.0\r\n"
                       "Content-Type: text/plain; charset=utf-8\r\n"
                       "Content-Transfer-Encoding: {}\r\n"
                       "Content-Language: {}\r\n"
                       "Auto-Submitted: auto-generated\r\n"
                       "{}"
                       "\r\n"
                       "{}",
                       mailbox(from.name, from.address), mailbox(letter.to_name, letter.to_address),
                       encoded_words(letter.subject), date_of(at), id.word(),
                       from.address.substr(from.address.find('@') + 1),
                       readable ? "quoted-printable" : "base64", letter.language.tag(),
                       unsubscribe_headers(unsubscribe),
                       readable ? quoted_printable(body) : base64_lines(with_crlf(body)));
}

}  // namespace sala::mail
