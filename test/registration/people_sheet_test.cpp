// SPDX-License-Identifier: Apache-2.0
//
// A sheet of people is filled in from what its reader sees: the names of columns, parts, rooms and
// categories, in the language of the pages.

#include "guests.hpp"

#include "document/workbook.hpp"
#include "registration/sheet_choices.hpp"

using namespace sala;

namespace {

Shown imports(Guests& stage, const std::string& bytes, const Sent& sent = by(kofi),
              const std::string& what = "import", const std::string& name = "people.csv")
{
    return stage.upload(accra + "/import", "file", name, bytes, {{"what", what}}, sent);
}

Json only_person(Guests& stage)
{
    const auto people = stage.get(accra + ".json", {.who = kofi}).json()["people"];
    REQUIRE(people.items().size() == 1);
    return people.items().front();
}

void adds_academics(Guests& stage)
{
    REQUIRE(stage
                .post("/lyon-2030/sheets/categories/new", {{"key", "thinkers"},
                                                           {"number", "3"},
                                                           {"name_en", "Academics"},
                                                           {"name_th", "นักวิชาการ"}})
                .status == 303);
}

const Sent in_thai{.who = kofi, .language = "th"};

}  // namespace

TEST_CASE("what a column is called on the pages is read as that column, in every language")
{
    for (const auto& column : registration::all_particulars()) {
        CHECK(registration::column_headed(column.name) == column.name);
        for (const auto& language : web::interface_languages()) {
            const auto label = web::Reader{language}.say(column.label);
            CAPTURE(label);
            CHECK(registration::column_headed(" " + label + " ") == column.name);
        }
    }
    CHECK(registration::column_headed("ชื่อ") == "name");
    CHECK_FALSE(registration::column_headed("shoe size"));
}

TEST_CASE("parts, rooms and categories are written as they are read, in Thai or in English")
{
    for (const std::string rows :
         {"หน้าที่ในคณะผู้แทน,หมวด,ชื่ออักษรโรมัน,ห้อง\nที่ปรึกษา,นักวิชาการ,Ama Mensah,สองเตียง\n",
          "Part in the delegation,Category,Name in Latin letters,Room\nAdviser,academics,Ama "
          "Mensah,Twin\n",
          "role,category,name_en,room\nadviser,thinkers,Ama Mensah,twin\n"}) {
        CAPTURE(rows);
        Guests stage;
        adds_academics(stage);
        REQUIRE(imports(stage, rows).status == 303);
        const auto ama = only_person(stage);
        CHECK(ama["role"].string() == "adviser");
        CHECK(ama["category"].string() == "thinkers");
        CHECK(ama["room"].string() == "twin");
    }
}

TEST_CASE("the empty workbook is in its reader's language and says on a second page what may stand "
          "where")
{
    Guests stage;
    adds_academics(stage);
    const auto empty = document::read_workbook(stage.get(accra + "/import.xlsx", in_thai).body);
    REQUIRE(empty);
    REQUIRE(empty->size() == 2);
    const auto headers = empty->front().rows.at(0).fields;
    CHECK(headers.at(0) == "หน้าที่ในคณะผู้แทน");
    std::vector<std::string> choices;
    for (const auto& row : empty->at(1).rows)
        if (row.fields.size() > 2)
            choices.push_back(row.fields.at(2));
    const auto says = [&](const std::string& words) {
        return std::find(choices.begin(), choices.end(), words) != choices.end();
    };
    for (const auto* words : {"หัวหน้าคณะผู้แทน", "นักวิชาการ", "สองเตียง", "ใช่", "ไม่ใช่"})
        CHECK(says(words));
    CHECK_FALSE(says("adviser"));
    // Two categories have one Thai name here, so their keys are what can be written.
    CHECK(says("press"));
    CHECK(says("leaders"));
    CHECK_FALSE(says("หมวด"));
    // What is filled in comes back, and the second page is read as nobody.
    const auto filled = document::write_workbook(
        {{.name = "people", .rows = {headers, {"หัวหน้าคณะผู้แทน", "นักวิชาการ", "", "Ama Mensah"}}},
         {.name = "choices", .rows = {{"what"}, {"ใช่"}}}},
        {});
    REQUIRE(filled);
    REQUIRE(imports(stage, *filled, by(kofi), "import", "people.xlsx").status == 303);
    CHECK(only_person(stage)["role"].string() == "head");
    CHECK(stage.get(accra + "/import.csv", {.who = kofi}).body.find("role,category,") !=
          std::string::npos);
}

