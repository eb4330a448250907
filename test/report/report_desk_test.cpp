// SPDX-License-Identifier: Apache-2.0
//
// The officer at work: writing, saving by itself, two people at once, facts put in, versions,
// publishing, and beginning anew.

#include "bangkok.hpp"

using namespace sala;
using namespace sala::report;

static const std::string section_4 = desk + "/sections/4";

static std::string version_of(Bangkok& stage, int number)
{
    return std::to_string(stage.report("amf-5-summary").version_of(number));
}

TEST_CASE("a section saves itself and answers its new version")
{
    Bangkok stage;
    stage.told();
    const auto saved = stage.post(
        section_4, {{"version", "1"}, {"in", "en"}, {"body", "Shorter.\n\nIn two paragraphs."}});
    CHECK(saved.status == 200);
    CHECK(saved.json()["version"].integer() == 2);
    const auto body = stage.report("amf-5-summary").body_of(4);
    CHECK(body.in(Language::english())->shown() == "Shorter.\n\nIn two paragraphs.");
    CHECK(body.in(Language::thai())->shown().starts_with("กรุงเทพมหานคร ร่วมกับ"));
    CHECK(stage.told() == std::vector<std::string>{"report:bangkok-2019:amf-5-summary"});
    CHECK(stage.get("/bangkok-2019/report", {.as = As::anyone}).holds("<p>In two paragraphs.</p>"));
}

TEST_CASE("without script the same form leads back to its section")
{
    Bangkok stage;
    const auto saved = stage.post(section_4, {{"version", "1"}, {"in", "th"}, {"body", "สั้นลง"}},
                                  {.accept = "text/html"});
    CHECK(saved.status == 303);
    CHECK(saved.location == desk + "?in=th#section-4");
}

TEST_CASE("what a source printed stays beside what the officer writes over it")
{
    Bangkok stage;
    const auto printed = stage.report("amf-5-summary").body_of(4).in(Language::thai())->verbatim;
    stage.post(section_4, {{"version", "1"}, {"in", "th"}, {"body", "ใหม่"}});
    const auto now = stage.report("amf-5-summary").body_of(4);
    CHECK(now.in(Language::thai())->verbatim == printed);
    CHECK(now.in(Language::thai())->corrected == "ใหม่");
}

TEST_CASE("saving what has not changed writes nothing")
{
    Bangkok stage;
    const auto revisions = stage.count("SELECT COUNT(*) FROM revision");
    const auto words = stage.report("amf-5-summary").body_of(3).in(Language::thai())->shown();
    const auto saved =
        stage.post(desk + "/sections/3", {{"version", "1"}, {"in", "th"}, {"body", words}});
    CHECK(saved.json()["version"].integer() == 1);
    CHECK(stage.count("SELECT COUNT(*) FROM revision") == revisions);
}

TEST_CASE("two people who write the same words get both texts, and nothing is overwritten")
{
    Bangkok stage;
    stage.post(section_4, {{"version", "1"}, {"in", "en"}, {"body", "Theirs."}});
    const auto autosaved =
        stage.post(section_4, {{"version", "1"}, {"in", "en"}, {"body", "Mine."}});
    CHECK(autosaved.status == 412);
    CHECK(autosaved.problem == "changed-meanwhile");
    const auto shown = stage.post(section_4, {{"version", "1"}, {"in", "en"}, {"body", "Mine."}},
                                  {.accept = "text/html"});
    CHECK(shown.status == 412);
    CHECK(shown.holds("Theirs."));
    CHECK(shown.holds("Mine.</textarea>"));
    CHECK(shown.holds("name=\"version\" value=\"2\""));
    CHECK(stage.report("amf-5-summary").body_of(4).in(Language::english())->shown() == "Theirs.");
    CHECK(stage.post(section_4, {{"version", "2"}, {"in", "en"}, {"body", "Mine."}}).status == 200);
    CHECK(stage.report("amf-5-summary").body_of(4).in(Language::english())->shown() == "Mine.");
}

TEST_CASE("one who writes Thai and one who writes English do not disturb each other")
{
    Bangkok stage;
    stage.post(section_4, {{"version", "1"}, {"in", "en"}, {"body", "English."}});
    CHECK(stage.post(section_4, {{"version", "1"}, {"in", "th"}, {"body", "ไทย"}}).status == 200);
    const auto body = stage.report("amf-5-summary").body_of(4);
    CHECK(body.in(Language::english())->shown() == "English.");
    CHECK(body.in(Language::thai())->shown() == "ไทย");
}

