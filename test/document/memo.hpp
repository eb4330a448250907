// SPDX-License-Identifier: Apache-2.0
//
// A Thai memo of two pages with everything in it that a Paper can hold.

#pragma once

#include "document/paper.hpp"

namespace sala::document {

inline const std::string long_sentence =
    "ผู้ว่าราชการ\u200Bกรุงเทพมหานคร\u200Bเข้าร่วม\u200Bการประชุม\u200Bผู้ว่าราชการ\u200B"
    "เมืองหลวง\u200Bอาเซียน\u200Bเพื่อ\u200Bดำเนิน\u200Bการ\u200Bตาม\u200Bแผน\u200Bพัฒนา\u200B"
    "กรุงเทพมหานคร\u200B ระยะ\u200B 20 ปี และ\u200Bเป้าหมาย\u200Bการพัฒนา\u200Bที่\u200Bยั่งยืน"
    "\u200Bของ\u200Bสหประชาชาติ (SDGs) โดย\u200Bมุ่ง\u200Bแก้ไข\u200Bปัญหา\u200Bฝุ่น\u200B"
    "ละออง\u200Bขนาด\u200Bเล็ก\u200B PM2.5 และ\u200Bน้ำ\u200Bท่วม\u200Bร่วม\u200Bกัน\u200B"
    "อย่าง\u200Bยั่งยืน";

inline Paper memo()
{
    Paper paper;
    paper.title = "บันทึกข้อความ: การประชุมเมืองหลวงอาเซียน";
    paper.author = "สำนักงานการต่างประเทศ";
    paper.created = Instant{1'566'777'600'000};
    paper.page_numbers = PageNumbers::thai;
    paper.blocks = {
        Title{"บันทึกข้อความ", 29},
        LabelledLine{
            {{"ส่วนราชการ", "สำนักงานการต่างประเทศ สำนักปลัด\u200Bกรุงเทพมหานคร โทร. 0 2123 4567"}}},
        LabelledLine{{{"ที่", "กท 0414/1234"}, {"วันที่", "๒๖ สิงหาคม ๒๕๖๒"}}},
        LabelledLine{
            {{"เรื่อง", "รายงาน\u200Bผล\u200Bการเข้าร่วม\u200Bการประชุม\u200Bนายกเทศมนตรี\u200Bอาเซียน "
                      "และ\u200Bการประชุม\u200Bผู้ว่าราชการ\u200Bเมืองหลวง\u200Bอาเซียน"}}},
        Paragraph{"เรียน  ปลัดกรุงเทพมหานคร"},
        Space{4},
        Paragraph{long_sentence, 25},
        Heading{"๑. ความเป็นมา", 1},
        Paragraph{long_sentence + " " + long_sentence, 25},
        Heading{"๒. ผู้เข้าร่วม", 1},
        Paragraph{.text = long_sentence, .marker = "๒.๑"},
        Paragraph{.text = "The Governor of Bangkok spoke for seven minutes.", .marker = "๒.๒"},
        Table{{{"เมือง", "จำนวน", "หมายเหตุ"},
               {"กรุงเทพมหานคร", "12", long_sentence},
               {"พนมเปญ", "9", "ที่ปรึกษาผู้ว่าฯ"},
               {"Kuala Lumpur", "7", ""}},
              {3, 1, 4}}};
    for (int i = 0; i < 3; ++i) {
        paper.blocks.push_back(Heading{"๓. ผลการประชุม", 2});
        paper.blocks.push_back(Paragraph{long_sentence, 25});
    }
    paper.blocks.push_back(
        Paragraph{.text = "จึงเรียนมาเพื่อโปรดทราบ", .first_line_mm = 25, .with_next = true});
    paper.blocks.push_back(Space{12});
    paper.blocks.push_back(
        AddressBlock{{"(ลงชื่อ) ............................",
                      "ผู้อำนวยการ\u200Bสำนักงาน\u200Bการต่างประเทศ", "กรุงเทพมหานคร"},
                     true});
    return paper;
}

}  // namespace sala::document
