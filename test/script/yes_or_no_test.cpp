// SPDX-License-Identifier: Apache-2.0

#include "script/yes_or_no.hpp"

#include <doctest/doctest.h>

using namespace sala;

TEST_CASE("a yes and a no are read in both languages, and nothing else is taken for either")
{
    for (const auto* yes :
         {"yes", "Yes", "YES", "y", "true", "1", "๑", "on", "✓", "ใช่", "ยินยอม", " yes ", "Yes."}) {
        CAPTURE(yes);
        CHECK(script::yes_or_no(yes) == true);
    }
    for (const auto* no : {"no", "No", "NO", "n", "N", "false", "FALSE", "0", "๐", "off", "-", "–",
                           "ไม่", "ไม่ใช่", "ไม่ยินยอม", "No."}) {
        CAPTURE(no);
        CHECK(script::yes_or_no(no) == false);
    }
    for (const auto* neither :
         {"", " ", "not yet", "maybe", "x", "2", "yes but not the photo", "no idea", "."}) {
        CAPTURE(neither);
        CHECK_FALSE(script::yes_or_no(neither).has_value());
    }
}
