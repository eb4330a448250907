// SPDX-License-Identifier: Apache-2.0
//
// What sheets do not say stays as it is, and what somebody took away stays away.

#include "sheets.hpp"

using namespace sala;
using namespace sala::sheet;

TEST_CASE("an emptied cell is a change, a column left out stays as it is")
{
    Opened opened;
    const auto before = opened.folder();
    const auto silent = opened.imports(with_rooms("key,venue,name_en\ntilia,quay,Tilia\n"
                                                  "acer,quay,Acer\nsalix,quay,Salix\n"));
    CHECK(silent.problems == Words{});
    CHECK_FALSE(silent.outcome.changed_anything(false));
    CHECK(opened.folder() == before);
    const auto emptied = opened.imports(with_rooms("key,venue,capacity,name_en\ntilia,quay,,Tilia\n"
                                                   "acer,quay,80,Acer\nsalix,quay,40,Salix\n"));
    CHECK(names_of(emptied.outcome.changed) == Words{"rooms/tilia: capacity"});
}

TEST_CASE(
    "a language or a line of the settings that a file lacks stays, and a correction goes with "
    "the words it corrects")
{
    Opened opened;
    auto files = with_rooms("key,venue,capacity,name_en,name_en_corrected,name_th\n"
                            "tilia,quay,200,Tilja,Tilia,ทิเลีย\nacer,quay,80,Aser,Acer,\n"
                            "salix,quay,40,Salix,,\n");
    REQUIRE(opened.imports(files).problems == Words{});
    files = with_rooms("key,venue,name_en\ntilia,quay,Tilja\nacer,quay,Acer\nsalix,quay,Salix\n");
    files["forum.toml"] = "slug = \"porto-2031\"\ntitle_en = \"Porto 2031\"\n"
                          "date = \"2031-05-01/2031-05-02\"\ntime_zone = \"Europe/Lisbon\"\n";
    const auto came = opened.imports(files);
    CHECK(came.problems == Words{});
    CHECK(names_of(came.outcome.changed) == Words{"rooms/acer: name"});
    const auto folder = opened.folder();
    CHECK(folder.at("forum.toml") == Opened().folder().at("forum.toml"));
    CHECK(folder.at("rooms.csv").find("tilia,quay,200,Tilja,Tilia,ทิเลีย") != std::string::npos);
    CHECK(folder.at("rooms.csv").find("acer,quay,80,Acer,,") != std::string::npos);
}

TEST_CASE("a row is looked at together with what its file leaves out")
{
    Opened opened;
    auto files = porto();
    files["days.csv"] = "key,date\nday-1,2031-05-01\n";
    files["sittings.csv"] = "key,day,kind,start,minutes,certainty,clock,title_en\n"
                            "opening,day-1,opening,09:00,60,planned,source,Opening\n";
    REQUIRE(opened.imports(files).problems == Words{});
    // Without its start a sitting has no length: here the start stands, there it is taken away.
    const std::string start = "key,day,kind,start,certainty,clock,title_en\n"
                              "opening,day-1,opening,,planned,source,Opening\n";
    const std::string minutes = "key,day,kind,minutes,certainty,clock,title_en\n"
                                "opening,day-1,opening,90,planned,source,Opening\n"
                                "closing,day-1,closing,,planned,unknown,Closing\n";
    files["sittings.csv"] = minutes;
    const auto longer = opened.imports(files);
    CHECK(longer.problems == Words{});
    CHECK(names_of(longer.outcome.changed) == Words{"sittings/opening: minutes"});
    files["sittings.csv"] = start;
    CHECK(opened.imports(files).problems.size() == 1);
    files["sittings.csv"] = minutes + "dinner,day-1,meal,60,planned,unknown,Dinner\n";
    CHECK(opened.imports(files).problems.size() == 1);
    CHECK(opened.keys_of("sittings") == Words{"opening", "closing"});
}

TEST_CASE("a row that was taken away in a browser after the export does not come back by itself")
{
    Opened opened;
    auto old = read(opened.folder());
    opened.takes_away("rooms", "acer");
    const auto before = opened.rows();
    const Words away{"rooms 3 key edited-meanwhile: “acer” was taken away in a browser after these "
                     "sheets were exported. Export again and put your changes into the fresh "
                     "sheets; if it is to be there again, bring it back from its history."};
    for (const bool prune : {false, true}) {
        CHECK(opened.imports(old, prune).problems == away);
        CHECK(opened.keys_of("rooms") == Words{"tilia", "salix"});
        CHECK(opened.rows() == before);
    }
    // The city leaves the forum's list and stays in the directory.
    opened.takes_away("cities", "accra");
    CHECK(opened.imports(old).problems.size() == 2);
    CHECK(opened.keys_of("cities") == Words{"porto"});

    // Sheets that know of it may bring the row in again.
    auto fresh = opened.folder();
    fresh["rooms.csv"] += "acer,quay,80,Acer\n";
    const auto came = opened.imports(fresh);
    CHECK(came.problems == Words{});
    CHECK(names_of(came.outcome.added) == Words{"rooms/acer"});
}
