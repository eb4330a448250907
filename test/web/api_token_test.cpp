// SPDX-License-Identifier: Apache-2.0
//
// Tokens of programs: as narrow as they were made, gone when they end, and never a way to more.

#include "jar.hpp"

#include "web/login_session.hpp"

#include <doctest/doctest.h>

using namespace sala;
using namespace std::chrono_literals;

namespace {

const std::string ama = "ama@accra.example";

std::string token_of(Stage& stage, Fields fields, const std::string& who = {})
{
    fields.insert(fields.begin(), {{"name", "script"}, {"days", "30"}});
    const auto made =
        stage.post("/login/mine/tokens", fields, {.who = who, .accept = "application/json"});
    REQUIRE(made.status == 200);
    return made.json()["token"].string();
}

Sent with(const std::string& token, bool loopback = true)
{
    return {.as = As::anyone,
            .accept = "application/json",
            .loopback = loopback,
            .headers = {{"Authorization", "Bearer " + token}}};
}

}  // namespace

TEST_CASE("a token reads what its owner may read, without cookie and form, and changes nothing")
{
    Stage stage;
    const auto token = token_of(stage, {});
    CHECK(token.starts_with("sala_"));
    CHECK(stage.get("/lyon-2030/sheets/rooms", with(token)).status == 200);
    CHECK(stage.post("/lyon-2030/releases", {{"name", "x"}}, with(token)).problem ==
          "token-reads-only");
    CHECK(stage.count("SELECT COUNT(*) FROM api_token WHERE token_hash LIKE 'sala_%'") == 0);
    CHECK(stage.get("/lyon-2030/sheets/rooms", with("sala_guessed")).status == 401);
    CHECK(stage.get("/lyon-2030/sheets/rooms", with(token, false)).status == 403);
}

TEST_CASE("a token that may change things does, where it may, and leaves an act of its owner")
{
    Stage stage;
    const auto token = token_of(stage, {{"changes", "yes"}, {"below", "/lyon-2030/sheets"}});
    CHECK(stage
              .post("/lyon-2030/sheets/rooms/new",
                    {{"key", "betula"}, {"venue", "hall"}, {"name_en", "Betula"}}, with(token))
              .status == 303);
    CHECK(stage.count("SELECT COUNT(*) FROM act WHERE verb = 'add_row' AND login IS NOT NULL") ==
          1);
    CHECK(stage.get("/lyon-2030/desk", with(token)).status == 401);
    CHECK(stage.get("/lyon-2030/sheets", with(token)).status == 200);
    CHECK(stage.get("/lyon-2030/sheets/../desk", with(token)).status == 404);
    CHECK(stage.post("/lyon-2030/releases", {{"name", "x"}}, with(token)).status == 401);
}

TEST_CASE("a token for one address is not good for one that begins like it")
{
    Stage stage;
    auto files = lyon_files();
    files["forum.toml"] = "slug = \"lyon-2030-draft\"\ntitle_en = \"Leak\"\ndate = "
                          "\"2031\"\ntime_zone = \"Europe/Lisbon\"\n";
    REQUIRE(stage.opens(files, true).empty());
    const auto token = token_of(stage, {{"below", "/lyon-2030"}});
    CHECK(stage.get("/lyon-2030/desk", with(token)).status == 200);
    CHECK(stage.get("/lyon-2030-draft/desk", with(token)).status == 401);
    const auto draft = stage.get("/lyon-2030-draft", with(token));
    CHECK(draft.status == 404);
    CHECK_FALSE(draft.holds("Leak"));
}

TEST_CASE("a token carries the one role it was made with, and never its owner's own pages")
{
    Stage stage;
    stage.gives(ama, "secretariat");
    stage.gives(ama, "door");
    const auto door = token_of(stage, {{"role", "door"}}, ama);
    CHECK(stage.get("/lyon-2030/desk", with(door)).problem == "not-your-role");
    const auto all = token_of(stage, {{"changes", "yes"}}, ama);
    CHECK(stage.get("/lyon-2030/desk", with(all)).status == 200);
    for (const auto* own : {"/login/mine", "/login/mine/tokens", "/login/mine/password"}) {
        CAPTURE(own);
        CHECK(stage.get(own, with(all)).problem == "not-your-role");
    }
    CHECK(
        stage.post("/login/mine/tokens", {{"name", "more"}, {"days", "365"}}, with(all)).problem ==
        "not-your-role");
    CHECK(stage.count("SELECT COUNT(*) FROM api_token") == 2);
}

TEST_CASE("a token ends with its day, by its owner's hand, and with a restore; nobody else ends it")
{
    Stage stage;
    const auto token = token_of(stage, {{"days", "1"}});
    stage.passes(24h - 1s);
    CHECK(stage.get("/lyon-2030/desk", with(token)).status == 200);
    stage.passes(2s);
    CHECK(stage.get("/lyon-2030/desk", with(token)).status == 401);

    const auto second = token_of(stage, {});
    const auto list = stage.get("/login/mine/tokens.json").json();
    const auto end = "/login/mine/tokens/" + list["tokens"].items()[0]["id"].string() + "/end";
    CHECK(stage.post(end, {}, {.who = ama, .accept = "application/json"}).problem ==
          "no-such-token");
    CHECK(stage.get("/lyon-2030/desk", with(second)).status == 200);
    CHECK(stage.post(end, {}).status == 303);
    CHECK(stage.get("/lyon-2030/desk", with(second)).status == 401);

    const auto third = token_of(stage, {});
    stage.store().write([&](store::Session& session) {
        web::end_every_way_in(session, stage.now());
        return true;
    });
    CHECK(stage.get("/lyon-2030/desk", with(third)).status == 401);
}

TEST_CASE("what a program was shown with a token is remembered for nobody else")
{
    Stage stage;
    const auto token = token_of(stage, {});
    auto page = with(token);
    page.accept = "text/html";
    const auto own = stage.get("/lyon-2030", page);
    CHECK(own.holds("/lyon-2030/desk"));
    CHECK(own.header("Cache-Control") == "private, no-store");
    CHECK_FALSE(stage.get("/lyon-2030", {.as = As::anyone}).holds("/lyon-2030/desk"));
}

TEST_CASE("an address that is none is refused when a token is made")
{
    Stage stage;
    for (const auto* below :
         {"lyon-2030", "//evil.example", "https://evil.example", "/lyon-2030/"}) {
        CAPTURE(below);
        CHECK(stage.post("/login/mine/tokens", {{"name", "x"}, {"days", "1"}, {"below", below}})
                  .problem == "not-an-address-here");
    }
    CHECK(stage.post("/login/mine/tokens", {{"name", "x"}, {"days", "1000"}}).problem ==
          "out-of-range");
}
