// SPDX-License-Identifier: Apache-2.0
//
// What `sala check` finds in a world that was whole: each damage is named, and nothing else is.

#include "app/check_contents.hpp"
#include "forum/search_index.hpp"
#include "stage.hpp"

#include <doctest/doctest.h>

using namespace sala;

namespace {

std::vector<std::string> wrong_with(Stage& stage)
{
    const store::Check checks[] = {app::check_texts,    app::check_releases, app::check_references,
                                   app::check_versions, app::check_rows,     app::check_acts};
    return store::check(stage.store(), checks);
}

void run(Stage& stage, const std::string& sql)
{
    stage.store().write([&](store::Session& session) {
        session.run(sql);
        return true;
    });
}

using Sentences = std::vector<std::string>;

std::string number_of(Stage& stage, const std::string& room)
{
    return std::to_string(stage.count("SELECT id FROM room WHERE key = '" + room + "'"));
}

}  // namespace

TEST_CASE("a forum that was imported, edited, undone and released is well")
{
    Stage stage;
    CHECK(stage.post("/lyon-2030/sheets/rooms/acer", {{"version", "1"}, {"name_en", "Maple"}})
              .status == 303);
    CHECK(stage.post("/lyon-2030/sheets/rooms/acer/remove", {{"version", "2"}}).status == 303);
    CHECK(wrong_with(stage) == Sentences{});
}

TEST_CASE("a text that Sala would have written otherwise is named with its row")
{
    Stage stage;
    run(stage, "UPDATE room SET name = '{ \"en\": {\"verbatim\": \"Acer\"} }' WHERE key = 'acer'");
    CHECK(wrong_with(stage) ==
          Sentences{"rooms acer: the text in name is not in the form Sala writes."});
    run(stage, "UPDATE room SET name = 'Acer' WHERE key = 'acer'");
    CHECK(wrong_with(stage) == Sentences{"rooms acer: the text in name cannot be read."});
    run(stage, "UPDATE room SET name = '{\"en\":{\"verbatim\":\"Acer\"}}' WHERE key = 'acer'");
    CHECK(wrong_with(stage) == Sentences{});
}

TEST_CASE("a release that the public could not read is named")
{
    Stage stage;
    run(stage, "UPDATE release SET programme = '{\"days\":'");
    CHECK(wrong_with(stage) == Sentences{"Release 1 of lyon-2030 cannot be read."});
    run(stage, "UPDATE release SET programme = '[]'");
    CHECK(wrong_with(stage) == Sentences{"Release 1 of lyon-2030 cannot be read."});
}

TEST_CASE("a row that was changed past its history is named")
{
    Stage stage;
    run(stage, "UPDATE room SET version = 7 WHERE key = 'tilia'");
    run(stage, "DELETE FROM revision WHERE sheet = 'persons'");
    CHECK(wrong_with(stage) ==
          Sentences{"persons ama-mensah: the row stands in no history.",
                    "persons luz-torres: the row stands in no history.",
                    "rooms tilia: the row is at version 7, its history at 1."});
}

TEST_CASE("a row whose words were changed past its history is named with the column")
{
    Stage stage;
    run(stage, "UPDATE room SET name = '{\"en\":{\"verbatim\":\"Oak\"}}' WHERE key = 'acer'");
    run(stage, "UPDATE city SET country = NULL WHERE key = 'accra'");
    CHECK(wrong_with(stage) ==
          Sentences{"cities accra: the row says something else than its history in country.",
                    "rooms acer: the row says something else than its history in name."});
}

TEST_CASE("a history with a text that is none is named, and the check goes on")
{
    Stage stage;
    run(stage, "UPDATE revision SET became = "
               "'{\"key\":\"acer\",\"name\":{\"?\":{\"verbatim\":\"x\"}}}' WHERE sheet "
               "= 'rooms' AND became LIKE '%\"acer\"%'");
    run(stage, "UPDATE city SET country = NULL WHERE key = 'accra'");
    CHECK(wrong_with(stage) ==
          Sentences{"cities accra: the row says something else than its history in country.",
                    "rooms: the history of row " + number_of(stage, "acer") + " cannot be read."});
}

TEST_CASE("of several cells that cannot be read each is named once, and all else is checked")
{
    Stage stage;
    run(stage, "UPDATE room SET name = 'Acer' WHERE key = 'acer'");
    run(stage, "UPDATE city SET name = '{\"en\":' WHERE key = 'quito'");
    run(stage, "UPDATE room SET name = '{\"en\":{\"verbatim\":\"Oak\"}}' WHERE key = 'tilia'");
    run(stage, "UPDATE release SET programme = '[]'");
    const store::Check checks[] = {app::check_texts, app::check_releases, app::check_rows,
                                   forum::check_search};
    CHECK(store::check(stage.store(), checks) ==
          Sentences{"cities quito: the text in name cannot be read.",
                    "rooms acer: the text in name cannot be read.",
                    "Release 1 of lyon-2030 cannot be read.",
                    "rooms tilia: the row says something else than its history in name."});
    CHECK(stage.get("/lyon-2030/sheets/rooms").status == 500);
}

TEST_CASE("a release whose list of changes is not what changed is named")
{
    Stage stage;
    REQUIRE(stage.post("/lyon-2030/sheets/sittings/opening", {{"version", "1"}, {"start", "10:30"}})
                .status == 303);
    REQUIRE(stage.post("/lyon-2030/releases", {{"name", "Second"}, {"despite", "yes"}}).status ==
            303);
    CHECK(wrong_with(stage) == Sentences{});
    run(stage, "UPDATE release SET changes = '[]' WHERE number = 2");
    CHECK(wrong_with(stage) ==
          Sentences{"Release 2 of lyon-2030: its list of changes is not what changed."});
}

TEST_CASE("a change in a browser that stands in no act is counted; an import needs none")
{
    Stage stage;
    CHECK(stage.post("/lyon-2030/sheets/rooms/acer", {{"version", "1"}, {"name_en", "Maple"}})
              .status == 303);
    CHECK(wrong_with(stage) == Sentences{});
    run(stage, "DELETE FROM act");
    CHECK(wrong_with(stage) ==
          Sentences{"1 change of a row stands in no act: somebody changed the history past Sala."});
}

TEST_CASE("a release that was taken out is missed, the newest one because somebody released it")
{
    Stage stage;
    const auto releases = [&](const std::string& name, const std::string& english) {
        REQUIRE(
            stage.post("/lyon-2030/sheets/rooms/acer", {{"name_en", english}, {"version", name}})
                .status == 303);
        stage.passes(std::chrono::minutes{1});
        REQUIRE(stage.post("/lyon-2030/releases", {{"name", name}, {"despite", "yes"}}).status ==
                303);
    };
    releases("1", "Maple");
    releases("2", "Acer");
    CHECK(wrong_with(stage) == Sentences{});

    run(stage, "DELETE FROM release WHERE number = 3");

    CHECK(wrong_with(stage) == Sentences{"/lyon-2030/releases: somebody released the programme, "
                                         "and that release is gone."});
    run(stage, "DELETE FROM release WHERE number = 1");
    CHECK(wrong_with(stage).front() == "lyon-2030: release 1 is missing.");
}

TEST_CASE("a row of the forum that names what its folder would not hold is named")
{
    Stage stage;
    run(stage, "DELETE FROM listing WHERE sheet = 'cities' AND row_id = (SELECT id FROM city WHERE "
               "key = 'quito')");
    const auto wrong = wrong_with(stage);
    REQUIRE_FALSE(wrong.empty());
    for (const auto& sentence : wrong)
        CHECK(sentence.starts_with("lyon-2030: a row of "));
}
