// SPDX-License-Identifier: Apache-2.0
//
// The same sheets in one workbook: they mean what the folder means, dangerous files are refused,
// and wrong cells come back marked.

#include "document/workbook.hpp"
#include "document/zip_archive.hpp"
#include "sheets.hpp"

using namespace sala;
using namespace sala::sheet;

namespace {

const Instant made{1'900'000'000'000};

// A workbook as another program writes it: one sheet of this name, with these rows.
std::string foreign_workbook(const std::string& name, const std::string& rows,
                             const std::map<std::string, std::string>& more = {})
{
    std::map<std::string, std::string> parts{
        {"xl/workbook.xml", "<workbook xmlns:r='r'><sheets><sheet name='" + name +
                                "' sheetId='1' r:id='rId1'/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships><Relationship Id='rId1' Type='http://x/worksheet' "
         "Target='worksheets/sheet1.xml'/></Relationships>"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
    parts.insert(more.begin(), more.end());
    return document::zipped(parts);
}

std::string refused(const std::string& bytes)
{
    const auto read = read_workbook_bytes(bytes);
    REQUIRE_FALSE(read);
    return read.refusal().code + ": " + read.refusal().sentence.english();
}

std::string in_english(const Sentence& sentence) { return sentence.english(); }

std::string part(const std::string& workbook, const std::string& name)
{
    const auto zip = document::ZipArchive::opened(workbook);
    REQUIRE(zip);
    const auto bytes = zip->part(name);
    return bytes ? *bytes : "";
}

}  // namespace

TEST_CASE("a workbook opens the same forum as the folder, and equal forums are equal workbooks")
{
    Archive folder;
    REQUIRE(folder.imports(porto()).problems == Words{});
    const auto book = workbook_bytes(folder.exported(), made);
    REQUIRE(book);
    CHECK(*workbook_bytes(folder.exported(), made) == *book);

    const auto read = read_workbook_bytes(*book);
    REQUIRE(read);
    CHECK(lines_of(read->problems) == Words{});
    Archive another;
    REQUIRE(another.imports(*read).problems == Words{});
    CHECK(another.folder() == folder.folder());

    const auto before = folder.rows();
    const auto came = folder.imports(*read, true);
    CHECK(came.problems == Words{});
    CHECK_FALSE(came.outcome.changed_anything(true));
    CHECK(folder.rows() == before);
}

TEST_CASE("a workbook begins with the forum and has every sheet, empty ones with their header")
{
    Archive archive;
    REQUIRE(archive.imports(porto()).problems == Words{});
    const auto book = document::read_workbook(*workbook_bytes(archive.exported(), made));
    REQUIRE(book);
    Words names;
    for (const auto& sheet : *book)
        names.push_back(sheet.name);
    Words expected{"forum"};
    for (const auto& sheet : all_sheets())
        if (sheet.name != "forum")
            expected.push_back(sheet.name);
    CHECK(names == expected);
    for (const auto& sheet : *book)
        if (sheet.name == "days")
            CHECK(sheet.rows == std::vector<document::Row>{{1, {"key", "date"}}});
}

TEST_CASE("a workbook of an older export does not undo an edit")
{
    Archive archive;
    REQUIRE(archive.imports(porto()).problems == Words{});
    auto files = archive.exported();
    archive.edits("rooms", "tilia", "capacity", std::int64_t{201});
    const auto read = read_workbook_bytes(*workbook_bytes(files, made));
    REQUIRE(read);
    const auto came = archive.imports(*read);
    REQUIRE(came.problems.size() == 1);
    CHECK(came.problems.front().starts_with("rooms 2 capacity edited-meanwhile: “tilia”"));

    const auto fresh = read_workbook_bytes(*workbook_bytes(archive.exported(), made));
    REQUIRE(fresh);
    CHECK(fresh->files.revision == archive.exported().revision);
    CHECK(archive.imports(*fresh).problems == Words{});
}

TEST_CASE(
    "all formulas and errors are named at once, with row and column, and marked in their cells")
{
    const auto cell = [](const std::string& place, const std::string& words) {
        return "<c r='" + place + "' t='inlineStr'><is><t>" + words + "</t></is></c>";
    };
    const std::string formula = "<f>1+1</f><v>2</v></c>";
    const auto read = read_workbook_bytes(foreign_workbook(
        "rooms", "<row r='1'>" + cell("A1", "key") + cell("B1", "venue") + cell("C1", "name_en") +
                     "</row><row r='2'>" + cell("A2", "tilia") + "<c r='B2'>" + formula +
                     "<c r='C2'>" + formula + "</row><row r='3'><c r='A3'>" + formula +
                     cell("B3", "quay") + cell("C3", "Acer") + "</row><row r='4'>" +
                     cell("A4", " ") + "</row><row r='5'>" + cell("A5", "salix") +
                     cell("B5", "quay") + "<c r='C5' t='e'><v>#N/A</v></c></row>"));
    REQUIRE(read);
    const Words wrong{
        "rooms 2 venue holds-formula: Sheet rooms, cell B2 holds a formula; paste it as a value.",
        "rooms 2 name_en holds-formula: Sheet rooms, cell C2 holds a formula; paste it as a value.",
        "rooms 3 key holds-formula: Sheet rooms, cell A3 holds a formula; paste it as a value.",
        "rooms 5 name_en holds-error: Sheet rooms, cell C5 holds the error #N/A; write the value."};
    // That such a cell is empty is no second problem; a row of blanks is none.
    CHECK(lines_of(read->problems) == wrong);
    // A row of which nobody knows the key may be the one that others name.
    CHECK(read->files.unreadable.contains("rooms"));

    const auto book = annotated_workbook(*read, in_english, made);
    REQUIRE(book);
    const auto comments = part(*book, "xl/comments1.xml");
    for (const auto* place : {"B2", "C2", "A3", "C4"})
        CHECK(comments.find("<comment ref=\"" + std::string(place) + "\"") != std::string::npos);

    const auto head = read_workbook_bytes(foreign_workbook(
        "rooms", "<row r='1'>" + cell("A1", "key") + "<c r='B1'>" + formula + "</row>"));
    REQUIRE(head);
    CHECK(lines_of(head->problems) ==
          Words{"rooms 1 - holds-formula: Sheet rooms, cell B1 holds a formula; paste it as a "
                "value."});
}

TEST_CASE("bombs and damaged files are refused with what to do")
{
    CHECK(
        refused(foreign_workbook("rooms", "", {{"xl/media/zeros", std::string(20'000'000, '\0')}}))
            .starts_with("zip-bomb: "));
    CHECK(refused(foreign_workbook("rooms", "<row><c>")).starts_with("not-xml: "));
    CHECK(refused(document::zipped({{"xl/a", "b"}})).starts_with("not-a-workbook: "));
    CHECK(refused("PK\x03\x04 and then nothing").starts_with("not-a-zip: "));
    CHECK(refused("").starts_with("not-a-zip: "));

    const auto whole = *workbook_bytes(read(porto()).files, made);
    for (const auto size : {whole.size() / 4, whole.size() / 2, whole.size() - 30})
        CHECK_FALSE(read_workbook_bytes(whole.substr(0, size)));
}

TEST_CASE("a sheet of another name is a problem beside its name, and the others are read")
{
    const auto read = read_workbook_bytes(foreign_workbook(
        "Palaces", "<row r='1'><c r='A1' t='inlineStr'><is><t>key</t></is></c></row>"));
    REQUIRE(read);
    CHECK(lines_of(read->problems) ==
          Words{"Palaces 0 - unknown-sheet: There is no sheet called “Palaces”. The manual lists "
                "the sheets."});
    CHECK(read->files.sheets.empty());
}

TEST_CASE("dates and numbers that a spreadsheet made of what was typed are read as they are seen")
{
    const auto text = [](const std::string& words) {
        return "<c t='inlineStr'><is><t>" + words + "</t></is></c>";
    };
    const auto read = read_workbook_bytes(foreign_workbook(
        "days",
        "<row>" + text("key") + text("date") + "</row><row>" + text("day-1") +
            "<c s='1'><v>44897</v></c></row>",
        {{"xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>"
                           "</styleSheet>"}}));
    REQUIRE(read);
    CHECK(lines_of(read->problems) == Words{});
    CHECK(sheet_named("days").words(read->files.sheets.at("days").at(0).row, "date") ==
          "2022-12-02");
}

TEST_CASE("wrong cells come back marked in their place, each with its sentence")
{
    auto files = porto();
    files["rooms.csv"] =
        "key,venue,capacity,name_en\n\ntilia,quay,200,Tilia\n\nacer,quay,many,Acer\n"
        "acer,quay,1,Acer\n";
    const auto wrong = read(files);
    const auto book = annotated_workbook(wrong, in_english, made);
    REQUIRE(book);

    const auto sheets = document::read_workbook(*book);
    REQUIRE(sheets);
    const std::string many = "“many” is not a whole number. Write digits only, such as 7.";
    const std::string twice = "The key “acer” stands in row 5 already. Each row needs its own.";
    CHECK(sheets->front() ==
          document::Sheet{"problems",
                          {{1, {"sheet", "row", "column", "what is wrong and what would be right"}},
                           {2, {"rooms", "5", "capacity", many}},
                           {3, {"rooms", "6", "key", twice}}},
                          false});
    std::size_t rooms = 0;
    while (sheets->at(rooms).name != "rooms")
        ++rooms;
    CHECK(sheets->at(rooms).rows ==
          std::vector<document::Row>{{1, {"key", "venue", "capacity", "name_en"}},
                                     {2, {"tilia", "quay", "200", "Tilia"}},
                                     {3, {"acer", "quay", "many", "Acer"}},
                                     {4, {"acer", "quay", "1", "Acer"}}});

    // Only this sheet has comments, so theirs is the first part of comments.
    const auto comments = part(*book, "xl/comments1.xml");
    CHECK(part(*book, "xl/comments2.xml").empty());
    const auto capacity = comments.find("<comment ref=\"C3\"");
    const auto key = comments.find("<comment ref=\"A4\"");
    REQUIRE(capacity != std::string::npos);
    REQUIRE(key != std::string::npos);
    CHECK(comments.find(many) > capacity);
    CHECK(comments.find(many) < key);
    CHECK(comments.find(twice) > key);
    std::size_t count = 0;
    for (auto at = comments.find("<comment ref="); at != std::string::npos;
         at = comments.find("<comment ref=", at + 1))
        ++count;
    CHECK(count == 2);
}

TEST_CASE("the marked workbook can be sent again: its list of problems is no sheet")
{
    auto files = porto();
    files["rooms.csv"] = "key,venue,capacity,name_en\ntilia,quay,many,Tilia\n";
    const auto book = annotated_workbook(read(files), in_english, made);
    REQUIRE(book);
    const auto again = read_workbook_bytes(*book);
    REQUIRE(again);
    CHECK(lines_of(again->problems) ==
          Words{"rooms 2 capacity not-a-number: “many” is not a whole number. Write digits only, "
                "such as 7."});
}

TEST_CASE("what is wrong with a row, a column or a whole sheet is marked at its beginning")
{
    auto files = porto();
    files["rooms.csv"] = "key,venue,capacity,floor\ntilia,quay,7,1,2\n";
    const auto book = annotated_workbook(read(files), in_english, made);
    REQUIRE(book);
    const auto comments = part(*book, "xl/comments1.xml");
    const auto header = comments.find("<comment ref=\"D1\"");
    const auto row = comments.find("<comment ref=\"A2\"");
    REQUIRE(header != std::string::npos);
    REQUIRE(row != std::string::npos);
    CHECK(comments.find("There is no column “floor”") > header);
    CHECK(comments.find("This row has more cells than the header has columns.") > row);
    // The name has no column to be marked in; so the sentence stands with its row.
    CHECK(comments.find("This must not be empty.") > row);
}
