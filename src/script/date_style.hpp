// SPDX-License-Identifier: Apache-2.0
//
// How a date is written for people: in which language, era, digits and length.
//
// Our own tables, not ICU's: plain th_TH silently turns years into Buddhist ones, and its short
// form has two-digit years that nobody can tell apart. Languages other than Thai are written in
// English.

#pragma once

#include "base/language.hpp"
#include "script/digits.hpp"
#include "script/partial_date.hpp"

#include <string>

namespace sala::script {

enum class Era { common, buddhist };

enum class DateForm {
    full_with_weekday,  // Friday 2 December 2022      วันศุกร์ที่ 2 ธันวาคม 2565
    full,               // 2 December 2022             2 ธันวาคม 2565
    brief,              // 2 Dec 2022                  2 ธ.ค. 2565
};

enum class RangeDash {
    close,          // 2–3 December 2022
    spaced,         // 26 – 28 สิงหาคม 2562, the body of a Thai report
    spaced_hyphen,  // 26 - 28 สิงหาคม 2562, its title
};

struct DateStyle {
    Language language = Language::english();
    Era era = Era::common;
    Digits digits = Digits::arabic;
    DateForm form = DateForm::full;
    RangeDash dash = RangeDash::close;
    // Writes พ.ศ. before a Buddhist year in Thai. The unexpected era of a language, ค.ศ. in Thai
    // and BE in English, is always named.
    bool era_named = false;

    static DateStyle english(DateForm form = DateForm::full);
    static DateStyle thai(DateForm form = DateForm::full);  // Buddhist Era, Arabic digits
    static DateStyle thai_title();                          // as thai(), ranges with a hyphen
    static DateStyle thai_formal();                         // as thai(), Thai digits
    static DateStyle for_reader(const Language& language, DateForm form = DateForm::full);
};

std::string render_day(const Day& day, const DateStyle& style);

// A range whose end is not given says so: "from 2 December 2022, end not given",
// "ตั้งแต่วันที่ 2 ธันวาคม 2565 ไม่ระบุวันสิ้นสุด".
std::string render(const PartialDate& date, const DateStyle& style);

// "2022", "พ.ศ. 2565"
std::string render_year(int year, const DateStyle& style);

}  // namespace sala::script
