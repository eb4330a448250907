// SPDX-License-Identifier: Apache-2.0
//
// Names in letters: words that lead nowhere and are no place, and a secret that stands where the
// program put it and nowhere else.

#include "mail/harmless.hpp"
#include "mail/message.hpp"
#include "mail/secret_place.hpp"

#include <doctest/doctest.h>

using namespace sala;
using namespace sala::mail;

TEST_CASE("a name in a letter holds no place and no link, and stays a name that can be read")
{
    CHECK(harmless("Sir, confirm at https://evil.example/?t={secret}") ==
          "Sir, confirm at https: evil. example/?t=(secret)");
    CHECK(harmless("www.evil.example/a") == "www. evil. example/a");
    CHECK(harmless("เมือง.example") == "เมือง. example");
    // A browser reads wide letters and other dots as plain ones (UTS #46).
    CHECK(harmless("ｅｖｉｌ．ｃｏｍ") == "ｅｖｉｌ． ｃｏｍ");
    CHECK(harmless("evil。example") == "evil。 example");
    CHECK(harmless("evil｡example") == "evil｡ example");
    CHECK(harmless("evil\u2024example") == "evil\u2024 example");
    CHECK(harmless("https：／／evil") == "https： evil");
    CHECK(harmless("ｈttps:／/ｅvil．ｅxample") == "ｈttps: ｅvil． ｅxample");
    CHECK(harmless("a\r\nb\tc\x7f") == "a  b c ");
    for (const auto* name : {"Ph.D.", "J.R. Smith", "Somchai", "สมชาย ใจดี", "10.30-11.15", "No. 2",
                             "6 พ.ค. 2573", "น.ส.มาลี", "kofi@accra.example", "O'Neill & Co",
                             "张伟（市长）。", "谢谢。再见", "ＡＢＣ", ""})
        CHECK(harmless(name) == name);
}

TEST_CASE("each argument is made harmless, in its place")
{
    const Arguments made = harmless({{"name", "{a}"}, {"place", "http://b"}});
    CHECK(made == Arguments{{"name", "(a)"}, {"place", "http: b"}});
}

TEST_CASE("the secret stands once in a letter, wherever else its place is written")
{
    const std::string link = "https://forum.example/login/abc";
    for (const std::string words :
         {"{secret}", "{{secret}}", "a {secret} b {secret}", "https://evil.example/?t={secret}"}) {
        CAPTURE(words);
        const Letter letter{.to_address = "ama@accra.example",
                            .to_name = {},
                            .subject = "Your link",
                            .body = around_secret(words + "\n", "\n" + words + "\n"),
                            .reason = "sign_in_letter",
                            .secret = link};
        const auto message = message_of(letter, Id<Letter>{1}, Instant{0},
                                        {"secretariat@forum.example", "Secretariat"});
        const auto first = message.find(link);
        REQUIRE(first != std::string::npos);
        CHECK(message.find(link, first + 1) == std::string::npos);
        CHECK(message.find("\r\n" + link + "\r\n") != std::string::npos);
    }
}
