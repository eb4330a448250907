// SPDX-License-Identifier: Apache-2.0
//
// Sheets are read to their end: whatever is wrong is listed with its place, and with what would be
// right, so that nobody has to send them in ten times.

#include "sheets.hpp"

#include <sys/stat.h>

using namespace sala;
using namespace sala::sheet;

// The problems of Porto 2031 with some files replaced.
static Words problems_with(const Files& instead)
{
    auto files = porto();
    for (const auto& [name, bytes] : instead)
        files[name] = bytes;
    return lines_of(read(files).problems);
}

static Words problems_of_sheet(const std::string& name, const std::string& bytes)
{
    const auto read = read_one_csv(name, bytes);
    REQUIRE(read);
    return lines_of(read->problems);
}

static Rows rows_of(const FilesRead& read, const std::string& sheet)
{
    Rows rows;
    for (const auto& line : read.files.sheets.at(sheet))
        rows.push_back(line.row);
    return rows;
}

TEST_CASE("a folder without mistakes reads without problems, every cell in its column")
{
    const auto files = read(porto());
    CHECK(lines_of(files.problems) == Words{});
    CHECK(files.files.revision == 0);
    REQUIRE(files.files.forum);
    CHECK(files.files.forum->row.key == "porto-2031");
    Text accra{Language::english(), "Accra"};
    accra.set(Language::thai(), {"อักกรา", ""});
    CHECK(rows_of(files, "cities").at(1) ==
          Row{"accra", {std::string("gh"), std::string("capital"), accra, {}, {}}});
    CHECK(rows_of(files, "rooms").at(0) ==
          Row{"tilia",
              {std::string("quay"), std::int64_t{200}, Text{Language::english(), "Tilia"}, {}}});
}

TEST_CASE("a byte order mark, semicolons, other line ends and blank lines make no difference")
{
    const auto plain = rows_of(read(porto()), "rooms");
    for (const std::string& bytes :
         {std::string("\xEF\xBB\xBFkey,venue,capacity,name_en\ntilia,quay,200,Tilia\n"
                      "acer,quay,80,Acer\nsalix,quay,40,Salix\n"),
          std::string("key;venue;capacity;name_en\r\ntilia;quay;200;Tilia\r\n\r\n"
                      "acer;quay;80;Acer\r\nsalix;quay;40;Salix"),
          std::string("name_en,key,venue,capacity\nTilia,tilia,quay,200\nAcer,acer,quay,80\n"
                      "Salix,salix,quay,40\n")}) {
        auto files = porto();
        files["rooms.csv"] = bytes;
        const auto again = read(files);
        CHECK(lines_of(again.problems) == Words{});
        CHECK(rows_of(again, "rooms") == plain);
    }
}

TEST_CASE("what was printed and its correction are one text of one language")
{
    const auto read = read_one_csv("networks", "key,name_th_corrected,name_en,name_th\n"
                                               "a,เมือง,Cities,เมื่อง\n");
    REQUIRE(read);
    CHECK(lines_of(read->problems) == Words{});
    Text name{Language::english(), "Cities"};
    name.set(Language::thai(), {"เมื่อง", "เมือง"});
    CHECK(rows_of(*read, "networks") == Rows{{"a", {name, {}, {}}}});
}

