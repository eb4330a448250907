// SPDX-License-Identifier: Apache-2.0
//
// The report as it is read: the golden document of 2019, and what the facts put in where nothing
// is written.

#include "bangkok.hpp"

using namespace sala;
using namespace sala::report;

static const auto th = Language::thai();
static const auto en = Language::english();

TEST_CASE("the Thai report of 2019 reads as it was written")
{
    Bangkok stage;
    const auto report = stage.official("amf-5-summary", th);
    const auto text = plain_text(report);
    CHECK(text == golden("report-bangkok-2019-th.txt", text));
    CHECK(report.title() == "สรุปเนื้อหาการประชุมนายกเทศมนตรีอาเซียน ครั้งที่ 5 ประจำปี พ.ศ. 2562 (the 5th "
                            "ASEAN Mayors Forum 2019)");
    CHECK(report.classification == "กลุ่มภารกิจ : การบริหารจัดการ");
    CHECK(report.sections[2].paragraphs == std::vector<std::string>{"26 – 28 สิงหาคม 2562"});
    CHECK(report.sections[3].paragraphs.size() == 5);
    CHECK(
        report.sections[4].paragraphs.back().ends_with("จึงนำเรียนผู้ว่าราชการกรุงเทพมหานครเพื่อโปรดทราบ"));
}

TEST_CASE("the reporter's block is printed once although two cells hold it")
{
    Bangkok stage;
    const auto text = plain_text(stage.official("amf-5-summary", th));
    const std::string post = "นักวิเทศสัมพันธ์ปฏิบัติการ";
    CHECK(text.find(post) != std::string::npos);
    CHECK(text.find(post) == text.rfind(post));
}

TEST_CASE("the same report in English has English headings and the English formula")
{
    Bangkok stage;
    const auto text = plain_text(stage.official("amf-5-summary", en));
    CHECK(text == golden("report-bangkok-2019-en.txt", text));
    CHECK(text.find("5. Continuing action\n") != std::string::npos);
    CHECK(text.find("It is therefore submitted to the Governor of Bangkok for his information.") ==
          text.rfind("It is therefore submitted"));
}

TEST_CASE("the English form has four headings without numbers and no formula")
{
    Bangkok stage;
    const auto text = plain_text(stage.official("amf-5-english", en));
    CHECK(text == golden("report-bangkok-2019-english-form.txt", text));
    CHECK(text.find("\nLocation/Date\n") != std::string::npos);
    CHECK(text.find("It is therefore submitted") == std::string::npos);
}

TEST_CASE("a heading without a number that nothing stands under is not printed, a numbered one is")
{
    Bangkok stage;
    const auto headings = [&](const std::string& key, const Language& language) {
        auto report = stage.report(key);
        report.sections.clear();
        report.mission_group = {};
        const auto& form = **find_template(report.form);
        return plain_text(assemble(form, report, stage.facts(), language));
    };
    const auto english = headings("amf-5-english", en);
    CHECK(english.find("\nMission Group\n") == std::string::npos);
    CHECK(english.find("\nSummary\n") == std::string::npos);
    CHECK(english.find("\nLocation/Date\n") != std::string::npos);
    CHECK(headings("amf-5-summary", th).find("4. สรุปเนื้อหา\n") != std::string::npos);
}

TEST_CASE("where nothing is written the facts stand, in the form's own way of writing")
{
    Bangkok stage;
    auto report = stage.report("amf-5-summary");
    report.sections.clear();
    report.title = {};
    const auto& form = **find_template("bma-thai");
    const auto thai = assemble(form, report, stage.facts(), th);
    CHECK(thai.title() == "สรุปเนื้อหาการประชุมนายกเทศมนตรีอาเซียน ครั้งที่ 5 ประจำปี พ.ศ. 2562");
    CHECK(thai.sections[0].paragraphs ==
          std::vector<std::string>{"การประชุมนายกเทศมนตรีอาเซียน ครั้งที่ 5 ประจำปี พ.ศ. 2562 : "
                                   "ขับเคลื่อนปฏิบัติการของท้องถิ่นเพื่อการเติบโตที่ยั่งยืนและทั่วถึง"});
    CHECK(thai.sections[1].paragraphs ==
          std::vector<std::string>{"ศูนย์ประชุมสหประชาชาติ กรุงเทพมหานคร"});
    CHECK(thai.sections[2].paragraphs == std::vector<std::string>{"26 – 28 สิงหาคม 2562"});
    CHECK(thai.sections[2].origin == OfficialSection::from_facts);
    CHECK(thai.sections[3].origin == OfficialSection::empty);
    CHECK(thai.sections[3].paragraphs.empty());
    CHECK(thai.reporter.size() == 3);
    const auto english = assemble(form, report, stage.facts(), en);
    CHECK(english.sections[2].paragraphs == std::vector<std::string>{"26–28 August 2019"});
    CHECK(english.sections[1].paragraphs ==
          std::vector<std::string>{"United Nations Conference Centre, Bangkok"});
}

TEST_CASE("another action code changes the formula and nothing else")
{
    Bangkok stage;
    auto report = stage.report("amf-5-summary");
    const auto& form = **find_template("bma-thai");
    const auto informed = plain_text(assemble(form, report, stage.facts(), th));
    report.action = "consideration";
    auto considered = plain_text(assemble(form, report, stage.facts(), th));
    const std::string changed = "เพื่อโปรดพิจารณา";
    const auto at = considered.find(changed);
    REQUIRE(at != std::string::npos);
    CHECK(considered.replace(at, changed.size(), "เพื่อโปรดทราบ") == informed);
}

TEST_CASE("a section that was written in one language only is shown in it, and says so")
{
    Bangkok stage;
    auto report = stage.report("amf-5-summary");
    for (auto& section : report.sections)
        if (section.number == 4)
            section.body = Text(en, "Only English.");
    const auto made = assemble(**find_template("bma-thai"), report, stage.facts(), th);
    CHECK(made.sections[3].language == en);
    CHECK(made.sections[3].paragraphs == std::vector<std::string>{"Only English."});
}

TEST_CASE("an empty line parts paragraphs; no-break spaces inside stay")
{
    CHECK(paragraphs_of("a\u00A0\u00A0b\nc\n\u00A0\n\nd\n") ==
          std::vector<std::string>{"a\u00A0\u00A0b\nc", "d"});
    CHECK(paragraphs_of("").empty());
}
