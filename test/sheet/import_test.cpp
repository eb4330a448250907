// SPDX-License-Identifier: Apache-2.0
//
// Sheets go into the store all or nothing, twice without harm, and never over somebody's edit.

#include "sheets.hpp"

using namespace sala;
using namespace sala::sheet;

TEST_CASE("a new forum brings its rows in, each with one revision")
{
    Archive archive;
    const auto came = archive.imports(porto());
    CHECK(came.problems == Words{});
    CHECK(came.outcome.new_forum);
    CHECK(came.outcome.slug == "porto-2031");
    CHECK(names_of(came.outcome.added) == Words{"countries/pt", "countries/gh", "cities/porto",
                                                "cities/accra", "forum/porto-2031", "venues/quay",
                                                "rooms/tilia", "rooms/acer", "rooms/salix"});
    CHECK(names_of(came.outcome.changed) == Words{});
    CHECK(names_of(came.outcome.missing) == Words{});
    // Nine rows, and the forum's city, which it gets after the city is there.
    CHECK(archive.rows().at("revision") == 10);
    CHECK(archive.rows().at("room") == 3);
    CHECK(archive.rows().at("act") == 0);
}

TEST_CASE("what was added the first time is what is the same the second")
{
    Archive archive;
    const auto first = archive.imports(porto()).outcome;
    const auto second = archive.imports(porto()).outcome;
    CHECK(first.added.size() == 9);
    CHECK(first.same == 0);
    CHECK(names_of(second.added) == Words{});
    CHECK(names_of(second.changed) == Words{});
    CHECK(second.same == 9);
}

TEST_CASE("one wrong reference among good rows, and nothing at all goes in")
{
    Archive archive;
    const auto before = archive.rows();
    const auto came = archive.imports(
        with_rooms("key,venue,capacity,name_en\ntilia,quay,200,Tilia\nacer,palace,80,Acer\n"
                   "salix,tower,40,Salix\n"));
    CHECK(came.problems ==
          Words{"rooms 3 venue no-such-row: There is no “palace” in the sheet venues. Add that "
                "row, or mend the key.",
                "rooms 4 venue no-such-row: There is no “tower” in the sheet venues. Add that row, "
                "or mend the key."});
    CHECK(archive.rows() == before);
    CHECK(before.at("forum") == 0);
}

TEST_CASE(
    "of a sheet that cannot be read nobody says that its rows are missing, and it is said first")
{
    Archive archive;
    auto files = porto();
    files["cities.csv"] = "key,name_en\nporto,\xE1\xCD\n";
    files["rooms.csv"] += "robinia,palace,40,Robinia\n";
    auto given = read(files);
    const auto came = archive.imports(given);
    given.problems.clear();
    REQUIRE(came.problems.size() == 2);
    CHECK(came.problems[0].starts_with("cities 0 - not-utf8: "));
    CHECK(came.problems[1].starts_with("rooms 5 venue no-such-row: "));

    given.problems = {{"rooms", 2, "venue", "one", {}}, {"cities", 0, "", "two", {}}};
    put_in_file_order(given.problems, given);
    CHECK(given.problems[0].code == "two");
}

TEST_CASE("a wrong sheet leaves a forum that is there exactly as it was")
{
    Opened opened;
    const auto before = opened.rows();
    const auto folder = opened.folder();
    const auto came = opened.imports(
        with_rooms("key,venue,capacity,name_en\ntilia,quay,999,Linden\nalnus,quay,many,Alnus\n"),
        true);
    CHECK(came.problems == Words{"rooms 3 capacity not-a-number: “many” is not a whole number. "
                                 "Write digits only, such as 7."});
    CHECK(opened.rows() == before);
    CHECK(opened.folder() == folder);
}

TEST_CASE("importing twice changes nothing: no row, no revision, no act")
{
    Opened opened;
    const auto before = opened.rows();
    const auto folder = opened.folder();
    for (const bool prune : {false, true}) {
        const auto came = opened.imports(porto(), prune);
        CHECK(came.problems == Words{});
        CHECK_FALSE(came.outcome.changed_anything(prune));
        CHECK(came.outcome.same == 9);
        CHECK(opened.rows() == before);
        CHECK(opened.folder() == folder);
    }
}