TEST_CASE("all mistakes of all sheets are listed with sheet, row, column and what would be right")
{
    CHECK(
        problems_with(
            {{"forum.toml", "slug = \"porto-2031\"\ntitle_en = \"Porto\"\ndate = \"in May\"\n"
                            "time_zone = \"Portugal\"\ncolour = \"blue\"\n"},
             {"cities.csv", "key,country,kind,name_en\nporto,pt,town,Porto\nAccra,gh,capital,\n"
                            ",gh,city,Tema\n"},
             {"rooms.csv", "key,venue,capacity,name_en,floor\ntilia,quay,many,Tilia,1\n"
                           "acer,quay,100001,Acer,\ntilia,quay quay,3,Tilia,,7,8\n"},
             {"palaces.csv", "key\nx\n"},
             {"venues.csv", "city,name_en\nporto,The quay\n"}}) ==
        Words{
            "forum 5 colour unknown-column: There is no column “colour” in the sheet forum. The "
            "manual lists the columns.",
            "forum 3 date not-a-date: “in May” is not a date. Write 2022, 2022-12, 2022-12-02, a "
            "range 2019-08-26/2019-08-28, or 2022-12-02/.. when the end is not known.",
            "forum 4 time_zone no-such-zone: There is no time zone “Portugal”. Write one such as "
            "Asia/Phnom_Penh.",
            "cities 2 kind not-a-choice: “town” is not one of the words here. Write one of: "
            "capital, city, province, district.",
            "cities 3 key not-a-key: “Accra” is not a key. A key has small letters, digits and "
            "hyphens, such as ha-noi.",
            "cities 3 name_en required: This must not be empty.",
            "cities 4 key required: Each row needs a key of its own, such as ha-noi.",
            "palaces 0 - unknown-sheet: There is no sheet called “palaces”. The manual lists the "
            "sheets.",
            "rooms 0 floor unknown-column: There is no column “floor” in the sheet rooms. The "
            "manual lists the columns.",
            "rooms 2 capacity not-a-number: “many” is not a whole number. Write digits only, such "
            "as 7.",
            "rooms 3 capacity out-of-range: 100001 is out of range. Write a number from 0 to "
            "100000.",
            "rooms 4 - too-many-cells: This row has more cells than the header has columns.",
            "rooms 4 venue one-key-only: Only one key fits here; “quay quay” has several.",
            "rooms 4 key key-twice: The key “tilia” stands in row 2 already. Each row needs its "
            "own.",
            "venues 0 key no-key-column: The column “key” is missing. Each row needs a key of its "
            "own.",
        });
}

TEST_CASE("every kind of column says what it takes")
{
    CHECK(problems_of_sheet("sittings",
                            "key,day,kind,start,minutes,certainty,cancelled,clock,title_en\n"
                            "a,One,plenary,9:08,7,planned,no,source,A\n"
                            "b,day-1,plenary,,7,planned,,source,B\n") ==
          Words{"sittings 2 day not-a-key: “One” is not a key. A key has small letters, digits and "
                "hyphens, such as ha-noi.",
                "sittings 2 start not-a-time: “9:08” is not a time of day. Write it as 09:08.",
                "sittings 2 cancelled not-a-flag: “no” does not fit here. Write yes, or leave it "
                "empty.",
                "sittings 3 start start-missing: There are minutes but no start. Write when it "
                "begins, such as 09:00."});
    CHECK(problems_of_sheet("days", "key,date\nday-1,2565-02-30\n") ==
          Words{"days 2 date not-a-day: “2565-02-30” is not a day. Write it as 2022-12-02, in the "
                "Common Era."});
    CHECK(problems_of_sheet("sources", "key,kind,address,title_en\na,article,ftp://x,A\n") ==
          Words{"sources 2 address not-an-address: “ftp://x” is not a web address. It begins with "
                "https:// or http://."});
}

TEST_CASE("a sheet that is no text, or no sheet, is one problem, and the others are read")
{
    const auto files = [] {
        auto all = porto();
        all["cities.csv"] = "key,name_en\nporto,\xE1\xCD\n";
        all["venues.csv"] = std::string("key,city,name_en\nquay,porto,a\0b\n", 32);
        all["countries.csv"] = "key,code,name_en\npt,PT,\"Portugal\n";
        return read(all);
    }();
    CHECK(
        lines_of(files.problems) ==
        Words{"cities 0 - not-utf8: The file is not UTF-8: byte 18, on line 2, does not belong to "
              "any letter. It may have been saved in another encoding, such as Windows-874. Save "
              "it as “CSV UTF-8” and hand it in again.",
              "countries 0 - unclosed-quote: Line 2, column 3: a quotation mark opens the value "
              "and none closes it. Put one at the end of the value.",
              "venues 0 - holds-nul: Line 2 holds a NUL character, which no text has. The file "
              "may be damaged, or no CSV; save it again as “CSV UTF-8”."});
    CHECK(rows_of(files, "rooms").size() == 3);
    CHECK(files.files.forum);
    CHECK_FALSE(files.files.sheets.contains("cities"));
}

