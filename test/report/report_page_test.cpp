// SPDX-License-Identifier: Apache-2.0
//
// Who reads which report: a published one everybody, a private one the secretariat alone, in every
// form a report has.

#include "bangkok.hpp"
#include "document/docx.hpp"
#include "report/report_paper.hpp"
#include "report/report_sheet.view.hpp"
#include "script/with_breaks.hpp"
#include "stage_store.hpp"

using namespace sala;
using namespace sala::report;

static const Sent thai{.as = As::anyone, .language = "th"};
static const Sent english{.as = As::anyone};

TEST_CASE("a published report is there for everybody, in the language of the page")
{
    Bangkok stage;
    const auto in_thai = stage.get("/bangkok-2019/report", thai);
    CHECK(in_thai.status == 200);
    CHECK(in_thai.holds("<h3>5. การดำเนินงานต่อเนื่อง</h3>"));
    CHECK(in_thai.holds("<p class=\"flat centre\">กลุ่มภารกิจ : การบริหารจัดการ</p>"));
    CHECK(in_thai.holds("<span class=\"nb\">พลตำรวจเอก อัศวิน ขวัญเมือง</span>"));
    const auto in_english = stage.get("/bangkok-2019/report", english);
    CHECK(in_english.holds("<h3>5. Continuing action</h3>"));
    CHECK(stage.get("/bangkok-2019/report?in=th", english).holds("<h3>5. การดำเนินงานต่อเนื่อง</h3>"));
    CHECK(!in_english.holds("The 5th ASEAN Mayors Forum 2019</a>"));
}

TEST_CASE("a Thai title is cut at its spaces, or between words, and copies as it was written")
{
    const web::Reader reader{Language::thai()};
    const auto in_parts = [&](const std::string& line) {
        return title_in_parts(reader, line, {}).markup();
    };
    CHECK(in_parts("การประชุมนายกเทศมนตรีอาเซียน ครั้งที่ 5") ==
          "<span class=\"whole\">การประชุม<span class=\"nb\">นายกเทศมนตรี</span>อาเซียน</span> "
          "<span class=\"whole\"><span class=\"nb\">ครั้งที่ 5</span></span>");
    CHECK(in_parts("The 5th ASEAN Mayors Forum") == "The 5th ASEAN Mayors Forum");
    const auto words = in_parts("การประชุมนายกเทศมนตรีอาเซียน");
    CHECK(words.find("</span><span class=\"whole\">") != std::string::npos);
    CHECK(words.find("\u200B") == std::string::npos);
    Bangkok stage;
    CHECK(stage.get("/bangkok-2019/report", thai).holds("<span class=\"whole\">"));
}

TEST_CASE("programs read the report as JSON")
{
    Bangkok stage;
    const auto json = stage.get("/bangkok-2019/report.json?in=th", english).json();
    CHECK(json["key"].string() == "amf-5-summary");
    CHECK(json["sections"].items().size() == 6);
    CHECK(json["sections"].items()[2]["paragraphs"].items().front().string() ==
          "26 – 28 สิงหาคม 2562");
    CHECK(json["reports"].items().size() == 1);
}

TEST_CASE("a private report is missing for everybody else, whatever is asked for")
{
    Bangkok stage;
    for (const auto* extension : {"", ".json", ".pdf", ".docx"}) {
        const auto address =
            "/bangkok-2019/report" + std::string(extension) + "?report=amf-5-english";
        CAPTURE(address);
        const auto shown = stage.get(address, english);
        CHECK(shown.status == 404);
        CHECK(!shown.holds("Location/Date"));
        CHECK(!shown.holds("%PDF"));
    }
    CHECK(stage.get("/bangkok-2019/report?report=amf-5-english").status == 200);
    CHECK(stage.get("/bangkok-2019/report?report=amf-5-english").holds("Location/Date"));
    CHECK(stage.get("/bangkok-2019/report?report=no-such-report", english).status == 404);
}

TEST_CASE("the officer's pages are not for the public")
{
    Bangkok stage;
    for (const auto& address :
         {std::string("/bangkok-2019/reports"), desk, desk + "/sections/4", desk + "/versions"}) {
        CAPTURE(address);
        CHECK(stage.get(address, english).status == 303);
        CHECK(stage.get(address + ".json", english).status == 401);
        CHECK(stage.get(address).status == 200);
    }
}

