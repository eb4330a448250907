// SPDX-License-Identifier: Apache-2.0
//
// One sheet is downloaded by itself, changed in a spreadsheet and sent back: its name says which
// edits it knows.

#include "stage.hpp"

#include <doctest/doctest.h>

using namespace sala;

namespace {

Shown sends(Stage& stage, const std::string& name, const std::string& bytes)
{
    return stage.upload("/lyon-2030/import", "file", name, bytes, {},
                        {.accept = "application/json"});
}

// As the browser calls it: what stands behind filename=.
std::string name_of(const Shown& download)
{
    const std::string header(download.header("Content-Disposition"));
    const auto begin = header.find("filename=\"") + 10;
    return header.substr(begin, header.find('"', begin) - begin);
}

std::string with_seats(std::string sheet, const std::string& from, const std::string& to)
{
    REQUIRE(sheet.find(from) != std::string::npos);
    return sheet.replace(sheet.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("a sheet that was downloaded after an edit changes the row that was edited")
{
    Stage stage;
    const auto older = stage.get("/lyon-2030/sheets/rooms.csv");
    CHECK(name_of(older) == "lyon-2030-rooms-r0.csv");
    REQUIRE(stage.post("/lyon-2030/sheets/rooms/tilia", {{"version", "1"}, {"name_en", "Linden"}})
                .status == 303);
    const auto fresh = stage.get("/lyon-2030/sheets/rooms.csv");
    const auto name = name_of(fresh);
    CHECK(name.starts_with("lyon-2030-rooms-r"));
    CHECK(name != name_of(older));
    const auto stem = name.substr(0, name.size() - 4);

    // A browser counts copies, and some computers write capitals.
    int seats = 200;
    for (const auto& copy : {name, stem + " (1).csv", stem + "(2).csv", stem + "-3.CSV"}) {
        CAPTURE(copy);
        const auto sheet = with_seats(fresh.body, ",200,", "," + std::to_string(++seats) + ",");
        CHECK(sends(stage, copy, sheet).json()["problems"].items().empty());
        CHECK(stage.count("SELECT capacity FROM room WHERE key = 'tilia'") == seats);
    }
    const auto book = stage.get("/lyon-2030/sheets/rooms.xlsx");
    CHECK(name_of(book) == stem + ".xlsx");
    CHECK(sends(stage, name_of(book), book.body).json()["problems"].items().empty());

    // What was downloaded before does not know the edit, and without its name nobody can tell.
    const auto refused = sends(stage, name_of(older), older.body).json();
    REQUIRE(refused["problems"].items().size() == 1);
    CHECK(refused["problems"].items()[0]["code"].string() == "edited-meanwhile");
    CHECK(refused["problems"].items()[0]["sentence"].string().find("Export again") !=
          std::string::npos);
    const auto unnamed = sends(stage, "rooms.csv", with_seats(fresh.body, ",200,", ",300,")).json();
    REQUIRE(unnamed["problems"].items().size() == 1);
    CHECK(unnamed["problems"].items()[0]["code"].string() == "edited-meanwhile");
    CHECK(unnamed["problems"].items()[0]["sentence"].string().find(
              "send it under the name it comes with, or send the workbook") != std::string::npos);
    CHECK(stage.count("SELECT capacity FROM room WHERE key = 'tilia'") == seats);
}
