// SPDX-License-Identifier: Apache-2.0
//
// Whoever releases the programme releases what they saw.

#include "stage.hpp"

#include <doctest/doctest.h>

using namespace sala;

namespace {

const Sent as_page{.accept = "text/html"};

void changes(Stage& stage, const std::string& row, Fields fields)
{
    const auto path = "/lyon-2030/sheets/" + row;
    fields.emplace_back("version", stage.get(path + ".json").json()["version"].string());
    REQUIRE(stage.post(path, fields).status == 303);
}

std::string mark(Stage& stage)
{
    const auto page = stage.get("/lyon-2030/releases").body;
    const std::string before = "name=\"seen\" value=\"";
    const auto found = page.find(before);
    REQUIRE(found != std::string::npos);
    const auto at = found + before.size();
    return page.substr(at, page.find('"', at) - at);
}

}  // namespace

TEST_CASE("nothing is released that changed since whoever releases it looked")
{
    Stage stage;
    changes(stage, "rooms/acer", {{"name_en", "Maple"}});
    const auto seen = mark(stage);
    changes(stage, "sittings/dinner", {{"cancelled", "yes"}});
    CHECK(mark(stage) != seen);
    const Fields typed{{"name", "Final"}, {"note", "As agreed."}, {"seen", seen}};
    CHECK(stage.post("/lyon-2030/releases", typed).problem == "draft-changed-meanwhile");
    const auto page = stage.post("/lyon-2030/releases", typed, as_page);
    CHECK(page.status == 412);
    CHECK(page.holds("Somebody changed the programme after you opened this page"));
    CHECK(page.holds("value=\"Final\""));
    CHECK(page.holds("As agreed.</textarea>"));
    CHECK(page.holds("value=\"" + mark(stage) + "\""));
    CHECK(stage.count("SELECT COUNT(*) FROM release") == 1);

    CHECK(stage.post("/lyon-2030/releases", {{"name", "Final"}, {"seen", mark(stage)}}).status ==
          303);
    CHECK(stage.count("SELECT COUNT(*) FROM release") == 2);
}