TEST_CASE("the page says the columns and the choices before anything is sent")
{
    Guests stage;
    adds_academics(stage);
    const auto page = stage.get(accra + "/import", in_thai);
    for (const auto* words :
         {"<code>honorific_en</code>", "<li>ที่ปรึกษา</li>", "<li>นักวิชาการ</li>", "<li>ไม่ต้องการ</li>"})
        CHECK(page.holds(words));
}

TEST_CASE("what is no choice is refused with the choices, each problem a paragraph of its own")
{
    Guests stage;
    adds_academics(stage);
    const std::string rows = "role,name_en,category\nking,Ama Mensah,หมวด\n";
    const auto refused = imports(stage, rows, in_thai);
    REQUIRE(refused.status == 422);
    CHECK(refused.holds(
        "<p class=\"error\">หน้าที่ใน<span class=\"nb\">คณะผู้แทน</span>: “king” ไม่อยู่ในตัวเลือก "
        "โปรดเขียนคำใดคำหนึ่งต่อไปนี้: หัวหน้า<span class=\"nb\">คณะผู้แทน</span>, "
        "รองหัวหน้าคณะ, ที่ปรึกษา"));
    // “หมวด” is the name of two.
    CHECK(refused.holds("</p><p class=\"error\">หมวด: “หมวด” ไม่อยู่ในตัวเลือก "));
    CHECK(refused.holds("นักวิชาการ"));
    CHECK_FALSE(refused.holds("role:"));
    CHECK(stage.count("SELECT COUNT(*) FROM registration") == 0);
    CHECK(imports(stage, rows).holds("\"column\":\"role\",\"code\":\"not-a-choice\""));
    // A header is named as it was written.
    CHECK(imports(stage, "role,Shoe Size\nhead,44\n", {.who = kofi}).holds("“Shoe Size”"));
}

TEST_CASE("nobody is head of a delegation because nobody chose, and a second one is told of")
{
    Guests stage;
    const auto form = stage.get(accra + "/people/new", {.who = kofi});
    CHECK(form.holds("<option value=\"\" selected>Please choose</option><option value=\"head\">"));
    CHECK(stage.post(accra + "/people/new", {{"role", ""}, {"name_en", "Ama Mensah"}}, by(kofi))
              .problem == "required");
    const auto ama = stage.registers("Ama Mensah", {{"role", "head"}});
    const std::string several = "Several people are written down as head of this delegation: ";
    CHECK_FALSE(stage.get(accra, {.who = kofi}).holds(several));
    CHECK(imports(stage, "role,name_en\nhead,Yaw Darko\n", {.who = kofi}, "check")
              .holds(several + "Ama Mensah, Yaw Darko."));
    CHECK_FALSE(
        imports(stage, "role,name_en\nhead,Ama Mensah\nadviser,Yaw Darko\n", {.who = kofi}, "check")
            .holds(several));
    const auto yaw = stage.registers("Yaw Darko", {{"role", "head"}});
    const auto efua = stage.registers("Efua Owusu");
    CHECK(stage.get(accra, {.who = kofi}).holds(several + "Ama Mensah, Yaw Darko."));
    CHECK(stage.get(accra + "/people/" + yaw, {.who = kofi}).holds(several));
    CHECK_FALSE(stage.get(accra + "/people/" + efua, {.who = kofi}).holds(several));
    // Who does not come any more leads nobody.
    REQUIRE(stage.post(accra + "/people/" + ama + "/withdraw", {}, by(kofi)).status == 303);
    CHECK_FALSE(stage.get(accra, {.who = kofi}).holds(several));
    CHECK_FALSE(stage.get(accra + "/people/" + yaw, {.who = kofi}).holds(several));
}