TEST_CASE(
    "capitals in a file's name make no difference, and what is no sheet is named and not read")
{
    auto all = porto();
    all["ROOMS.CSV"] = all["rooms.csv"];
    all.erase("rooms.csv");
    all["venues.csv.txt"] = "a copy";
    const document::Folder folder;
    for (const auto& [name, bytes] : all)
        document::write_file(folder / name, bytes);
    REQUIRE(::mkfifo((folder / "topics.csv").c_str(), 0600) == 0);  // would be waited for
    const auto read = read_folder(folder / "");
    CHECK(lines_of(read.problems) == Words{});
    CHECK(rows_of(read, "rooms").size() == 3);
    CHECK(read.not_read == Words{"topics.csv", "venues.csv.txt"});
}

TEST_CASE("forum.toml is checked as every other sheet is")
{
    const std::string rest =
        "title_en = \"Porto\"\ndate = \"2031\"\ntime_zone = \"Europe/Lisbon\"\n";
    CHECK(problems_with({{"forum.toml", "slug = \"login\"\n" + rest}}) ==
          Words{"forum 1 slug reserved-slug: “login” is an address of the server itself. Choose "
                "another slug."});
    CHECK(problems_with({{"forum.toml", rest}}) ==
          Words{"forum 0 slug no-key-column: The column “slug” is missing. Each row needs a key of "
                "its own."});
    CHECK(
        problems_with({{"forum.toml", "slug = \"p\"\n" + rest + "summary_en = \"a\\u0000b\"\n"}}) ==
        Words{"forum 5 summary_en holds-nul: This text holds a NUL, which no program shows. "
              "Please type it again."});
    CHECK(problems_with({{"forum.toml", "slug = \"p\"\n" + rest + "minutes = [7]\n"}}) ==
          Words{"forum 5 minutes not-a-value: Only words in quotation marks and whole numbers fit "
                "here."});
    CHECK(problems_with({{"forum.toml", "slug = \"p\"\n" + rest + "time_zone = \"Mars/Base\"\n"}})
              .at(0)
              .starts_with("forum 5 - not-toml: This line is not readable: "));
    CHECK(problems_with({{"forum.toml", "slug = \"\xE1\xCD\"\n"}}) ==
          Words{"forum 0 - not-utf8: This file is not UTF-8. Save it as UTF-8 text."});
}

// The slug is the name of a folder when a forum goes out, and a key is part of an address.
TEST_CASE("no slug and no key leads out of its folder")
{
    const std::string rest = "\"\ntitle_en = \"P\"\ndate = \"2031\"\ntime_zone = \"UTC\"\n";
    for (const std::string away :
         {"..", ".", "../porto", "/etc", "a/b", "a\\\\b", "%2e%2e", "a b"}) {
        CAPTURE(away);
        CHECK(problems_with({{"forum.toml", "slug = \"" + away + rest}}).size() == 1);
        auto files = porto();
        files["rooms.csv"] += away + ",quay,10,Away\n";
        CHECK_FALSE(problems_with(files).empty());
    }
}

TEST_CASE("a time zone that nobody knows is refused beside its column")
{
    CHECK(problems_with({{"forum.toml", "slug = \"p\"\ntitle_en = \"P\"\ndate = \"2031\"\n"
                                        "time_zone = \"Mars/Base\"\n"}}) ==
          Words{"forum 4 time_zone no-such-zone: There is no time zone “Mars/Base”. Write one such "
                "as Asia/Phnom_Penh."});
}

TEST_CASE("a folder without forum.toml says so; a second forum in one file is refused")
{
    auto files = porto();
    files.erase("forum.toml");
    CHECK(lines_of(read(files).problems) ==
          Words{"forum 0 - no-forum: There is no forum.toml in this folder."});
    CHECK_THROWS_AS(read_folder("/no/such/folder"), Fault);

    CHECK(
        problems_of_sheet("forum", "slug,title_en,date,time_zone\na,A,2031,Europe/Lisbon\n"
                                   "b,B,2031,Europe/Lisbon\n") ==
        Words{"forum 3 - one-forum-only: There is one forum in these sheets, and this is a second "
              "row."});
}

TEST_CASE("the same column twice is refused and not guessed at")
{
    CHECK(problems_of_sheet("networks", "key,name_en,name_en\na,A,B\n").at(0) ==
          "networks 0 name_en column-twice: This column is there twice. Keep one of them.");
}
