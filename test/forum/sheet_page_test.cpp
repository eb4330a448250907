// SPDX-License-Identifier: Apache-2.0
//
// A sheet as a table: what its cells hold, in both languages, and in which order its rows stand.

#include "sheet/sheet.hpp"
#include "stage.hpp"

#include <doctest/doctest.h>

using namespace sala;

namespace {

std::string table_of(const Shown& page)
{
    const auto begin = page.body.find("<tbody>");
    return page.body.substr(begin, page.body.find("</tbody>") - begin);
}

Fields room(const std::string& key, const std::string& english, const std::string& thai)
{
    return {{"key", key},      {"venue", "hall"}, {"capacity", "40"}, {"name_en", english},
            {"name_th", thai}, {"note_en", ""},   {"note_th", ""}};
}

}  // namespace

TEST_CASE("a cell shows the reader's language first and the other one soft, and is escaped once")
{
    Stage stage;
    REQUIRE(stage.post("/lyon-2030/sheets/rooms/new", room("zelkova", "Zelkova", "ห้องเซลโควา"))
                .status == 303);
    REQUIRE(
        stage.post("/lyon-2030/sheets/rooms/new", room("loud", "2\" <b> of & 'it'", "")).status ==
        303);

    const auto english = table_of(stage.get("/lyon-2030/sheets/rooms"));
    const auto thai = table_of(stage.get("/lyon-2030/sheets/rooms", {.language = "th"}));

    CHECK(english.find("<td>Zelkova<br><span class=\"soft\" lang=\"th\">ห้องเซลโควา</span></td>") !=
          std::string::npos);
    CHECK(thai.find("<td>ห้องเซลโควา<br><span class=\"soft\" lang=\"en\">Zelkova</span></td>") !=
          std::string::npos);
    CHECK(english.find("<td class=\"num\">40</td>") != std::string::npos);
    CHECK(english.find("2&quot; &lt;b&gt; of &amp; &#39;it&#39;") != std::string::npos);
    CHECK(thai.find("<span lang=\"en\">2&quot; &lt;b&gt; of &amp; &#39;it&#39;</span>") !=
          std::string::npos);
    CHECK(english.find("<b>") == std::string::npos);
}

TEST_CASE("the rows of a sheet stand in their order, whatever the store gives first")
{
    Stage stage;
    stage.store().write([](store::Session& session) {
        session.run("UPDATE room SET position = 9 - position");
        return true;
    });

    const auto table = table_of(stage.get("/lyon-2030/sheets/rooms"));

    CHECK(table.find(">acer</a>") < table.find(">tilia</a>"));
    CHECK(table.find(">tilia</a>") != std::string::npos);
}

TEST_CASE("a column in which no row holds anything is left out of the table")
{
    Stage stage;
    REQUIRE(stage
                .post("/lyon-2030/sheets/topics/new",
                      {{"key", "shade"}, {"number", "1"}, {"title_en", "Shade"}})
                .status == 303);

    const auto page = stage.get("/lyon-2030/sheets/topics");

    CHECK(page.holds("<th scope=\"col\" class=\"num\">Number</th>"));
    CHECK_FALSE(page.holds("<th scope=\"col\">Source</th>"));
}

TEST_CASE("every sheet has a form for one more row, also while other forums bring rows of it")
{
    Stage stage;
    REQUIRE(stage.post("/lyon-2030/sheets/rivers/new", {{"key", "rhone"}, {"name_en", "Rhône"}})
                .status == 303);
    REQUIRE(stage
                .post("/lyon-2030/sheets/riversides/new",
                      {{"key", "lyon-rhone"},
                       {"city", "lyon"},
                       {"river", "rhone"},
                       {"statement_en", "Lyon lies where the Saône meets it."},
                       {"address", "https://example.org/rhone"}})
                .status == 303);
    stage.store().write([](store::Session& session) {
        session.run("DELETE FROM listing WHERE sheet = 'riversides'");
        return true;
    });

    for (const auto& sheet : sheet::all_sheets()) {
        if (sheet.scope == sheet::Sheet::itself)
            continue;
        INFO(sheet.name);
        CHECK(stage.get("/lyon-2030/sheets/" + sheet.name + "/new").status == 200);
    }
    CHECK(
        stage.get("/lyon-2030/sheets/riversides/new").holds("Lyon lies where the Saône meets it."));
}