TEST_CASE("the PDF says every sentence again, Thai words and names whole")
{
    Bangkok stage;
    const auto pdf = stage.get("/bangkok-2019/report.pdf?in=th", english);
    REQUIRE(pdf.status == 200);
    CHECK(pdf.type == "application/pdf");
    const auto file = test_folder() + "/report.pdf";
    std::ofstream(file, std::ios::binary) << pdf.body;
    auto text = output_of("pdftotext " + file + " -");
    CHECK(text.find("ดำเนิน") != std::string::npos);
    CHECK(text.find("ครั้งที่ 5") != std::string::npos);
    CHECK(text.find("ครั ้ง") == std::string::npos);
    CHECK(text.find("5. การดำเนินงานต่อเนื่อง") != std::string::npos);
    for (const auto* name : {"พลตำรวจเอก อัศวิน ขวัญเมือง", "ดร. เบอร์นาเดีย อิราวาตี จันดราเดวี",
                             "นางอาร์มิดา ซัลเซียะฮ์ อาลิสจะฮ์บานา", "นายเปียร์กา ตาปิโอลา",
                             "พลเอก อนุพงษ์ เผ่าจินดา", "26 – 28 สิงหาคม 2562"}) {
        const std::string whole = name;
        CAPTURE(whole);
        CHECK(text.find(name) != std::string::npos);
    }
    // Whatever the lines, all words are there in their order.
    const auto pressed = [](std::string_view words) {
        std::string all;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words.substr(i).starts_with("\u00A0") || words.substr(i).starts_with("\u200B"))
                i += words.substr(i).starts_with("\u00A0") ? 1 : 2;
            else if (words[i] != ' ' && words[i] != '\n' && words[i] != '\f')
                all.push_back(words[i]);
        }
        return all;
    };
    // A name that fits into its line is whole, in the column of whoever reports, too; and of that
    // column no line is broken.
    CHECK(text.find("กรุงเทพ\n") == std::string::npos);
    CHECK(text.find("\nสำนักงานการต่างประเทศ สำนักปลัดกรุงเทพมหานคร\n") != std::string::npos);
    const auto plain = pressed(text);
    for (const auto& section : stage.official("amf-5-summary", Language::thai()).sections)
        for (const auto& paragraph : section.paragraphs) {
            const auto words = pressed(paragraph);
            const auto first = words.substr(0, 300);
            CAPTURE(first);
            CHECK(plain.find(first) != std::string::npos);
        }
    CHECK(stage.get("/bangkok-2019/report.pdf?in=th", english).body == pdf.body);
}

TEST_CASE("the Word file holds the headings and the words")
{
    if (!document::has_pandoc()) {
        MESSAGE("not looked at: pandoc is not installed, and it writes the Word file");
        return;
    }
    Bangkok stage;
    const auto docx = stage.get("/bangkok-2019/report.docx?in=th", english);
    REQUIRE(docx.status == 200);
    CHECK(docx.header("Content-Disposition").find("bangkok-2019-amf-5-summary-th.docx") !=
          std::string_view::npos);
    const auto file = test_folder() + "/report.docx";
    std::ofstream(file, std::ios::binary) << docx.body;
    const auto text = output_of("pandoc -f docx -t plain --wrap=none " + file);
    CHECK(text.find("5. การดำเนินงานต่อเนื่อง") != std::string::npos);
    CHECK(text.find("นักวิเทศสัมพันธ์ปฏิบัติการ") != std::string::npos);
}

TEST_CASE("a span of days is not torn apart at its dash")
{
    CHECK(script::with_breaks("15–17 ตุลาคม", {}) == "15–\u206017 \u2060ตุลาคม\u200B");
    CHECK(script::with_breaks("สำนักปลัดกรุงเทพมหานคร", {"สำนักปลัดกรุงเทพมหานคร"}) ==
          "สำนักปลัดกรุงเทพมหานคร\u200B");
    CHECK(script::with_breaks("Asia-Pacific", {}) == "Asia-\u200BPacific");
}
