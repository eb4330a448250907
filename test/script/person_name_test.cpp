// SPDX-License-Identifier: Apache-2.0

#include "script/person_name.hpp"

#include <doctest/doctest.h>

using namespace sala;
using namespace sala::script;

TEST_CASE("honorific and name come apart, and together again as they were printed")
{
    struct Printed {
        const char* text;
        PersonName parts;
        Language language;
    };
    const auto th = Language::thai();
    const auto en = Language::english();
    const Printed people[] = {
        {"นายชัชชาติ สิทธิพันธุ์", {"นาย", "ชัชชาติ สิทธิพันธุ์"}, th},
        {"นางวันทนีย์ วัฒนะ", {"นาง", "วันทนีย์ วัฒนะ"}, th},
        {"นางสาววริศรา ทองดี", {"นางสาว", "วริศรา ทองดี"}, th},
        {"พล.อ.นิพัทธ์ ทองเล็ก", {"พล.อ.", "นิพัทธ์ ทองเล็ก"}, th},
        {"พล.ต.อ.อัศวิน ขวัญเมือง", {"พล.ต.อ.", "อัศวิน ขวัญเมือง"}, th},
        {"พลตำรวจเอก อัศวิน ขวัญเมือง", {"พลตำรวจเอก", "อัศวิน ขวัญเมือง"}, th},
        {"พลเอก อนุพงษ์ เผ่าจินดา", {"พลเอก", "อนุพงษ์ เผ่าจินดา"}, th},
        {"ดร. เบอร์นาเดีย อิราวาตี จันดราเดวี", {"ดร.", "เบอร์นาเดีย อิราวาตี จันดราเดวี"}, th},
        {"รศ.ดร.ชัชชาติ สิทธิพันธุ์", {"รศ.ดร.", "ชัชชาติ สิทธิพันธุ์"}, th},
        {"สมเด็จอัครมหาเสนาบดีเดโชฮุน เซน", {"สมเด็จอัครมหาเสนาบดีเดโช", "ฮุน เซน"}, th},
        {"นายกฤษณ์ ใจดี", {"นาย", "กฤษณ์ ใจดี"}, th},
        {"Pol. Gen. Aswin Kwanmuang", {"Pol. Gen.", "Aswin Kwanmuang"}, en},
        {"Gen. Nipat Thonglek", {"Gen.", "Nipat Thonglek"}, en},
        {"Dr Bernadia Irawati Tjandradewi", {"Dr", "Bernadia Irawati Tjandradewi"}, en},
        {"H.E. Mr. Pirkka Tapiola", {"H.E. Mr.", "Pirkka Tapiola"}, en},
        {"Samdech Akka Moha Sena Padei Techo Hun Sen",
         {"Samdech Akka Moha Sena Padei Techo", "Hun Sen"},
         en},
        {"Chadchart Sittipunt", {"", "Chadchart Sittipunt"}, en},
        {"Drew Mister", {"", "Drew Mister"}, en},
        {"Hon Sophea", {"", "Hon Sophea"}, en},
        {"อนุพงษ์ เผ่าจินดา", {"", "อนุพงษ์ เผ่าจินดา"}, th},
    };
    for (const auto& person : people) {
        CAPTURE(person.text);
        CHECK(split(person.text) == person.parts);
        CHECK(join(person.parts.honorific, person.parts.name, person.language) == person.text);
    }
}

TEST_CASE("an office is not a person with an honorific")
{
    CHECK(split("นายกเทศมนตรี") == PersonName{"", "นายกเทศมนตรี"});
    CHECK(split("นายกรัฐมนตรีกัมพูชา") == PersonName{"", "นายกรัฐมนตรีกัมพูชา"});
    CHECK(split("นาย") == PersonName{"", "นาย"});
    CHECK(split("") == PersonName{"", ""});
    CHECK(join("", "ฮุน เซน", Language::thai()) == "ฮุน เซน");
    CHECK(join("นาย", "Pirkka Tapiola", Language::thai()) == "นาย Pirkka Tapiola");
}

TEST_CASE("layout spaces in a name are single spaces")
{
    CHECK(split(" พลเอก\u00A0 อนุพงษ์   เผ่าจินดา ") == PersonName{"พลเอก", "อนุพงษ์ เผ่าจินดา"});
}

