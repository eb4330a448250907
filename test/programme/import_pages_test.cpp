// SPDX-License-Identifier: Apache-2.0
//
// Sheets come in through the browser: all or nothing, tried without consequences, hostile files
// refused with a sentence.

#include "stage.hpp"

#include "document/workbook.hpp"
#include "document/zip_archive.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace sala;

namespace {

const Sent as_page{.accept = "text/html"};
const std::string rooms = "key,venue,capacity,name_en\ntilia,hall,200,Tilia\nacer,hall,80,Acer\n";

Shown sends(Stage& stage, const std::string& name, const std::string& bytes,
            const Fields& fields = {}, Sent sent = {.accept = "application/json"})
{
    return stage.upload("/lyon-2030/import", "file", name, bytes, fields, std::move(sent));
}

std::string schedule()
{
    std::ifstream in(std::string(SALA_SOURCE) + "/test/golden/schedule.xml", std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return std::move(bytes).str();
}

// The smallest workbook: one sheet, with these rows.
std::string workbook_of(const std::string& rows, const std::string& zeros = "")
{
    std::map<std::string, std::string> parts{
        {"xl/workbook.xml", "<workbook xmlns:r='r'><sheets><sheet name='rooms' sheetId='1' "
                            "r:id='rId1'/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships><Relationship Id='rId1' Type='http://x/worksheet' "
         "Target='worksheets/sheet1.xml'/></Relationships>"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
    if (!zeros.empty())
        parts["xl/media/zeros"] = zeros;
    return document::zipped(parts);
}

std::int64_t revisions(Stage& stage) { return stage.count("SELECT COUNT(*) FROM revision"); }

}  // namespace

TEST_CASE("what a forum exports imports again and changes nothing, however often")
{
    Stage stage;
    const auto book = stage.get("/lyon-2030/workbook.xlsx");
    REQUIRE(book.status == 200);
    const auto before = revisions(stage);
    for (int i = 0; i < 2; ++i) {
        const auto reply = sends(stage, "lyon-2030.xlsx", book.body, {{"prune", "yes"}});
        CHECK(reply.status == 200);
        CHECK(reply.json()["added"].items().empty());
        CHECK(reply.json()["changed"].items().empty());
        CHECK(reply.json()["missing"].items().empty());
        CHECK(reply.json()["same"].integer() == 30);
    }
    CHECK(revisions(stage) == before);
    const auto page = sends(stage, "lyon-2030.xlsx", book.body, {}, as_page);
    CHECK(page.holds("Nothing had changed"));
    CHECK_FALSE(page.holds("with the next release"));
}

TEST_CASE("one sheet adds and changes rows; a check says the same and keeps nothing")
{
    Stage stage;
    const auto sheet = rooms + "robinia,hall,40,Robinia\n";
    const auto changed =
        "key,venue,capacity,name_en\ntilia,hall,210,Tilia\nrobinia,hall,40,Robinia\n";
    const auto before = revisions(stage);
    const auto tried = sends(stage, "rooms.csv", changed, {{"what", "check"}});
    CHECK(tried.status == 200);
    CHECK_FALSE(tried.json()["kept"].boolean());
    CHECK(tried.json()["added"] == Json::array({"rooms:robinia"}));
    CHECK(tried.json()["changed"] == Json::array({"rooms:tilia"}));
    CHECK(tried.json()["missing"] == Json::array({"rooms:acer"}));
    CHECK(revisions(stage) == before);
    CHECK(stage.count("SELECT COUNT(*) FROM room") == 2);
    CHECK(stage.told().empty());

    CHECK(sends(stage, "lyon-2030-rooms (1).csv", changed).json()["kept"].boolean());
    CHECK(stage.count("SELECT COUNT(*) FROM room") == 3);
    CHECK(stage.count("SELECT capacity FROM room WHERE key = 'tilia'") == 210);
    CHECK(stage.told() == std::vector<std::string>{"forum:lyon-2030"});
    CHECK(sends(stage, "rooms.csv", changed, {{"prune", "yes"}}).json()["missing"] ==
          Json::array({"rooms:acer"}));
    CHECK(stage.count("SELECT COUNT(*) FROM room") == 2);
}

TEST_CASE(
    "taking rows away that others refer to is a problem, not an incident, and changes nothing")
{
    Stage stage;
    const auto reply = sends(stage, "rooms.csv", "key,venue,capacity,name_en\nacer,hall,80,Acer\n",
                             {{"prune", "yes"}});
    CHECK(reply.status == 422);
    REQUIRE(reply.json()["problems"].items().size() == 2);
    CHECK(reply.json()["problems"].items()[0]["code"].string() == "refers-to-removed");
    CHECK(stage.count("SELECT COUNT(*) FROM room") == 2);

    // Lists of keys and subjects of claims are words, and no less a reference.
    REQUIRE(stage
                .post("/lyon-2030/sheets/claims/new", {{"key", "size"},
                                                       {"subject", "rooms:acer"},
                                                       {"question_en", "How big"},
                                                       {"value_en", "80"},
                                                       {"source", "programme-note"},
                                                       {"standing", "primary"}})
                .status == 303);
    CHECK(sends(stage, "topics.csv", "key,number,title_en\n", {{"prune", "yes"}})
              .json()["problems"]
              .items()[0]["sheet"]
              .string() == "interventions");
    CHECK(sends(stage, "rooms.csv", "key,venue,capacity,name_en\ntilia,hall,200,Tilia\n",
                {{"prune", "yes"}})
              .json()["problems"]
              .items()
              .size() == 1);
    CHECK(stage.count("SELECT COUNT(*) FROM room") == 2);
    CHECK(stage.count("SELECT COUNT(*) FROM topic") == 1);
}

TEST_CASE("a city that a delegation or a speech names stays on the forum's list, even with prune")
{
    Stage stage;
    const auto cities = stage.get("/lyon-2030/sheets/cities.csv").body;
    const auto quito = cities.find("quito,");
    auto without = cities;
    without.erase(quito, cities.find('\n', quito) + 1 - quito);

    const auto reply = sends(stage, "cities.csv", without, {{"prune", "yes"}});

    CHECK(reply.status == 422);
    CHECK(reply.json()["problems"].items()[0]["code"].string() == "refers-to-removed");
    CHECK(stage.get("/lyon-2030/sheets/cities.csv").body == cities);
}

TEST_CASE("every problem is listed with its row and column, nothing goes in, and the file comes "
          "back marked")
{
    Stage stage;
    const auto wrong =
        "key,venue,capacity,name_en\ntilia,palace,many,Tilia\nRobinia,hall,40,<b>Robinia</b>\n";
    const auto page = sends(stage, "rooms.csv", wrong, {}, as_page);
    CHECK(page.status == 422);
    CHECK(page.holds("3 problems"));
    CHECK(page.holds("“many” is not a whole number."));
    CHECK(page.holds("“Robinia” is not a key."));
    CHECK(page.holds("There is no “palace” in the sheet venues."));
    CHECK(page.holds("value=\"annotate\""));
    CHECK_FALSE(page.holds("<b>Robinia"));
    CHECK(stage.count("SELECT COUNT(*) FROM room") == 2);

    const auto marked = sends(stage, "rooms.csv", wrong, {{"what", "annotate"}});
    CHECK(marked.status == 200);
    CHECK(marked.header("Content-Disposition").starts_with("attachment; filename=\"marked.xlsx\""));
    const auto book = document::read_workbook(marked.body);
    REQUIRE(book);
    CHECK(book->front().name == "problems");
    CHECK(book->front().rows.size() == 4);
    CHECK(stage.count("SELECT COUNT(*) FROM room") == 2);
}

TEST_CASE("a row edited in a browser after the export is a conflict and stays")
{
    Stage stage;
    const auto book = stage.get("/lyon-2030/workbook.xlsx").body;
    REQUIRE(stage.post("/lyon-2030/sheets/rooms/tilia", {{"version", "1"}, {"name_en", "Linden"}})
                .status == 303);
    const auto reply = sends(stage, "lyon-2030.xlsx", book);
    CHECK(reply.status == 422);
    REQUIRE(reply.json()["problems"].items().size() == 1);
    CHECK(reply.json()["problems"].items()[0]["code"].string() == "edited-meanwhile");
    CHECK(
        stage.get("/lyon-2030/sheets/rooms/tilia.json").json()["name"]["en"]["verbatim"].string() ==
        "Linden");
}

TEST_CASE("a text that was edited meanwhile is marked in its own cell, not at the row's key")
{
    Stage stage;
    const std::string before = "key,venue,capacity,name_en\ntilia,hall,200,Tilia\n";
    REQUIRE(stage.post("/lyon-2030/sheets/rooms/tilia", {{"version", "1"}, {"name_en", "Linden"}})
                .status == 303);
    const auto marked = sends(stage, "rooms.csv", before, {{"what", "annotate"}});
    REQUIRE(marked.status == 200);
    const auto zip = document::ZipArchive::opened(marked.body);
    REQUIRE(zip);
    const auto comments = zip->part("xl/comments1.xml");
    REQUIRE(comments);
    CHECK(comments->find("<comment ref=\"D2\"") != std::string::npos);
    CHECK(comments->find("<comment ref=\"A2\"") == std::string::npos);
}

TEST_CASE("hostile and unreadable files are refused with a sentence beside the field")
{
    Stage stage;
    const auto before = revisions(stage);
    CHECK(sends(stage, "rooms.csv", "key,name_en\ntilia,\xE1\xCD\n").problem == "not-utf8");
    CHECK(sends(stage, "palace.csv", rooms).problem == "unnamed-sheet");
    CHECK(sends(stage, "rooms.xlsx", "PK\x03\x04 and then nothing").problem == "not-a-zip");
    CHECK(sends(stage, "rooms.xlsx", "half a download").problem == "not-a-zip");
    CHECK(sends(stage, "schedule.xml", schedule()).problem == "schedule-not-here");
    CHECK(stage.post("/lyon-2030/import", {}).problem == "no-file");

    const auto formula = sends(stage, "rooms.xlsx",
                               workbook_of("<row r='1'><c r='A1'><f>1+1</f><v>2</v></c></row>"));
    CHECK(formula.status == 422);
    CHECK(formula.json()["problems"].items().back()["code"].string() == "holds-formula");
    CHECK(sends(stage, "rooms.xlsx", workbook_of("", std::string(20'000'000, '\0'))).problem ==
          "zip-bomb");
    const std::string laughs = "<?xml version=\"1.0\"?><!DOCTYPE s [<!ENTITY a \"ha\"><!ENTITY b "
                               "\"&a;&a;\">]><schedule>&b;</schedule>";
    const std::string secret = "<?xml version=\"1.0\"?><!DOCTYPE s [<!ENTITY x SYSTEM "
                               "\"file:///etc/passwd\">]><schedule>&x;</schedule>";
    for (const auto& xml : {laughs, secret})
        CHECK(stage.upload("/forums/new", "file", "schedule.xml", xml, {{"way", "file"}}).problem ==
              "malicious-xml");
    const auto page =
        sends(stage, "rooms.csv", "key,name_en\ntilia,\xE1\xCD\n", {{"prune", "yes"}}, as_page);
    CHECK(page.status == 422);
    CHECK(page.holds("id=\"file-error\""));
    CHECK(page.holds("name=\"prune\" value=\"yes\" checked"));
    CHECK(revisions(stage) == before);
}

TEST_CASE("several sheets go in together, or none of them does")
{
    Stage stage;
    const std::string venues = "key,city,name_en\nhall,lyon,Hall\nquay,lyon,Quay\n";
    const std::string more = rooms + "salix,quay,40,Salix\n";
    const auto send = [&](const Fields& files) {
        return stage.uploads("/lyon-2030/import", "file", files);
    };
    const auto wrong = send({{"venues.csv", venues}, {"rooms.csv", more + "ulmus,quay,x,U\n"}});
    CHECK(wrong.status == 422);
    CHECK(wrong.json()["problems"].items().size() == 1);
    const auto unreadable = send({{"venues.csv", venues}, {"rooms.csv", "key\n\xE1\n"}});
    CHECK(unreadable.status == 422);
    CHECK(unreadable.json()["problems"].items()[0]["sheet"].string() == "rooms");
    CHECK(send({{"rooms.csv", more}, {"rooms (1).csv", more}})
              .json()["problems"]
              .items()[0]["code"]
              .string() == "sheet-twice");
    CHECK(send({{"rooms.csv", more}, {"book.xlsx", "PK\x03\x04"}}).problem == "one-workbook-only");
    CHECK(send({{"rooms.csv", more}, {"palace.csv", more}}).problem == "unnamed-sheet");
    CHECK(stage.count("SELECT COUNT(*) FROM venue") == 1);
    CHECK(stage.count("SELECT COUNT(*) FROM room") == 2);

    const auto right = send({{"rooms.csv", more}, {"lyon-2030-venues.csv", venues}});
    CHECK(right.status == 200);
    CHECK(right.json()["added"] == Json::array({"venues:quay", "rooms:salix"}));
    CHECK(stage.count("SELECT COUNT(*) FROM room") == 3);
    CHECK(stage.get("/lyon-2030/import").holds(" multiple"));
}

TEST_CASE("sheets of another forum are not taken into this one")
{
    Stage stage;
    auto files = lyon_files();
    files["forum.toml"] = "slug = \"porto-2031\"\ntitle_en = \"Porto 2031\"\ndate = "
                          "\"2031\"\ntime_zone = \"Europe/Lisbon\"\n";
    REQUIRE(stage.opens(files).empty());
    const auto book = stage.get("/porto-2031/workbook.xlsx").body;
    CHECK(sends(stage, "porto.xlsx", book).problem == "another-forum");
}

TEST_CASE("the desk names conflicts of the draft and what changed since the release")
{
    Stage stage;
    CHECK(stage.get("/lyon-2030/desk").holds("No conflicts in the draft of the programme."));
    CHECK(stage.get("/lyon-2030/desk.json").json()["changes"].items().empty());
    REQUIRE(stage.post("/lyon-2030/sheets/sittings/opening", {{"version", "1"}, {"minutes", "90"}})
                .status == 303);
    const auto desk = stage.get("/lyon-2030/desk.json").json();
    REQUIRE(desk["conflicts"].items().size() == 1);
    CHECK(desk["conflicts"].items()[0]["code"].string() == "room-twice");
    CHECK(desk["changes"].items().size() == 1);
    CHECK(stage.get("/lyon-2030/desk").holds("1 conflict in the draft"));
}
