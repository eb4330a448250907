// SPDX-License-Identifier: Apache-2.0
//
// Words that a reader takes for each other, and signs that nobody sees.

#include "script/look.hpp"

#include <doctest/doctest.h>

using namespace sala;

TEST_CASE("words that look alike are alike, whatever they are written with")
{
    const auto office = script::look_of("Secretariat");
    for (const auto* alike : {"SECRETARIAT", "secretariat", "Ѕecretariat", "Secretariat\u200B",
                              "S e c r e t a r i a t", "Ｓｅｃｒｅｔａｒｉａｔ", "Sесrеtаriаt"}) {
        CAPTURE(alike);
        CHECK(script::look_of(alike) == office);
    }
    CHECK(script::look_of("Secretary") != office);
    CHECK(script::look_of("ฝ่ายเลขานุการ") == script::look_of("ฝ่าย เลขานุการ"));
    CHECK(script::look_of("ฝ่ายเลขานุการ") != script::look_of("เลขานุการ"));
}

TEST_CASE("signs that nobody sees are found, but not those that a script needs")
{
    for (const auto* unseen : {"Kofi\u200B", "\u202Eevil", "Ko\u00ADfi", "Kofi\u2060", "Ko\u200Dfi",
                               "\u3164", "Kofi\uFEFF", "\u2066Kofi\u2069", "\u2800"}) {
        CAPTURE(unseen);
        CHECK(script::holds_unseen_signs(unseen));
    }
    for (const auto* name : {"Kofi Mensah", "บัวแก้ว", "នាយក", "Nguyễn Văn A", "क्\u200Dष", "O’Brien",
                             "Ann\u00A0Lee", ""}) {
        CAPTURE(name);
        CHECK_FALSE(script::holds_unseen_signs(name));
    }
}
