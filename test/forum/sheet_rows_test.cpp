// SPDX-License-Identifier: Apache-2.0
//
// One row of a sheet in the browser: added, changed, refused, compared, taken away, brought back.

#include "stage.hpp"

#include <doctest/doctest.h>

using namespace sala;

namespace {

const Sent as_page{.accept = "text/html"};

Fields room(const std::string& version = "1")
{
    return {{"version", version}, {"venue", "hall"}, {"capacity", "200"}, {"name_en", "Tilia"},
            {"name_th", ""},      {"note_en", ""},   {"note_th", ""}};
}

Fields with(Fields fields, const std::string& name, const std::string& value)
{
    for (auto& [held, words] : fields)
        if (held == name) {
            words = value;
            return fields;
        }
    fields.emplace_back(name, value);
    return fields;
}

std::string tilia(Stage& stage) { return stage.get("/lyon-2030/sheets/rooms/tilia.json").body; }

std::int64_t revisions(Stage& stage) { return stage.count("SELECT COUNT(*) FROM revision"); }

}  // namespace

TEST_CASE("a changed row keeps what was typed, gets a new version and leaves one revision")
{
    Stage stage;
    const auto before = revisions(stage);
    const auto reply =
        stage.post("/lyon-2030/sheets/rooms/tilia", with(room(), "name_th", "ห้องลินเดน"));
    CHECK(reply.status == 303);
    CHECK(reply.location == "/lyon-2030/sheets/rooms/tilia?saved=1");
    CHECK(revisions(stage) == before + 1);
    const auto row = stage.get("/lyon-2030/sheets/rooms/tilia.json").json();
    CHECK(row["version"].string() == "2");
    CHECK(row["name"]["th"]["verbatim"].string() == "ห้องลินเดน");
    CHECK(row["name"]["en"]["verbatim"].string() == "Tilia");
    CHECK(row["capacity"].integer() == 200);
    CHECK(stage.told() == std::vector<std::string>{"forum:lyon-2030"});
}

TEST_CASE("saving the same values again changes nothing and tells nobody")
{
    Stage stage;
    const auto before = revisions(stage);
    CHECK(stage.post("/lyon-2030/sheets/rooms/tilia", room()).status == 303);
    CHECK(revisions(stage) == before);
    CHECK(stage.get("/lyon-2030/sheets/rooms/tilia.json").json()["version"].string() == "1");
    CHECK(stage.told().empty());
}

TEST_CASE("a field that is not sent keeps what it holds")
{
    Stage stage;
    CHECK(stage.post("/lyon-2030/sheets/rooms/tilia", {{"version", "1"}, {"capacity", "210"}})
              .status == 303);
    const auto row = stage.get("/lyon-2030/sheets/rooms/tilia.json").json();
    CHECK(row["capacity"].integer() == 210);
    CHECK(row["name"]["en"]["verbatim"].string() == "Tilia");
    CHECK(row["venue"].string() == "hall");
}

TEST_CASE("a text that is too long comes back whole, with its sentence, and nothing is kept")
{
    Stage stage;
    const auto before = tilia(stage);
    const std::string note(std::size_t{65} * 1024, 'n');
    const auto reply =
        stage.post("/lyon-2030/sheets/rooms/tilia", with(room(), "note_en", note), as_page);
    CHECK(reply.status == 422);
    CHECK(reply.holds("This text is longer than 64 KiB. Please shorten it."));
    CHECK(reply.holds(note));
    CHECK(reply.holds("value=\"Tilia\""));
    CHECK(tilia(stage) == before);
}

TEST_CASE("every wrong field is said at once, beside what was typed, and nothing is kept")
{
    Stage stage;
    const auto before = tilia(stage);
    const auto typed =
        with(with(with(room(), "capacity", "many"), "name_en", ""), "venue", "palace");
    const auto reply = stage.post("/lyon-2030/sheets/rooms/tilia", typed, as_page);
    CHECK(reply.status == 422);
    CHECK(reply.holds("“many” is not a whole number. Write digits only, such as 7."));
    CHECK(reply.holds("This must not be empty."));
    CHECK(reply.holds("There is no “palace” in the sheet venues."));
    CHECK(reply.holds("value=\"many\" inputmode=\"numeric\" aria-invalid=\"true\" "
                      "aria-describedby=\"capacity-hint capacity-error\""));
    CHECK(reply.holds("id=\"capacity-error\""));
    CHECK(reply.holds("3 things keep this from being saved"));
    CHECK(tilia(stage) == before);
    CHECK(stage.told().empty());
}

TEST_CASE("when somebody else saved first, both texts stand side by side and nothing is lost")
{
    Stage stage;
    REQUIRE(stage
                .post("/lyon-2030/sheets/rooms/tilia",
                      with(with(room(), "name_en", "Linden"), "capacity", "180"))
                .status == 303);
    const auto mine = with(room(), "name_en", "Tilia Hall");
    const auto reply = stage.post("/lyon-2030/sheets/rooms/tilia", mine, as_page);
    CHECK(reply.status == 412);
    CHECK(reply.holds("Someone saved this before you"));
    CHECK(reply.holds(">Linden<"));
    CHECK(reply.holds(">Tilia Hall<"));
    CHECK(reply.holds("name=\"version\" value=\"2\""));
    CHECK(reply.holds("value=\"Tilia Hall\""));
    // Only they changed the number of seats, so it is no question and stays theirs.
    CHECK(reply.holds("value=\"180\""));
    CHECK_FALSE(reply.holds("<dt>Seats</dt>"));
    CHECK(
        stage.get("/lyon-2030/sheets/rooms/tilia.json").json()["name"]["en"]["verbatim"].string() ==
        "Linden");
    CHECK(stage.post("/lyon-2030/sheets/rooms/tilia", mine).problem == "row-changed-meanwhile");

    REQUIRE(stage
                .post("/lyon-2030/sheets/rooms/tilia",
                      with(with(mine, "version", "2"), "capacity", "180"))
                .status == 303);
    const auto row = stage.get("/lyon-2030/sheets/rooms/tilia.json").json();
    CHECK(row["name"]["en"]["verbatim"].string() == "Tilia Hall");
    CHECK(row["capacity"].integer() == 180);
    CHECK(row["version"].string() == "3");
}

