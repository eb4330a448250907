// SPDX-License-Identifier: Apache-2.0
//
// Workbooks come in as the text that people see in them, and dangerous ones do not come in.

#include "document/workbook.hpp"

#include "document/workbook_cells.hpp"
#include "document/zip_archive.hpp"
#include "files.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace sala;
using namespace sala::document;

using Parts = std::map<std::string, std::string>;

// A workbook of one sheet as other programs write it, around the rows of its sheet data.
static Parts parts_around(const std::string& rows, const std::string& properties = "")
{
    return {
        {"xl/workbook.xml",
         "<workbook xmlns:r='r'>" + properties +
             "<sheets><sheet name='Cities' sheetId='1' r:id='rId1'/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships><Relationship Id='rId1' Type='http://x/worksheet' "
         "Target='worksheets/sheet1.xml'/></Relationships>"},
        {"xl/sharedStrings.xml",
         "<sst><si><t>กรุงเทพมหานคร</t></si><si><r><t>two </t></r><r><t>runs</t></r>"
         "<rPh><t>reading</t></rPh></si><si><t xml:space='preserve'> </t></si>"
         "<si><t>line_x000D__x005F_x0041_</t></si></sst>"},
        {"xl/styles.xml",
         "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='d\\ mmm\\ yyyy'/>"
         "<numFmt numFmtId='165' formatCode='[$-41E]dd/mm/yyyy\\ hh:mm'/>"
         "<numFmt numFmtId='166' formatCode='[Red]0.00\"day\"'/>"
         "<numFmt numFmtId='167' formatCode='[h]:mm'/></numFmts><cellXfs><xf numFmtId='0'/>"
         "<xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='166'/>"
         "<xf numFmtId='167'/><xf numFmtId='20'/></cellXfs></styleSheet>"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
}

static std::string refused(const std::string& bytes)
{
    const auto sheets = read_workbook(bytes);
    REQUIRE_FALSE(sheets);
    return sheets.refusal().code + ": " + sheets.refusal().sentence.english();
}

static std::vector<Row> rows_of(const std::string& rows, const std::string& properties = "")
{
    const auto sheets = read_workbook(zipped(parts_around(rows, properties)));
    REQUIRE(sheets);
    REQUIRE(sheets->size() == 1);
    return sheets->at(0).rows;
}

TEST_CASE("texts, numbers, booleans and gaps read as people see them")
{
    CHECK(
        rows_of(
            "<row r='2'><c r='A2' t='s'><v>0</v></c><c r='C2' t='s'><v>1</v></c></row>"
            "<row r='3'/><row r='4'><c r='B4' t='inlineStr'><is><t>inline</t></is></c>"
            "<c t='b'><v>1</v></c><c><v>0.1</v></c><c><v>42</v></c><c><v>1.1000000000000001</v></c>"
            "<c t='s'><v>3</v></c><c t='s'><v>99</v></c><c s='1'/></row>"
            "<row><c t='s'><v>2</v></c><c><v>7</v></c></row><row><c t='s'><v>2</v></c></row>") ==
        std::vector<Row>{{2, {"กรุงเทพมหานคร", "", "two runs"}},
                         {4, {"", "inline", "TRUE", "0.1", "42", "1.1", "line\r_x0041_"}},
                         {5, {" ", "7"}}});  // a row of blanks is none
}

TEST_CASE("dates are ISO dates, in workbooks of 1900 and of 1904")
{
    const std::string cells = "<row r='1'><c s='1'><v>44799</v></c><c s='2'><v>44799.5</v></c>"
                              "<c s='3'><v>44799.395833333336</v></c><c s='4'><v>44799.5</v></c>"
                              "<c s='5'><v>1.5</v></c><c s='6'><v>0.395833333333333</v></c>"
                              "<c s='1'><v>59</v></c><c t='d'><v>2022-08-26</v></c></row>";
    CHECK(rows_of(cells) ==
          std::vector<Row>{{1,
                            {"2022-08-26", "2022-08-26", "2022-08-26T09:30", "44799.5", "36:00",
                             "09:30", "1900-02-28", "2022-08-26"}}});
    CHECK(rows_of("<row><c s='1'><v>43337</v></c><c s='1'><v>0</v></c></row>",
                  "<workbookPr date1904='1'/>") ==
          std::vector<Row>{{1, {"2022-08-26", "1904-01-01"}}});
}

TEST_CASE("formulas and errors are refused with their sheet and cell")
{
    CHECK(refused(zipped(parts_around("<row r='7'><c r='AB7'><f>1+1</f><v>2</v></c></row>"))) ==
          "holds-formula: Sheet Cities, cell AB7 holds a formula; paste it as a value.");
    CHECK(refused(zipped(parts_around("<row r='7'><c r='C7' t='e'><v>#REF!</v></c></row>"))) ==
          "holds-error: Sheet Cities, cell C7 holds the error #REF!; write the value.");
}

TEST_CASE("what is no workbook, has a password or is malicious is refused")
{
    CHECK(refused("").starts_with("not-a-zip: "));
    CHECK(refused("key,title\n").starts_with("not-a-zip: "));
    CHECK(refused("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 rest").starts_with("encrypted: "));
    CHECK(refused(zipped({{"a.txt", "x"}})).starts_with("not-a-workbook: "));
    CHECK(refused(std::string(32 * 1024 * 1024 + 1, 'x')).starts_with("file-too-large: "));

    auto parts = parts_around("");
    parts["xl/worksheets/sheet1.xml"] =
        "<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet><sheetData/></worksheet>";
    CHECK(refused(zipped(parts)).starts_with("malicious-xml: "));
    parts.erase("xl/worksheets/sheet1.xml");
    CHECK(refused(zipped(parts)).starts_with("damaged-zip: "));
}

TEST_CASE("zip bombs are refused before they unpack")
{
    auto parts = parts_around("");
    parts["xl/media/zeros"] = std::string(20'000'000, '\0');
    CHECK(refused(zipped(parts)).starts_with("zip-bomb: "));

    parts = parts_around("");
    for (int i = 0; i < 1000; ++i)
        parts["x/" + std::to_string(i)] = "";
    CHECK(refused(zipped(parts)).starts_with("zip-bomb: "));
}

TEST_CASE("one long text shown in very many cells is refused")
{
    auto parts = parts_around("");
    parts["xl/sharedStrings.xml"] = "<sst><si><t>" + std::string(60'000, 'x') + "</t></si></sst>";
    std::string rows;
    for (int i = 0; i < 3000; ++i)
        rows += "<row><c t='s'><v>0</v></c></row>";
    parts["xl/worksheets/sheet1.xml"] =
        "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    CHECK(refused(zipped(parts)).starts_with("too-much-text: "));
}

TEST_CASE("places have names and names have places")
{
    CHECK(cell_name({12, 0}) == "A12");
    CHECK(cell_name({1, 701}) == "ZZ1");
    CHECK(cell_name({1, 702}) == "AAA1");
    CHECK(cell_place("AAA1")->column == 702);
    CHECK_FALSE(cell_place("A0"));
    CHECK_FALSE(cell_place("12"));
    CHECK_FALSE(cell_place("A1:B2"));
    CHECK_FALSE(cell_place(""));
}

TEST_CASE("sheets written with marks and choices read back as they were, and as equal bytes")
{
    const std::vector<WrittenSheet> sheets = {
        {"cities/of: the ตารางเมืองหลวงอาเซียนทั้งหมด",
         {{"key", "title_th", "kind"}, {"bangkok", "กรุงเทพมหานคร", "=1+1"}, {"x", "", " a\nb "}},
         {12, 30, 10},
         {{1, 2, "No formulas here."}, {2, 1, "A title is missing."}, {3, 0, "A row is missing."}},
         {{2, {"capital", "city"}}}},
        {"Cities", {{"key"}}, {}, {}, {}},
        {"cities", {{"key"}}, {}, {}, {}}};
    const WorkbookFacts facts{"Phnom Penh 2022", "Sala", Instant{1'660'000'000'000}};
    const auto bytes = write_workbook(sheets, facts);
    REQUIRE(bytes);
    CHECK(*bytes == *write_workbook(sheets, facts));
    CHECK(looks_like_workbook(*bytes));
    const auto back = read_workbook(*bytes);
    REQUIRE(back);
    REQUIRE(back->size() == 3);
    CHECK(back->at(0).rows == std::vector<Row>{{1, {"key", "title_th", "kind"}},
                                               {2, {"bangkok", "กรุงเทพมหานคร", "=1+1"}},
                                               {3, {"x", "", " a\nb "}}});
    CHECK(back->at(0).name == "cities of  the ตารางเมืองหลวงอา");
    CHECK(back->at(1).name == "Cities");
    CHECK(back->at(2).name == "cities 2");

    const auto archive = ZipArchive::opened(*bytes);
    CHECK(archive->part("xl/comments1.xml")->find("A title is missing.") != std::string::npos);
    CHECK(archive->part("xl/worksheets/sheet1.xml")->find("capital,city") != std::string::npos);
}

TEST_CASE("choices too long for a cell's own list are offered from another page, or not at all")
{
    const std::vector<std::string> many(8, "เจ้าหน้าที่รักษาความปลอดภัย");
    const WrittenSheet choices{"Choices", {{"a"}, {"b"}}, {}, {}, {}};
    const auto offered = [&](const ColumnChoices& column) {
        const auto bytes = write_workbook({{"People", {{"role"}}, {}, {}, {column}}, choices}, {});
        REQUIRE(bytes);
        return std::string(*ZipArchive::opened(*bytes)->part("xl/worksheets/sheet1.xml"));
    };
    CHECK(offered({0, many}).find("dataValidation") == std::string::npos);
    CHECK(offered({0, {"Press, radio", "Guests"}}).find("dataValidation") == std::string::npos);
    CHECK(offered({0, many, "'Choices'!$A$1:$A$2"}).find(">'Choices'!$A$1:$A$2<") !=
          std::string::npos);
    CHECK(offered({0, {"yes", "no"}}).find("yes,no") != std::string::npos);
}

TEST_CASE("a value longer than a cell is refused by its place")
{
    const auto refused_value =
        write_workbook({{"Long", {{"a"}, {"b", std::string(32'768, 'x')}}, {}, {}, {}}}, {});
    REQUIRE_FALSE(refused_value);
    CHECK(refused_value.refusal().code == "value-too-long");
    CHECK(refused_value.refusal().sentence.english().starts_with("Sheet Long, cell B2: "));
    CHECK(write_workbook({{"Long", {{std::string(32'767, 'x')}}, {}, {}, {}}}, {}));
    CHECK_FALSE(write_workbook({}, {}));
}

TEST_CASE("a published workbook is refused where its first formula stands")
{
    const auto bytes = file_at(published("schedule/voc-schedule-example.xlsx"));
    if (!bytes) {
        MESSAGE("skipped: voc-schedule-example.xlsx is not there");
        return;
    }
    CHECK(refused(*bytes) ==
          "holds-formula: Sheet Sheet1, cell C3 holds a formula; paste it as a value.");
}

TEST_CASE("cut and damaged workbooks never make the reader fall over")
{
    const auto whole = zipped(parts_around("<row r='2'><c r='A2' t='s'><v>0</v></c></row>"));
    for (std::size_t size = 0; size < whole.size(); ++size)
        CHECK_FALSE(read_workbook(std::string_view(whole).substr(0, size)));
    const auto written = *write_workbook({{"a", {{"b", "c"}}, {}, {{0, 0, "d"}}, {}}}, {});
    CHECK(rc::check([&] {
        auto damaged = *rc::gen::element(whole, written);
        const auto blows = *rc::gen::inRange(1, 12);
        for (int i = 0; i < blows; ++i)
            damaged[*rc::gen::inRange<std::size_t>(0, damaged.size())] =
                *rc::gen::arbitrary<char>();
        const auto sheets = read_workbook(damaged);
        if (!sheets)
            RC_ASSERT(!sheets.refusal().sentence.key.empty());
    }));
    CHECK(rc::check([&] {
        auto rows =
            std::string("<row r='2'><c r='A2' t='s'><v>0</v></c><c s='1'><v>4e9</v></c></row>");
        const auto blows = *rc::gen::inRange(1, 6);
        for (int i = 0; i < blows; ++i)
            rows[*rc::gen::inRange<std::size_t>(0, rows.size())] =
                *rc::gen::element('<', '>', '9', 'A', '\'', '/', '-', '\0', '\xE0');
        const auto sheets = read_workbook(zipped(parts_around(rows)));
        if (!sheets)
            RC_ASSERT(!sheets.refusal().sentence.key.empty());
    }));
}
