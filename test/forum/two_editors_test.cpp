// SPDX-License-Identifier: Apache-2.0
//
// Two people in one row at the same time: who touches other wordings is in nobody's way.

#include "stage.hpp"

#include <doctest/doctest.h>

using namespace sala;

namespace {

const Sent as_page{.accept = "text/html"};

// As a form sends it, with every field, by somebody who opened the first version.
Fields tilia_as(const std::string& english, const std::string& thai, const std::string& meant,
                const std::string& capacity = "200")
{
    return {{"version", "1"},     {"venue", "hall"},           {"capacity", capacity},
            {"name_en", english}, {"name_th", thai},           {"note_en", ""},
            {"note_th", ""},      {"name_th_corrected", meant}};
}

std::string tilia(Stage& stage) { return stage.get("/lyon-2030/sheets/rooms/tilia.json").body; }

}  // namespace

TEST_CASE("who writes Thai and who writes English in one row are in nobody's way")
{
    Stage stage;
    const auto address = std::string("/lyon-2030/sheets/rooms/tilia");
    const auto name = [&] { return stage.get(address + ".json").json()["name"]; };
    REQUIRE(stage.post(address, tilia_as("Linden", "", "")).status == 303);
    REQUIRE(stage.post(address, tilia_as("Tilia", "ห้องลินเดน", "")).status == 303);
    CHECK(name()["en"]["verbatim"].string() == "Linden");
    CHECK(name()["th"]["verbatim"].string() == "ห้องลินเดน");
    // What was meant is another field than what was printed.
    REQUIRE(stage.post(address, tilia_as("Tilia", "", "ห้องลินเดนใหญ่")).status == 303);
    CHECK(name()["en"]["verbatim"].string() == "Linden");
    CHECK(name()["th"]["verbatim"].string() == "ห้องลินเดน");
    CHECK(name()["th"]["corrected"].string() == "ห้องลินเดนใหญ่");
    const auto kept = tilia(stage);
    // Pressing Save without a change changes nothing.
    CHECK(stage.post(address, tilia_as("Tilia", "", "")).status == 303);
    CHECK(tilia(stage) == kept);

    // The same language is a question still, and what is no text as well.
    CHECK(stage.post(address, tilia_as("Great Tilia", "", "")).problem == "row-changed-meanwhile");
    CHECK(stage.post(address, tilia_as("Tilia", "", "", "7")).problem == "row-changed-meanwhile");
    CHECK(tilia(stage) == kept);
    const auto page = stage.post(address, tilia_as("Great Tilia", "ห้องที", ""), as_page);
    CHECK(page.status == 412);
    CHECK(page.holds("value=\"ห้องที\""));
    CHECK(page.holds("value=\"ห้องลินเดนใหญ่\""));  // theirs stays in what I did not touch
}
