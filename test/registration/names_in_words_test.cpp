// SPDX-License-Identifier: Apache-2.0
//
// A name is taken out of what others wrote, and nothing else is.

#include "registration/names_in_words.hpp"

#include <doctest/doctest.h>

using sala::registration::Said;
using sala::registration::without_names;

TEST_CASE("a name goes wherever it stands by itself, whatever the case")
{
    CHECK(without_names("Ask Chai Deeprasert or CHAI DEEPRASERT.", {"Chai Deeprasert"}) ==
          "Ask […] or […].");
    CHECK(without_names("Machai Deeprasert, Chai Deeprasertkul", {"Chai Deeprasert"}) ==
          "Machai Deeprasert, Chai Deeprasertkul");
    CHECK(without_names("เรียนคุณชัย ดีประเสริฐที่เคารพ", {"ชัย ดีประเสริฐ"}) == "เรียนคุณ[…]ที่เคารพ");
    CHECK(without_names("chai@bangkok.example does not exist", {"chai@bangkok.example"}) ==
          "[…] does not exist");
    CHECK(without_names("nobody here", {"Chai Deeprasert"}) == "nobody here");
}

TEST_CASE(
    "a name of one word, which may be a word, goes from letters where it begins as a name does")
{
    CHECK(without_names("May", {"May"}) == "[…]");
    CHECK(without_names("We may meet, May.\n- May: approved\n- Ms May: refused\nMayor", {"May"}) ==
          "We may meet, […].\n- […]: approved\n- Ms […]: refused\nMayor");
    CHECK(without_names("Welcome, Suhartoqq. SUHARTOQQ?", {"Suhartoqq"}) == "Welcome, […]. […]?");
    CHECK(without_names("José and Joséphine", {"José"}) == "[…] and Joséphine");
}

TEST_CASE("a name of one word goes from what is said about people whatever its case, and from no "
          "name that is longer")
{
    CHECK(without_names("suhartoqq is misspelt", {"Suhartoqq"}, Said::of_people) ==
          "[…] is misspelt");
    CHECK(without_names("May", {"May"}, Said::a_name) == "[…]");
    CHECK(without_names("May Chan", {"May"}, Said::a_name) == "May Chan");
    CHECK(without_names(R"({"name_en":"May Chan","shares_with":"Bapak May"})", {"May"},
                        Said::particulars) ==
          R"({"name_en":"May Chan","shares_with":"Bapak […]"})");
}

TEST_CASE("a name of one word goes wherever it stands in a script that puts nothing between words, "
          "unless it is short")
{
    CHECK(without_names("ยินดีต้อนรับคุณสุหารโตคิวครับ", {"สุหารโตคิว"}) == "ยินดีต้อนรับคุณ[…]ครับ");
    CHECK(without_names("เข้าใจดี", {"ใจ"}) == "เข้าใจดี");
    CHECK(without_names("ใจ ไม่มา", {"ใจ"}) == "[…] ไม่มา");
}