TEST_CASE("a changed cell updates its row and names the column, and nothing else is touched")
{
    Opened opened;
    const auto before = opened.rows();
    const auto came =
        opened.imports(with_rooms("key,venue,capacity,name_en,name_th\ntilia,quay,250,Tilia,ทิเลีย\n"
                                  "acer,quay,80,Acer,\nsalix,quay,40,Salix,\n"));
    CHECK(came.problems == Words{});
    CHECK(names_of(came.outcome.changed) == Words{"rooms/tilia: capacity name"});
    CHECK(names_of(came.outcome.added) == Words{});
    CHECK(came.outcome.same == 8);
    auto after = before;
    ++after["revision"];
    ++after["sealed"];
    CHECK(opened.rows() == after);
    opened.store().read([](store::Session& session) {
        CHECK(session.select<std::string, std::int64_t>(
                  "SELECT key, version FROM room ORDER BY position") ==
              std::vector<std::tuple<std::string, std::int64_t>>{
                  {"tilia", 2}, {"acer", 1}, {"salix", 1}});
    });
}

TEST_CASE("rows that the file lacks are listed and stay, behind those it names")
{
    Opened opened;
    auto before = opened.rows();
    const auto came =
        opened.imports(with_rooms("key,venue,capacity,name_en\nsalix,quay,40,Salix\n"));
    CHECK(came.problems == Words{});
    CHECK(names_of(came.outcome.missing) == Words{"rooms/tilia", "rooms/acer"});
    CHECK(names_of(came.outcome.changed) == Words{});
    CHECK(came.outcome.moved == 3);
    CHECK(came.outcome.changed_anything(false));
    CHECK(opened.keys_of("rooms") == Words{"salix", "tilia", "acer"});
    ++before["sealed"];  // where rows stand is
    CHECK(opened.rows() == before);
}

TEST_CASE("with prune, rows that the file lacks go, and the history keeps what they were")
{
    Opened opened;
    auto after = opened.rows();
    const auto came =
        opened.imports(with_rooms("key,venue,capacity,name_en\nsalix,quay,40,Salix\n"), true);
    CHECK(names_of(came.outcome.missing) == Words{"rooms/tilia", "rooms/acer"});
    CHECK(opened.keys_of("rooms") == Words{"salix"});
    after["room"] -= 2;
    after["revision"] += 2;
    ++after["sealed"];
    CHECK(opened.rows() == after);
}

TEST_CASE("with prune, a city leaves the forum's list and stays in the directory for others")
{
    Opened opened;
    auto files = porto();
    files["cities.csv"] = "key,country,kind,name_en,name_th\nporto,pt,city,Porto,ปอร์โต\n";
    const auto cities = opened.rows().at("city");
    const auto came = opened.imports(files, true);
    CHECK(names_of(came.outcome.missing) == Words{"cities/accra"});
    CHECK(opened.keys_of("cities") == Words{"porto"});
    CHECK(opened.rows().at("city") == cities);
}

TEST_CASE("a sheet that is not sent at all is not touched, even with prune")
{
    Opened opened;
    auto files = porto();
    files.erase("rooms.csv");
    const auto came = opened.imports(files, true);
    CHECK(came.problems == Words{});
    CHECK_FALSE(came.outcome.changed_anything(true));
    CHECK(opened.keys_of("rooms") == Words{"tilia", "acer", "salix"});
}

TEST_CASE("rows stand in the order of the file, and a new order is no change of any row")
{
    Opened opened;
    auto before = opened.rows();
    const auto came = opened.imports(with_rooms("key,venue,capacity,name_en\nsalix,quay,40,Salix\n"
                                                "tilia,quay,200,Tilia\nacer,quay,80,Acer\n"));
    CHECK(names_of(came.outcome.changed) == Words{});
    CHECK(came.outcome.moved == 3);
    CHECK(came.outcome.changed_anything(false));
    CHECK(opened.keys_of("rooms") == Words{"salix", "tilia", "acer"});
    ++before["sealed"];  // where rows stand is
    CHECK(opened.rows() == before);
}

