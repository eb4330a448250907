// SPDX-License-Identifier: Apache-2.0
//
// Thai words that stand behind a number and a space, as in 7 นาที: no line begins with them, lest
// the number is read with what is before it.

#pragma once

#include <array>
#include <string_view>

namespace sala::script {

// A word that begins another one stands behind it.
inline constexpr std::array<std::string_view, 22> counted_words{
    "นาที", "น.", "เมือง", "คน",     "ท่าน", "ข้อ",  "ประเทศ", "แห่ง", "ครั้ง",   "เรื่อง", "ชั่วโมง",
    "วัน",  "ปี",  "คณะ",  "รายการ", "โต๊ะ", "ห้อง", "ฉบับ",    "หน้า", "องค์กร", "หัวข้อ", "คู่"};

}  // namespace sala::script
