// SPDX-License-Identifier: Apache-2.0
//
// A text is compared whatever its case, accents and blanks, and what was written is found again.

#include "script/folded.hpp"

#include "script/normal.hpp"

#include <doctest/doctest.h>

using namespace sala::script;

TEST_CASE("what is found in the folded text is known where it was written")
{
    const std::string text = "Xin NGUYE\u0302\u0303N \u00a0 Đức!";
    const Folded folded(text);
    CHECK(folded.words() == "xin nguyễn đức!");
    const auto at = folded.words().find("nguyễn đức");
    REQUIRE(at != std::string::npos);
    const auto part = folded.written(at, Folded("Nguyễn Đức").words().size());
    REQUIRE(part);
    CHECK(text.substr(part->begin, part->end - part->begin) == "NGUYE\u0302\u0303N \u00a0 Đức");
    const auto whole = folded.written(0, folded.words().size());
    REQUIRE(whole);
    CHECK(whole->begin == 0);
    CHECK(whole->end == text.size());
}

TEST_CASE("nothing is found within a letter")
{
    CHECK_FALSE(Folded("Strauß").written(0, 6));  // "straus" ends within ß
    CHECK(Folded("Strauß").written(0, 7));
    CHECK_FALSE(Folded("é").written(1, 1));
}

TEST_CASE("folded words are those that are searched, but for blanks at the ends")
{
    for (const auto* text : {"Ama  MENSAH", "น้ำเงิน", "น\u0e4d\u0e49\u0e32", "ＡＢＣ １２",
                             "Đà\tNẵng", "한국", "ŒUVRE", "\u200bก\u200b", "ΣΊΣΥΦΟΣ", "Iİıi"}) {
        CAPTURE(text);
        CHECK(Folded(text).words() == searchable(text));
    }
    CHECK(Folded(" a ").words() == " a ");
    CHECK(Folded("").words().empty());
    CHECK(Folded("a\xff z").words().find("z") != std::string::npos);
}

TEST_CASE("a capital letter is one in every script that has them")
{
    CHECK(begins_large("Đức"));
    CHECK(begins_large("Ama"));
    CHECK_FALSE(begins_large("đức"));
    CHECK_FALSE(begins_large("ชัย"));
    CHECK_FALSE(begins_large(""));
}