TEST_CASE("where sources give two dates, either is put in with a press")
{
    Bangkok stage;
    const auto page = stage.get(desk + "?in=th");
    CHECK(page.holds("The sources do not agree: "));
    CHECK(!page.holds("name=\"use\" value=\"participants-report\""));
    CHECK(page.holds("<button type=\"submit\" name=\"use\" value=\"dates-body\""));
    CHECK(page.holds("26 – 27 สิงหาคม 2562"));
    CHECK(!page.holds("name=\"use\" value=\"dates-field\""));
    stage.post(desk + "/sections/3", {{"version", "1"}, {"in", "th"}, {"use", "dates-body"}});
    CHECK(stage.report("amf-5-summary").body_of(3).in(Language::thai())->shown() ==
          "26 – 27 สิงหาคม 2562");
    const auto unknown =
        stage.post(desk + "/sections/3", {{"version", "2"}, {"in", "th"}, {"use", "hosts-three"}});
    CHECK(unknown.problem == "no-such-claim");
    CHECK(stage.report("amf-5-summary").version_of(3) == 2);
}

TEST_CASE("the facts stand beside the words: ranks, posts, both scripts, numbers with their source")
{
    Bangkok stage;
    const auto page = stage.get(desk + "?in=th");
    CHECK(page.holds("<span>Pol. Gen.</span> Aswin Kwanmuang"));
    CHECK(page.holds("<span>พลตำรวจเอก</span> อัศวิน ขวัญเมือง"));
    CHECK(page.holds("<span>นาง</span>อาร์มิดา"));
    CHECK(page.holds("<span>Mrs</span> Armida"));
    CHECK(page.holds("Governor of Bangkok, "));
    CHECK(page.holds("More than 350, including 130 mayors, governors and cities"));
    CHECK(page.holds("ASEAN Secretariat"));
}

TEST_CASE("the title, the reporter and what is asked are saved together")
{
    Bangkok stage;
    const auto saved = stage.post(desk, {{"version", "1"},
                                         {"in", "th"},
                                         {"title", "สรุปใหม่"},
                                         {"mission_group", "การบริหารจัดการ"},
                                         {"asks", "consideration"}});
    CHECK(saved.json()["version"].integer() == 2);
    const auto report = stage.report("amf-5-summary");
    CHECK(report.action == "consideration");
    CHECK(report.title.words(Language::thai()) == "สรุปใหม่");
    CHECK(report.title.words(Language::english()).starts_with("Summary of the content"));
    CHECK(report.reporter.words(Language::english()).starts_with("Foreign Relations Officer"));
    CHECK(stage.get("/bangkok-2019/report?in=th", {.as = As::anyone}).holds("เพื่อโปรดพิจารณา</p>"));
    const auto wrong =
        stage.post(desk, {{"version", "2"}, {"in", "th"}, {"title", "ก"}, {"asks", "money"}});
    CHECK(wrong.status == 422);
    CHECK(stage.report("amf-5-summary").row.version == 2);
}

TEST_CASE("every earlier version can be opened and brought back as a new one")
{
    Bangkok stage;
    const auto first = stage.report("amf-5-summary").body_of(4).in(Language::english())->shown();
    stage.post(section_4, {{"version", "1"}, {"in", "en"}, {"body", "Second."}});
    stage.passes(std::chrono::minutes(1));
    stage.post(section_4, {{"version", "2"}, {"in", "en"}, {"body", "Third."}});
    const auto versions = stage.get(desk + "/versions.json").json();
    std::vector<std::string> of_section_4;
    for (const auto& one : versions["versions"].items())
        if (one["section"].integer() == 4)
            of_section_4.push_back(one["id"].string());
    // What one person wrote within ten minutes is one version; the import is the other.
    REQUIRE(of_section_4.size() == 2);
    const auto old = desk + "/versions/" + of_section_4.back();
    CHECK(stage.get(old).holds("Third."));
    CHECK(stage.post(old, {}).status == 200);
    CHECK(stage.report("amf-5-summary").body_of(4).in(Language::english())->shown() == first);
    CHECK(version_of(stage, 4) == "4");
    CHECK(stage.get(desk + "/versions/12345").status == 404);
}

