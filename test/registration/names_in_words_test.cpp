// SPDX-License-Identifier: Apache-2.0
//
// A name is taken out of what others wrote, and nothing else is.

#include "registration/names_in_words.hpp"

#include <doctest/doctest.h>

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

TEST_CASE("a name of one word, which may be a word, goes where nothing else can be meant")
{
    CHECK(without_names("May", {"May"}) == "[…]");
    CHECK(without_names("In May we may meet.\n- May: approved\n- Ms May: refused\n", {"May"}) ==
          "In May we may meet.\n- […]: approved\n- Ms […]: refused\n");
}