TEST_CASE("a rank is one rank in every spelling")
{
    CHECK(same_rank("พล.อ.", "พลเอก"));
    CHECK(same_rank("พล.ต.อ.", "พลตำรวจเอก"));
    CHECK(same_rank("พล.ต.อ.", "Pol. Gen."));
    CHECK(same_rank("พล.ต.อ", "พล.ต.อ."));
    CHECK(same_rank("Dr", "ดร."));
    CHECK(same_rank("Samdech Akka Moha Sena Padei Techo", "สมเด็จอัครมหาเสนาบดีเดโช"));
    CHECK(same_rank("นพ.", "นายแพทย์"));
    CHECK(same_rank("", ""));
    CHECK_FALSE(same_rank("พล.อ.", "พล.ต.อ."));
    CHECK_FALSE(same_rank("พล.ต.", "พล.ต.ต."));
    CHECK_FALSE(same_rank("นาง", "นางสาว"));
    CHECK_FALSE(same_rank("นพ.", "พญ."));
    CHECK_FALSE(same_rank("", "นาย"));
    CHECK(same_rank("Sheikh", "Sheikh"));
}

TEST_CASE("short ranks are written out and put into the other language")
{
    CHECK(expanded("พล.ต.อ.") == "พลตำรวจเอก");
    CHECK(expanded("พล.อ.") == "พลเอก");
    CHECK(expanded("รศ.ดร.") == "รองศาสตราจารย์ ดอกเตอร์");
    CHECK(expanded("พลเอก") == "พลเอก");
    CHECK(expanded("Sheikh") == "Sheikh");
    CHECK(honorific_in("พล.ต.อ.", Language::english()) == "Pol. Gen.");
    CHECK(honorific_in("Gen.", Language::thai()) == "พลเอก");
    CHECK(honorific_in("H.E.", Language::thai()) == "H.E.");
    CHECK(honorific_in("นพ.", Language::english()) == "นพ.");
}

TEST_CASE("every spelling of the table finds its own row, and no form of Mr a royal title")
{
    for (const auto& row : honorifics())
        for (const auto text : {row.thai, row.thai_short, row.english, row.english_long})
            if (!text.empty()) {
                CAPTURE(text);
                const auto in_thai = honorific_in(text, Language::thai());
                CHECK(in_thai == std::string(row.thai.empty() ? text : row.thai));
            }
    for (const auto* mr : {"Mr", "MR", "mr", "Mr.", "mr.", "MR.", " Mr "}) {
        CAPTURE(mr);
        CHECK(honorific_in(mr, Language::thai()) == "นาย");
        CHECK(honorific_in(mr, Language::english()) == "Mr");
        CHECK_FALSE(same_rank(mr, "M.R."));
    }
    for (const auto* royal : {"M.R.", "M.R", "m.r.", "M R", "M. R.", "ม.ร.ว."}) {
        CAPTURE(royal);
        CHECK(honorific_in(royal, Language::thai()) == "หม่อมราชวงศ์");
        CHECK(same_rank(royal, "หม่อมราชวงศ์"));
    }
    CHECK(honorific_in("นาย", Language::english()) == "Mr");
    CHECK(honorific_in("Lt Gen", Language::thai()) == "พลโท");
    CHECK(honorific_in("LtGen", Language::thai()) == "พลโท");
}

TEST_CASE("a rank stands before the name, once, in the place of Mr and behind H.E.")
{
    const auto en = Language::english();
    const auto th = Language::thai();
    CHECK(ranked("พลตำรวจเอก", "Mr", en) == "Pol. Gen.");
    CHECK(ranked("พลตำรวจเอก", "นาย", th) == "พลตำรวจเอก");
    CHECK(ranked("Pol. Gen.", "ดร.", th) == "พลตำรวจเอก ดร.");
    CHECK(ranked("Pol. Gen.", "H.E. Mr", en) == "H.E. Pol. Gen.");
    CHECK(ranked("General", "Gen.", en) == "Gen.");
    CHECK(ranked("Counsellor", "Ms", en) == "Counsellor");
    CHECK(ranked("นายกองตรี", "Mr", en) == "Mr");
    CHECK(ranked("", "Mr", en) == "Mr");
}
