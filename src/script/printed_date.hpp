// SPDX-License-Identifier: Apache-2.0
//
// Reads dates as reports and newspapers print them, in Thai and English, so that officers can
// paste them: "26 – 28 สิงหาคม 2562", "๒๖ สิงหาคม ๒๕๖๒", "15–17 ตุลาคม พ.ศ. 2562", "26/8/62",
// "2 December 2022", and everything date_style.hpp writes.

#pragma once

#include "script/partial_date.hpp"

#include <string_view>

namespace sala::script {

// What the reader knows that the text does not say.
struct DateHints {
    // The text is Thai though it has no Thai letter: two-digit years are Buddhist (62 is 2562) and
    // 26/8/62 is day, month, year.
    bool thai = false;
    // The Common Era year to take when none is printed, as newspapers do; 0: refuse.
    int year = 0;
};

// A year without an era is Buddhist from 2400 on, so this serves dates from 1857 to 2399.
// "ระหว่างวันที่ 2 ธันวาคม" ("between 2 December", no end) becomes an open range.
//
// Refuses with "not-a-date", "year-missing", "year-unclear" (two digits), "day-or-month" (2/12 in
// English), "wrong-weekday", "no-such-day" or "end-before-start".
Result<PartialDate> read_printed(std::string_view text, const DateHints& hints = {});

}  // namespace sala::script
