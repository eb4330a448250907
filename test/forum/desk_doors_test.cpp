// SPDX-License-Identifier: Apache-2.0
//
// Who may come to the desk, what its lists look like to programs, and what they never let through.

#include "stage.hpp"

#include "document/workbook.hpp"
#include "mail/outbox.hpp"
#include "sheet/forum_files.hpp"

#include <doctest/doctest.h>

using namespace sala;

namespace {

const std::vector<std::string> desk_pages{"/lyon-2030/desk",
                                          "/lyon-2030/settings",
                                          "/lyon-2030/settings/history",
                                          "/lyon-2030/settings/undo",
                                          "/lyon-2030/sheets",
                                          "/lyon-2030/sheets/rooms",
                                          "/lyon-2030/sheets/rooms/new",
                                          "/lyon-2030/sheets/rooms/tilia",
                                          "/lyon-2030/workbook",
                                          "/lyon-2030/import",
                                          "/lyon-2030/outbox",
                                          "/forums/new",
                                          "/lyon-2030/sheets/rooms/tilia/remove",
                                          "/lyon-2030/sheets/rooms/tilia/history",
                                          "/lyon-2030/sheets/rooms/tilia/undo"};

const std::vector<std::string> desk_posts{"/lyon-2030/settings",
                                          "/lyon-2030/settings/undo",
                                          "/lyon-2030/sheets/rooms/new",
                                          "/lyon-2030/sheets/rooms/tilia",
                                          "/lyon-2030/sheets/rooms/tilia/remove",
                                          "/lyon-2030/sheets/rooms/tilia/undo",
                                          "/lyon-2030/import",
                                          "/forums/new",
                                          "/lyon-2030/outbox/1"};

Id<mail::Letter> prepared_letter(Stage& stage)
{
    Id<mail::Letter> id;
    stage.store().write([&](store::Session& session) {
        id =
            mail::prepare(session,
                          {stage.forum_id(), "ama@example.org", "Ama <Mensah>", "The opening moved",
                           "It begins at 09:30.\n", Language::english(), "moved"},
                          stage.now(), stage.numbering());
        return true;
    });
    return id;
}

}  // namespace

TEST_CASE("the desk is for the secretariat: others are asked to sign in, programs are told")
{
    Stage stage;
    for (const auto& page : desk_pages) {
        CAPTURE(page);
        CHECK(stage.get(page).status == 200);
        CHECK(stage.get(page + ".json").status == 200);
        const auto visitor = stage.get(page, {.as = As::anyone});
        CHECK(visitor.status == 303);
        CHECK(visitor.location.starts_with("/login?next="));
        CHECK(stage.get(page + ".json", {.as = As::anyone}).status == 401);
    }
    for (const auto& address : desk_posts) {
        CAPTURE(address);
        CHECK(stage.post(address, {}, {.as = As::anyone, .accept = "application/json"}).status ==
              401);
        CHECK(stage.post(address, {{"version", "1"}}, {.accept = "application/json", .csrf = false})
                  .status == 403);
    }
    CHECK(stage.count("SELECT COUNT(*) FROM room") == 2);
}

TEST_CASE("what somebody typed into a cell is words, never markup and never a formula")
{
    Stage stage;
    const std::string script = "<script>alert(1)</script>\"'";
    REQUIRE(stage
                .post("/lyon-2030/sheets/rooms/tilia",
                      {{"version", "1"}, {"name_en", script}, {"note_en", "=1+2"}})
                .status == 303);
    for (const auto* page :
         {"/lyon-2030/sheets/rooms", "/lyon-2030/sheets/rooms/tilia",
          "/lyon-2030/sheets/rooms/tilia/history", "/lyon-2030/sheets/sittings/opening"}) {
        CAPTURE(page);
        const auto shown = stage.get(page);
        CHECK(shown.status == 200);
        CHECK(shown.holds("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;"));
        CHECK_FALSE(shown.holds("<script>alert"));
    }
    CHECK(stage.get("/lyon-2030/sheets/rooms?q=%3Cscript%3E").holds("&lt;script&gt;"));
    CHECK(stage.get("/lyon-2030/sheets/rooms.csv").holds(",'=1+2"));
    const auto book = document::read_workbook(stage.get("/lyon-2030/sheets/rooms.xlsx").body);
    REQUIRE(book);
    CHECK(book->front().rows[1].fields.back() == "=1+2");
}