TEST_CASE("a row edited in a browser after the export is a conflict, and the edit stays")
{
    Opened opened;
    const auto before_edit = opened.folder();
    opened.edits("rooms", "tilia", "name", Text{Language::english(), "Linden"});
    const auto edited = opened.folder();
    CHECK(edited.at("forum.toml").find("\nrevision = ") != std::string::npos);

    auto files = before_edit;
    files["rooms.csv"] = "key,venue,capacity,name_en\ntilia,quay,201,Tilia\nacer,quay,81,Acer\n"
                         "salix,quay,40,Salix\n";
    const auto came = opened.imports(files);
    CHECK(came.problems ==
          Words{"rooms 2 capacity edited-meanwhile: “tilia” was edited in a browser after these "
                "sheets were exported. Export again and put your change into the fresh sheets."});
    CHECK(opened.folder() == edited);
}

TEST_CASE("sheets exported after the edit know it, and change the row")
{
    Opened opened;
    opened.edits("rooms", "tilia", "name", Text{Language::english(), "Linden"});
    auto files = opened.folder();
    files["rooms.csv"] = "key,venue,capacity,name_en\ntilia,quay,201,Linden\nacer,quay,80,Acer\n"
                         "salix,quay,40,Salix\n";
    const auto came = opened.imports(files);
    CHECK(came.problems == Words{});
    CHECK(names_of(came.outcome.changed) == Words{"rooms/tilia: capacity"});
}

TEST_CASE("an edit that the file repeats, or of a row that the file keeps, is no conflict")
{
    Opened opened;
    const auto before_edit = opened.folder();
    opened.edits("rooms", "tilia", "capacity", std::int64_t{201});
    auto files = before_edit;
    files["rooms.csv"] = "key,venue,capacity,name_en\ntilia,quay,201,Tilia\nacer,quay,81,Acer\n"
                         "salix,quay,40,Salix\n";
    const auto came = opened.imports(files);
    CHECK(came.problems == Words{});
    CHECK(names_of(came.outcome.changed) == Words{"rooms/acer: capacity"});
}

TEST_CASE("a row edited after the export is not pruned")
{
    Opened opened;
    auto files = opened.folder();
    opened.edits("rooms", "tilia", "name", Text{Language::english(), "Linden"});
    files["rooms.csv"] = "key,venue,capacity,name_en\nacer,quay,80,Acer\nsalix,quay,40,Salix\n";
    const auto came = opened.imports(files, true);
    REQUIRE(came.problems.size() == 1);
    CHECK(came.problems.front().starts_with("rooms 0 - edited-meanwhile: “tilia” was edited"));
    CHECK(opened.keys_of("rooms") == Words{"tilia", "acer", "salix"});
}

TEST_CASE("one sheet by itself goes into the forum it is sent to")
{
    Opened opened;
    const auto sheet = read_one_csv("rooms", "key,venue,capacity,name_en\nalnus,quay,10,Alnus\n");
    REQUIRE(sheet);
    const auto came = opened.imports(*sheet, false, "porto-2031");
    CHECK(came.problems == Words{});
    CHECK_FALSE(came.outcome.new_forum);
    CHECK(names_of(came.outcome.added) == Words{"rooms/alnus"});
    CHECK(opened.keys_of("rooms") == Words{"alnus", "tilia", "acer", "salix"});
}

TEST_CASE("a city that only the directory knows comes onto the forum's list with its country")
{
    Opened opened;
    const Files other{{"forum.toml", "slug = \"accra-2032\"\ntitle_en = \"Accra 2032\"\n"
                                     "date = \"2032-05-01\"\ntime_zone = \"Africa/Accra\"\n"},
                      {"venues.csv", "key,city,name_en\nhall,accra,The hall\n"}};

    CHECK(opened.imports(other).problems == Words{});

    opened.store().read([](store::Session& session) {
        CHECK(session.select<std::string, std::int64_t>(
                  "SELECT l.sheet, l.position FROM listing l JOIN forum f ON f.id = l.forum WHERE "
                  "f.key = 'accra-2032' ORDER BY l.sheet") ==
              std::vector<std::tuple<std::string, std::int64_t>>{{"cities", 1}, {"countries", 1}});
    });
}