TEST_CASE("a change must say which version it changes")
{
    Stage stage;
    CHECK(stage.post("/lyon-2030/sheets/rooms/tilia", {{"capacity", "5"}}).problem ==
          "version-missing");
    CHECK(stage.get("/lyon-2030/sheets/rooms/tilia.json").json()["capacity"].integer() == 200);
}

TEST_CASE("a new row joins at the end, and sending it twice does not make two")
{
    Stage stage;
    const Fields fields{
        {"key", "robinia"}, {"venue", "hall"}, {"capacity", "40"}, {"name_en", "Robinia"}};
    const auto first = stage.post("/lyon-2030/sheets/rooms/new", fields);
    CHECK(first.status == 303);
    CHECK(first.location == "/lyon-2030/sheets/rooms/robinia?saved=1");
    const auto second = stage.post("/lyon-2030/sheets/rooms/new", fields, as_page);
    CHECK(second.status == 409);
    CHECK(second.holds("There is a row “robinia” in this sheet already."));
    CHECK(second.holds("value=\"robinia\""));
    CHECK(stage.count("SELECT COUNT(*) FROM room WHERE key = 'robinia'") == 1);
    const auto rows = stage.get("/lyon-2030/sheets/rooms.json").json()["rows"].items();
    REQUIRE(rows.size() == 3);
    CHECK(rows.back()["key"].string() == "robinia");
}

TEST_CASE("a row whose key is no key, or the address of the form, is refused")
{
    Stage stage;
    const auto with_key = [&](const std::string& key) {
        return stage
            .post("/lyon-2030/sheets/rooms/new",
                  {{"key", key}, {"venue", "hall"}, {"name_en", "Room"}})
            .problem;
    };
    CHECK(with_key("") == "required");
    CHECK(with_key("Ha Noi") == "not-a-key");
    CHECK(with_key("new") == "reserved-key");
    CHECK(stage.count("SELECT COUNT(*) FROM room") == 2);
}

TEST_CASE("topics are ticked, and the ticks stay as they were when nothing changes")
{
    Stage stage;
    const auto page = stage.get("/lyon-2030/sheets/interventions/accra-speaks");
    CHECK(page.holds("name=\"topics.floods\" value=\"yes\" checked"));
    const auto before = revisions(stage);
    CHECK(stage
              .post("/lyon-2030/sheets/interventions/accra-speaks",
                    {{"version", "1"}, {"topics.ticks", "yes"}, {"topics.floods", "yes"}})
              .status == 303);
    CHECK(revisions(stage) == before);
    CHECK(stage
              .post("/lyon-2030/sheets/interventions/accra-speaks",
                    {{"version", "1"}, {"topics.ticks", "yes"}})
              .status == 303);
    CHECK(stage.get("/lyon-2030/sheets/interventions/accra-speaks.json")
              .json()["topics"]
              .string()
              .empty());
    CHECK(stage
              .post("/lyon-2030/sheets/interventions/accra-speaks",
                    {{"version", "2"}, {"topics.ticks", "yes"}, {"topics.nothing", "yes"}})
              .problem == "no-such-row");
}

TEST_CASE("a correction stands beside the verbatim words")
{
    Stage stage;
    REQUIRE(
        stage.post("/lyon-2030/sheets/rooms/tilia", with(room(), "name_en_corrected", "Tilia Hall"))
            .status == 303);
    const auto row = stage.get("/lyon-2030/sheets/rooms/tilia.json").json();
    CHECK(row["name"]["en"]["verbatim"].string() == "Tilia");
    CHECK(row["name"]["en"]["corrected"].string() == "Tilia Hall");
}

TEST_CASE("a row that others refer to stays, and they are named")
{
    Stage stage;
    const auto page = stage.get("/lyon-2030/sheets/rooms/tilia/remove");
    CHECK(page.status == 200);
    CHECK(page.holds("/lyon-2030/sheets/sittings/opening"));
    CHECK_FALSE(page.holds("data-kind=\"end\""));
    const auto reply = stage.post("/lyon-2030/sheets/rooms/tilia/remove", {{"version", "1"}});
    CHECK(reply.status == 409);
    CHECK(reply.problem == "still-referred-to");
    CHECK(reply.holds("sittings:opening, sittings:statements"));
    CHECK(stage.post("/lyon-2030/sheets/topics/floods/remove", {{"version", "1"}}).problem ==
          "still-referred-to");
    CHECK(stage.post("/lyon-2030/sheets/cities/quito/remove", {{"version", "1"}}).problem ==
          "still-referred-to");
    CHECK(stage.count("SELECT COUNT(*) FROM room") == 2);
}
