// SPDX-License-Identifier: Apache-2.0
//
// Thai words that stand on nearly every page and that the dictionaries of programs and browsers cut
// in the middle: นายก|เทศมนตรี. They stay on one line, on paper and on a telephone.

#pragma once

#include <array>
#include <string_view>

namespace sala::script {

// A word that begins another one stands behind it.
inline constexpr std::array<std::string_view, 23> whole_words{
    "กรุงเทพมหานคร", "กรุงเทพฯ",   "นายกเทศมนตรี", "นายกรัฐมนตรี",      "ผู้ว่าราชการ",
    "ครั้งที่",         "วันที่",       "สำนักปลัด",     "เอกอัครราชทูต",     "ความเป็นมา",
    "องค์ประกอบ",    "ผลประโยชน์", "โดยเฉพาะ",    "สถานเอกอัครราชทูต", "สถานทูต",
    "ผู้ประสานงาน",   "อย่างสูง",    "อย่างยิ่ง",      "คณะผู้แทน",         "มติชน",
    "ฯพณฯ",         "ภัยพิบัติ",     "เมืองหลัก"};

}  // namespace sala::script