TEST_CASE("a sheet is found through its words, in either script, and in the order of the file")
{
    Stage stage;
    const auto keys = [&](const std::string& path) {
        std::vector<std::string> found;
        const auto read = stage.get(path).json();
        for (const auto& row : read["rows"].items())
            found.push_back(row["key"].string());
        return found;
    };
    CHECK(keys("/lyon-2030/sheets/cities.json") ==
          std::vector<std::string>{"lyon", "accra", "quito"});
    CHECK(keys("/lyon-2030/sheets/cities.json?q=%E0%B8%81%E0%B8%B5%E0%B9%82%E0%B8%95") ==
          std::vector<std::string>{"quito"});
    CHECK(keys("/lyon-2030/sheets/cities.json?q=LYON") == std::vector<std::string>{"lyon"});
    CHECK(keys("/lyon-2030/sheets/cities.json?q=atlantis").empty());
    CHECK(stage.get("/lyon-2030/sheets/cities?q=atlantis").holds("No row holds “atlantis”"));
    CHECK(stage.get("/lyon-2030/sheets/documents").holds("Nothing in this sheet yet"));
    CHECK(stage.get("/lyon-2030/sheets/nothing").status == 404);
}

TEST_CASE("a list takes as many statements with three rows as with one")
{
    Stage stage;
    const auto statements = [&](const std::string& path) { return stage.get(path).statements; };
    stage.get("/lyon-2030/desk");  // a release that was read once is kept
    const auto sheet = statements("/lyon-2030/sheets/networks");
    const auto row = statements("/lyon-2030/sheets/bodies/forum-of-rivers");
    const auto desk = statements("/lyon-2030/desk");
    const auto outbox = statements("/lyon-2030/outbox");
    for (const auto* key : {"lakes", "seas"})
        REQUIRE(
            stage.post("/lyon-2030/sheets/networks/new", {{"key", key}, {"name_en", key}}).status ==
            303);
    prepared_letter(stage);
    prepared_letter(stage);
    CHECK(statements("/lyon-2030/sheets/networks") == sheet);
    CHECK(statements("/lyon-2030/sheets/bodies/forum-of-rivers") == row);
    CHECK(statements("/lyon-2030/desk") == desk);
    CHECK(statements("/lyon-2030/outbox") == outbox);
}

TEST_CASE(
    "of the two templates the blank one brings no row, and the filled one a row of each sheet")
{
    Stage stage;
    const auto page = stage.get("/about/templates", {.as = As::anyone});
    CHECK(page.status == 200);
    for (const auto* address : {"/about/templates", "/lyon-2030/import", "/forums/new"}) {
        CAPTURE(address);
        CHECK(stage.get(address).holds("href=\"/about/templates.xlsx\""));
        CHECK(stage.get(address).holds("href=\"/about/templates.xlsx?rows=example\""));
    }
    CHECK(stage.get("/about/templates.json").json()["filled"].string() ==
          "/about/templates.xlsx?rows=example");
    for (const auto& [query, least] : {std::pair{"", 0}, std::pair{"?rows=example", 1}}) {
        const auto book =
            stage.get(std::string("/about/templates.xlsx") + query, {.as = As::anyone});
        REQUIRE(book.status == 200);
        const auto read = sheet::read_workbook_bytes(book.body);
        REQUIRE(read);
        CHECK(read->problems.empty());
        CHECK(read->files.forum.has_value() == (least == 1));
        CHECK(read->files.sheets.size() == sheet::all_sheets().size() - 1);
        for (const auto& [name, lines] : read->files.sheets) {
            INFO(name);
            CHECK(lines.empty() == (least == 0));
        }
    }
}

TEST_CASE("the blank template sent back untouched opens nothing and says what is missing")
{
    Stage stage;
    const auto blank = stage.get("/about/templates.xlsx").body;
    const auto opened =
        stage.upload("/forums/new", "file", "template.xlsx", blank, {{"way", "file"}});
    CHECK(opened.status == 422);
    REQUIRE(opened.json()["problems"].items().size() == 1);
    CHECK(opened.json()["problems"].items()[0]["code"].string() == "no-forum");
    CHECK(stage.count("SELECT COUNT(*) FROM forum") == 1);
}

