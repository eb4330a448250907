// SPDX-License-Identifier: Apache-2.0
//
// The names of months and weekdays in English and Thai, full and short. One table for writing
// (date_style.cpp) and reading (printed_date.cpp). Inside script/ only.

#pragma once

#include <array>
#include <string_view>

namespace sala::script {

struct DateWord {
    std::string_view english;
    std::string_view english_short;
    std::string_view thai;
    std::string_view thai_short;
};

inline constexpr std::array<DateWord, 12> month_words{{
    {"January", "Jan", "มกราคม", "ม.ค."},
    {"February", "Feb", "กุมภาพันธ์", "ก.พ."},
    {"March", "Mar", "มีนาคม", "มี.ค."},
    {"April", "Apr", "เมษายน", "เม.ย."},
    {"May", "May", "พฤษภาคม", "พ.ค."},
    {"June", "Jun", "มิถุนายน", "มิ.ย."},
    {"July", "Jul", "กรกฎาคม", "ก.ค."},
    {"August", "Aug", "สิงหาคม", "ส.ค."},
    {"September", "Sep", "กันยายน", "ก.ย."},
    {"October", "Oct", "ตุลาคม", "ต.ค."},
    {"November", "Nov", "พฤศจิกายน", "พ.ย."},
    {"December", "Dec", "ธันวาคม", "ธ.ค."},
}};

// Monday first, as ISO 8601 counts.
inline constexpr std::array<DateWord, 7> weekday_words{{
    {"Monday", "Mon", "วันจันทร์", "จ."},
    {"Tuesday", "Tue", "วันอังคาร", "อ."},
    {"Wednesday", "Wed", "วันพุธ", "พ."},
    {"Thursday", "Thu", "วันพฤหัสบดี", "พฤ."},
    {"Friday", "Fri", "วันศุกร์", "ศ."},
    {"Saturday", "Sat", "วันเสาร์", "ส."},
    {"Sunday", "Sun", "วันอาทิตย์", "อา."},
}};

}  // namespace sala::script
