// SPDX-License-Identifier: Apache-2.0
//
// A forum is written as the same bytes until somebody changes it, and from these bytes another
// server makes the same forum.

#include "document/csv.hpp"
#include "sheets.hpp"

#include <filesystem>

using namespace sala;
using namespace sala::sheet;

TEST_CASE("a forum is a folder of sheets, written in one way only")
{
    Archive archive;
    REQUIRE(archive.imports(porto()).problems == Words{});
    CHECK(archive.folder() ==
          Files{{"forum.toml", "slug = \"porto-2031\"\ntitle_en = \"Porto 2031\"\n"
                               "date = \"2031-05-01/2031-05-02\"\ntime_zone = \"Europe/Lisbon\"\n"
                               "city = \"porto\"\nminutes = 7\n"},
                {"countries.csv", "\xEF\xBB\xBFkey,code,name_en,name_th\npt,PT,Portugal,โปรตุเกส\n"
                                  "gh,GH,Ghana,กานา\n"},
                {"cities.csv", "\xEF\xBB\xBFkey,country,kind,name_en,name_th\n"
                               "porto,pt,city,Porto,ปอร์โต\naccra,gh,capital,Accra,อักกรา\n"},
                {"venues.csv", "\xEF\xBB\xBFkey,city,name_en\nquay,porto,The quay\n"},
                {"rooms.csv", "\xEF\xBB\xBFkey,venue,capacity,name_en\ntilia,quay,200,Tilia\n"
                              "acer,quay,80,Acer\nsalix,quay,40,Salix\n"}});
}

TEST_CASE("exported, opened on a fresh server and exported again, the bytes are the same")
{
    Archive first;
    auto files = porto();
    files["sources.csv"] = "key,kind,title_en,title_km,title_th,title_th_corrected,note_en\n"
                           "a,article,\"=1+1, \"\"quoted\"\"\",ភ្នំពេញ,เมื่อง,เมือง,\"two\nlines\"\n";
    REQUIRE(first.imports(files).problems == Words{});
    const auto folder = first.folder();
    CHECK(first.folder() == folder);
    CHECK(
        folder.at("sources.csv") ==
        "\xEF\xBB\xBFkey,kind,date,address,title_en,title_th,title_th_corrected,title_km,note_en\n"
        "a,article,,,\"'=1+1, \"\"quoted\"\"\",เมื่อง,เมือง,ភ្នំពេញ,\"two\nlines\"\n");
    Archive second;
    REQUIRE(second.imports(folder).problems == Words{});
    CHECK(second.folder() == folder);
}

TEST_CASE("an edit shows in its sheet and in the revision of forum.toml, in nothing else")
{
    Archive archive;
    REQUIRE(archive.imports(porto()).problems == Words{});
    const auto before = archive.folder();
    archive.edits("rooms", "acer", "capacity", std::int64_t{81});
    auto after = archive.folder();
    CHECK(after.at("rooms.csv").find("\nacer,quay,81,Acer\n") != std::string::npos);
    const auto at = after.at("forum.toml").find("revision = ");
    REQUIRE(at != std::string::npos);
    CHECK(std::stoll(after["forum.toml"].substr(at + 11)) == archive.exported().revision);
    after["forum.toml"].resize(at);
    after["rooms.csv"] = before.at("rooms.csv");
    CHECK(after == before);
}

TEST_CASE("a sheet downloaded for people runs no formula, and sent back it is what it was")
{
    const std::vector<std::string> titles{"=HYPERLINK(\"http://x\")",
                                          "+66 2",
                                          "-5 degrees",
                                          "@home",
                                          "'=quoted",
                                          "''+1",
                                          "'tis",
                                          "plain"};
    std::vector<std::vector<std::string>> grid{{"key", "name_en"}};
    for (std::size_t i = 0; i < titles.size(); ++i)
        grid.push_back({"n" + std::to_string(i), titles[i]});
    const auto download = document::write_csv(grid, {.neutralise_formulas = true});
    const auto cells = document::read_csv(download);
    REQUIRE(cells);
    for (const auto& row : *cells)
        for (const auto& field : row.fields)
            CHECK(std::string("=+-@\t\r").find(field.front()) == std::string::npos);

    const auto read = read_one_csv("networks", download);
    REQUIRE(read);
    CHECK(lines_of(read->problems) == Words{});
    std::vector<std::string> names;
    for (const auto& line : read->files.sheets.at("networks"))
        names.push_back(sheet_named("networks").text(line.row, "name").words(Language::english()));
    CHECK(names == titles);
}

TEST_CASE("a folder runs no formula in a spreadsheet, and read again it is what it was")
{
    Archive archive;
    auto files = porto();
    files["networks.csv"] = "key,name_en\na,''=1+1\nb,=1+1\nc,@x\nd,+SUM(A1)\ne,'tis\n";
    REQUIRE(archive.imports(files).problems == Words{});
    const auto folder = archive.folder();
    CHECK(folder.at("networks.csv") ==
          "\xEF\xBB\xBFkey,name_en\na,''=1+1\nb,'=1+1\nc,'@x\nd,'+SUM(A1)\ne,'tis\n");
    const auto& networks = sheet_named("networks");
    const auto exported = archive.exported();
    Words names;
    for (const auto& line : exported.sheets.at("networks"))
        names.push_back(networks.text(line.row, "name").words(Language::english()));
    CHECK(names == Words{"'=1+1", "=1+1", "@x", "+SUM(A1)", "'tis"});
    CHECK_FALSE(archive.imports(folder).outcome.changed_anything(true));
}

TEST_CASE("a folder that is written again loses the sheets the forum no longer has, and no other "
          "file")
{
    const document::Folder folder;
    Archive archive;
    auto files = porto();
    files["networks.csv"] = "key,name_en\na,Rivers\n";
    REQUIRE(archive.imports(files).problems == Words{});
    write_folder(folder / "", archive.exported());
    document::write_file(folder / "notes.csv", "ours\n");
    CHECK(read_folder(folder / "").files.sheets.at("networks").size() == 1);
    auto without = archive.exported();
    without.sheets.erase("networks");
    write_folder(folder / "", without);
    CHECK_FALSE(std::filesystem::exists(folder / "networks.csv"));
    CHECK(std::filesystem::exists(folder / "notes.csv"));
    CHECK(std::filesystem::exists(folder / "rooms.csv"));
}
