// SPDX-License-Identifier: Apache-2.0

#include "mail/message.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

using namespace sala;
using namespace sala::mail;

namespace {

Letter letter()
{
    return {.to_address = "somchai@bangkok.example",
            .to_name = "Somchai",
            .subject = "Your meeting",
            .body = "Lyon cannot come.\n",
            .reason = "declined_letter"};
}

const Sender secretariat{"secretariat@forum.example", "Forum secretariat"};

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find("\r\n", begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 2;
    }
    return lines;
}

std::string decoded_base64(const std::string& text)
{
    const std::string signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    unsigned held = 0;
    int bits = 0;
    for (const char c : text) {
        const auto value = signs.find(c);
        if (value == std::string::npos)
            continue;
        held = held << 6 | static_cast<unsigned>(value);
        if ((bits += 6) >= 8)
            out += static_cast<char>(held >> (bits -= 8));
    }
    return out;
}

std::string decoded_quoted_printable(const std::string& text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '=')
            out += text[i];
        else if (text.compare(i, 3, "=\r\n") == 0)
            i += 2;
        else {
            out += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
            i += 2;
        }
    }
    return out;
}

}  // namespace

TEST_CASE("a message says who, to whom, what and when, line by line")
{
    CHECK(message_of(letter(), Id<Letter>{42}, Instant{1'670'000'000'000}, secretariat) ==
          "From: \"Forum secretariat\" <secretariat@forum.example>\r\n"
          "To: \"Somchai\" <somchai@bangkok.example>\r\n"
          "Subject: Your meeting\r\n"
          "Date: Fri, 02 Dec 2022 16:53:20 +0000\r\n"
          "Message-ID: <42.letter@forum.example>\r\n"
          "MIME-Version: 1.0\r\n"
          "Content-Type: text/plain; charset=utf-8\r\n"
          "Content-Transfer-Encoding: quoted-printable\r\n"
          "Content-Language: en\r\n"
          "Auto-Submitted: auto-generated\r\n"
          "\r\n"
          "Lyon cannot come.\r\n");
}

TEST_CASE("a Thai letter is Thai in name, subject and text, and every byte on the wire is ASCII")
{
    auto thai = letter();
    thai.to_name = "สมชาย ใจดี";
    thai.subject = "ขอเชิญประชุมเครือข่ายเมืองพี่เมืองน้องประจำปีครั้งที่แปด";
    thai.body = "เรียน คุณสมชาย\n\nพบกันที่พนมเปญ\n";
    thai.language = Language::thai();

    const auto message = message_of(thai, Id<Letter>{1}, Instant{0}, secretariat);

    CHECK(std::all_of(message.begin(), message.end(), [](char c) { return c > 0 && c < 0x7f; }));
    CHECK(message.find("To: =?UTF-8?B?4Liq4Lih4LiK4Liy4LiiIOC5g+C4iOC4lOC4tQ==?=\r\n <somchai@") !=
          std::string::npos);
    CHECK(message.find("Content-Language: th\r\n") != std::string::npos);
    CHECK(message.find("Content-Transfer-Encoding: base64\r\n") != std::string::npos);
    CHECK(decoded_base64(message.substr(message.find("\r\n\r\n"))) ==
          "เรียน คุณสมชาย\r\n\r\nพบกันที่พนมเปญ\r\n");
    for (const auto& line : lines_of(message))
        CHECK(line.size() <= 76);
}

TEST_CASE("encoded words come back, and no character is torn between two of them")
{
    CHECK(encoded_words("Plain as it is") == "Plain as it is");
    CHECK(encoded_words("=?looks encoded") != "=?looks encoded");
    rc::check([](const std::vector<bool>& kinds) {
        std::string text = "é";
        for (const bool thai : kinds)
            text += thai ? "เมือง" : "a ";
        std::string back;
        for (const auto& word : lines_of(encoded_words(text))) {
            const auto begin = word.find("=?UTF-8?B?");
            RC_ASSERT(begin != std::string::npos);
            RC_ASSERT(word.size() - begin <= 75u);
            const auto piece = decoded_base64(word.substr(begin + 10, word.size() - begin - 12));
            RC_ASSERT((piece.front() & 0xc0) != 0x80);
            back += piece;
        }
        RC_ASSERT(back == text);
    });
}

TEST_CASE("quoted-printable comes back, in lines of at most 76")
{
    CHECK(quoted_printable("a=b \nc") == "a=3Db=20\r\nc\r\n");
    rc::check([] {
        const auto words =
            *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
                "a", " ", "=", "é", "\n", "long-long-long-word", "\t", "."));
        std::string text = "x";
        for (const auto& word : words)
            text += word;
        const auto sent = quoted_printable(text);
        for (const auto& line : lines_of(sent)) {
            RC_ASSERT(line.size() <= 76u);
            RC_ASSERT(!line.ends_with(" ") && !line.ends_with("\t"));
        }
        std::string expected;
        for (const char c : text)
            expected += c == '\n' ? "\r\n" : std::string(1, c);
        if (!expected.ends_with("\r\n"))
            expected += "\r\n";
        RC_ASSERT(decoded_quoted_printable(sent) == expected);
    });
}

TEST_CASE("nobody can smuggle a header in")
{
    const auto refused = [](auto change) {
        auto bad = letter();
        change(bad);
        CHECK_THROWS_AS(message_of(bad, Id<Letter>{1}, Instant{0}, secretariat), Fault);
        const auto may = can_be_sent(bad);
        return may ? "" : may.refusal().code;
    };

    CHECK(refused([](Letter& bad) { bad.subject = "Hello\r\nBcc: all@example.org"; }) ==
          "subject-not-one-line");
    CHECK(refused([](Letter& bad) { bad.subject = "Hello\nBcc: all@example.org"; }) ==
          "subject-not-one-line");
    CHECK(refused([](Letter& bad) { bad.to_name = "A\rB"; }) == "name-not-one-line");
    CHECK(refused([](Letter& bad) { bad.to_address = "a@b.example\r\nRCPT TO:<c@d.example>"; }) ==
          "not-a-mail-address");
    CHECK(refused([](Letter& bad) { bad.to_address = "a@b.example>,<c@d.example"; }) ==
          "not-a-mail-address");
    CHECK(refused([](Letter& bad) { bad.body = " \n"; }) == "letter-empty");
    CHECK(can_be_sent(letter()));
}

TEST_CASE("a name in quotes stays a name")
{
    auto quoted = letter();
    quoted.to_name = "The \"Governor\" \\";
    CHECK(message_of(quoted, Id<Letter>{1}, Instant{0}, secretariat)
              .find("To: \"The \\\"Governor\\\" \\\\\" <somchai@bangkok.example>\r\n") !=
          std::string::npos);
}

TEST_CASE("e-mail addresses are the everyday ones")
{
    for (const auto* good : {"a@b", "first.last+tag@city.gov.kh", "x_1@xn--o3cw4h.example"})
        CHECK(is_mail_address(good));
    for (const auto* bad : {"", "a", "@b", "a@", "a@@b", "a b@c", ".a@b", "a.@b", "a..b@c",
                            "a@b..c", "a@.b", "a@-b", "-a@b", "สมชาย@b", "a@[127.0.0.1]", "a@b\n"})
        CHECK_FALSE(is_mail_address(bad));
}