TEST_CASE("after the last day the secretariat reads of its own changes that they hold at once")
{
    Guests stage;
    stage.registers("Ama Mensah");
    stage.closes_registering();
    const auto delegation = stage.get(accra, {.who = kofi});
    CHECK(delegation.holds("What you change now is a wish"));
    CHECK_FALSE(delegation.holds("holds at once"));
    const auto secretary = stage.get(accra);
    CHECK(secretary.holds("What you change holds at once"));
    CHECK_FALSE(secretary.holds("is a wish"));
}

TEST_CASE(
    "a row that stands twice in a sheet is one person: both lines are named, and nobody comes in")
{
    Guests stage;
    const std::string twice = "role,name_en,diet\nadviser,Ama Mensah,\ndeputy,Yaw Darko,\n"
                              "adviser,MENSAH  Ama,none\nadviser,Ama Mensah,\n";
    for (const auto* what : {"check", "import"}) {
        CAPTURE(what);
        const auto shown = imports(stage, twice, {.who = kofi}, what);
        CHECK(shown.status == 422);
        CHECK(shown.holds("Line 4 has the same name."));
        CHECK(shown.holds("Line 2 has the same name."));
        CHECK(imports(stage, twice, in_thai, what).holds("บรรทัดที่ 4 มีชื่อเดียวกัน"));
        CHECK(stage.count("SELECT COUNT(*) FROM registration") == 0);
    }
    std::string lines;
    const auto looked = imports(stage, twice, by(kofi), "check").json();
    for (const auto& row : looked["rows"].items())
        for (const auto& wrong : row["wrong"].items())
            lines += std::to_string(row["line"].integer()) + " " + wrong["code"].string() + "\n";
    CHECK(lines == "2 twice-in-sheet\n4 twice-in-sheet\n5 twice-in-sheet\n");
}

TEST_CASE("a long name that stands twice is found in any language and in any order of its parts")
{
    for (const std::string rows :
         {"adviser,Yaw Kwabena Darko Asante,\nadviser,ASANTE Yaw  Kwabena Darko,\n",
          "adviser,Somchai Deeprasertkul,สมชาย ดีประเสริฐกุลวัฒนา\nadviser,Chai,สมชาย  "
          "ดีประเสริฐกุลวัฒนา\n"}) {
        Guests stage;
        const auto shown = imports(stage, "role,name_en,name_th\n" + rows, {.who = kofi});
        CHECK(shown.status == 422);
        CHECK(shown.holds("Line 3 has the same name."));
        CHECK(shown.holds("Line 2 has the same name."));
    }
}

TEST_CASE("two people of one name come in from one sheet when their passports tell them apart")
{
    Guests stage;
    const std::string people = "role,name_en,passport,born\nadviser,Ama Mensah,G1,\n"
                               "adviser,Ama Mensah,G2,\nadviser,Yaw Darko,,1970-01-01\n"
                               "adviser,Yaw Darko,,1971-01-01\n";
    CHECK(imports(stage, people).status == 303);
    CHECK(stage.count("SELECT COUNT(*) FROM registration") == 4);
    CHECK(imports(stage, "role,name_en,passport\nadviser,Efua Owusu,G3\nadviser,Efua Owusu,\n")
              .status == 422);
    CHECK(stage.count("SELECT COUNT(*) FROM registration") == 4);
}

TEST_CASE("hours past midnight and days that are none are quoted from a sheet as they stand there")
{
    Guests stage;
    const auto shown = imports(stage,
                               "role,name_en,arrives_on,arrives_at,born\n"
                               "adviser,Ama Mensah,2030-05-06,25:10,24/5/2509\n",
                               {.who = kofi});
    CHECK(shown.status == 422);
    CHECK(shown.holds("“25:10”"));
    CHECK(shown.holds("“24/5/2509”"));
    CHECK_FALSE(shown.holds("1966"));
    CHECK(stage.count("SELECT COUNT(*) FROM registration") == 0);
}