TEST_CASE("a section that is emptied goes back to the facts, and its words can be brought back")
{
    Bangkok stage;
    stage.post(desk + "/sections/2", {{"version", "1"}, {"in", "en"}, {"body", ""}});
    stage.post(desk + "/sections/2", {{"version", "2"}, {"in", "th"}, {"body", ""}});
    CHECK(stage.report("amf-5-summary").section(2) == nullptr);
    CHECK(stage.get(desk + "?in=th").holds("what the forum knows"));
    std::string printed;
    const auto versions = stage.get(desk + "/versions.json").json();
    for (const auto& one : versions["versions"].items())
        if (one["section"].integer() == 2)
            printed = one["id"].string();
    CHECK(stage.post(desk + "/versions/" + printed, {}).status == 200);
    CHECK(stage.report("amf-5-summary").body_of(2).words(Language::thai()) ==
          "ศูนย์ประชุมสหประชาชาติ กรุงเทพมหานคร");
}

TEST_CASE("publishing shows a report to everybody, and taking it back hides it again")
{
    Bangkok stage;
    const std::string other = "/bangkok-2019/reports/amf-5-english";
    const Sent anyone{.as = As::anyone};
    stage.post(other + "/publish", {{"published", "yes"}});
    CHECK(stage.get("/bangkok-2019/report?report=amf-5-english", anyone).status == 200);
    CHECK(stage.get("/bangkok-2019/report", anyone).holds("Reports of this forum"));
    stage.post(other + "/publish", {});
    stage.post(desk + "/publish", {});
    CHECK(stage.get("/bangkok-2019/report", anyone).status == 404);
    CHECK(stage.get("/bangkok-2019/report").holds("This report is private"));
}

TEST_CASE("a new report begins private, titled after the meeting, filled with facts")
{
    Bangkok stage;
    const auto begun =
        stage.post("/bangkok-2019/reports", {{"template", "bma-thai"}, {"edition", "amf-5"}});
    CHECK(begun.json()["key"].string() == "amf-5-report");
    const auto report = stage.official("amf-5-report", Language::thai());
    CHECK(report.title() == "สรุปเนื้อหาการประชุมนายกเทศมนตรีอาเซียน ครั้งที่ 5 ประจำปี พ.ศ. 2562");
    CHECK(report.sections[2].paragraphs.front() == "26 – 28 สิงหาคม 2562");
    CHECK(stage.get("/bangkok-2019/report?report=amf-5-report", {.as = As::anyone}).status == 404);
    const auto section = stage.post("/bangkok-2019/reports/amf-5-report/sections/4",
                                    {{"version", "0"}, {"in", "th"}, {"body", "เริ่ม"}});
    CHECK(section.json()["version"].integer() == 1);
    CHECK(stage.post("/bangkok-2019/reports", {{"template", "bma-thai"}, {"edition", "amf-5"}})
              .json()["key"]
              .string() == "amf-5-report-2");
    CHECK(stage.post("/bangkok-2019/reports", {{"template", "no-form"}}).status == 422);
    CHECK(stage.post("/bangkok-2019/reports", {{"template", "bma-thai"}, {"edition", "amf-6"}})
              .status == 422);
}

TEST_CASE("a forum without a report says what will be there and how to begin")
{
    Stage stage;
    CHECK(stage.get("/lyon-2030/report", {.as = As::anyone}).status == 404);
    CHECK(stage.get("/lyon-2030/report").holds("Begin a report"));
    CHECK(stage.get("/lyon-2030/reports").holds("No report yet"));
}

TEST_CASE("the officer's page asks the store as often for many facts as for few")
{
    Bangkok stage;
    Stage small;
    small.post("/lyon-2030/reports", {{"template", "bma-english"}});
    const auto key =
        small.get("/lyon-2030/reports.json").json()["reports"].items().front()["key"].string();
    CHECK(stage.get(desk).statements == small.get("/lyon-2030/reports/" + key).statements);
    const auto before = stage.get("/bangkok-2019/reports").statements;
    stage.post("/bangkok-2019/reports", {{"template", "bma-thai"}});
    CHECK(stage.get("/bangkok-2019/reports").statements == before);
}