TEST_CASE("a letter leaves only when somebody approved it, and shows whom it is for")
{
    Stage stage;
    const auto id = prepared_letter(stage);
    const auto address = "/lyon-2030/outbox/" + id.word();
    const auto list = stage.get("/lyon-2030/outbox");
    CHECK(list.holds("Letters do not leave this server"));
    CHECK(list.holds("Ama &lt;Mensah&gt; &lt;ama@example.org&gt;"));
    CHECK(stage.get(address).holds("It begins at 09:30."));
    CHECK(stage.get(address + ".json").json()["state"].string() == "prepared");
    CHECK(stage.post(address, {{"what", "burn"}}).problem == "not-a-choice");
    REQUIRE(stage.post(address, {{"what", "approve"}}).status == 303);
    CHECK(stage.get(address + ".json").json()["state"].string() == "approved");
    REQUIRE(stage.post(address, {{"what", "drop"}}).status == 303);
    CHECK(stage.get(address + ".json").json()["state"].string() == "dropped");
    CHECK(stage.post(address, {{"what", "approve"}}).problem == "letter-dropped");
    CHECK(stage.get("/lyon-2030/outbox/12").status == 404);
    CHECK(stage.get("/lyon-2030/outbox/abc").status == 404);
}

TEST_CASE(
    "on the first page the secretariat opens forums and goes to their desks; nobody else does")
{
    Stage stage;
    const std::string button = "href=\"/forums/new\">Open a forum</a>";
    const auto page = stage.get("/");
    CHECK(page.holds(button));
    CHECK(page.holds("<a href=\"/lyon-2030/desk\">Desk of Lyon 2030</a>"));
    const auto visitor = stage.get("/", {.as = As::anyone});
    CHECK_FALSE(visitor.holds("/forums/new"));
    CHECK_FALSE(visitor.holds("/lyon-2030/desk"));

    Stage blank{Stage::Empty{}};
    const auto welcome = blank.get("/");
    CHECK(welcome.holds(button));
    CHECK(welcome.holds("Welcome. The first forum begins from a workbook"));
    CHECK_FALSE(welcome.holds("sala import"));
    const auto outside = blank.get("/", {.as = As::anyone});
    CHECK(outside.holds("The forums of this server will be listed here, the newest first."));
    CHECK(outside.holds("href=\"/login\""));
    CHECK_FALSE(outside.holds("/forums/new"));
}

TEST_CASE(
    "what is done all day has a key: n for a new one, s to save, e for the editor, r to release")
{
    Stage stage;
    const auto has = [&](const std::string& page, const std::string& key) {
        return stage.get(page).holds(key);
    };
    CHECK(has("/", "data-key=\"n\" href=\"/forums/new\""));
    CHECK(has("/lyon-2030/editor", "data-key=\"n\" href=\"/lyon-2030/sheets/sittings/new\""));
    CHECK(has("/lyon-2030/editor", "data-key=\"r\" href=\"/lyon-2030/releases\""));
    CHECK(has("/lyon-2030/releases", "data-key=\"e\" href=\"/lyon-2030/editor\""));
    CHECK(has("/lyon-2030/sheets/rooms", "data-key=\"n\" href=\"/lyon-2030/sheets/rooms/new\""));
    CHECK(has("/lyon-2030/sheets/documents",
              "data-key=\"n\" href=\"/lyon-2030/sheets/documents/new\""));
    CHECK(has("/lyon-2030/sheets/rooms/tilia", "<button type=\"submit\" data-key=\"s\">"));
    CHECK(has("/lyon-2030/sheets/rooms/tilia", "data-key=\"e\" href=\"/lyon-2030/editor\""));
    CHECK(has("/lyon-2030/settings", "<button type=\"submit\" data-key=\"s\">"));
    CHECK_FALSE(stage.get("/lyon-2030/releases", {.as = As::anyone}).holds("data-key"));
}
