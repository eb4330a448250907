// SPDX-License-Identifier: Apache-2.0
//
// A secretariat that must give a code: without one its role sleeps, nobody of it takes theirs away,
// and another telephone takes over.

#include "with_codes.hpp"

using namespace sala;
using namespace std::chrono_literals;

TEST_CASE("where the secretariat must give a code, its role sleeps until one is set up")
{
    Stage stage;
    stage.gives(ama, "secretariat");
    stage.gives("luz@quito.example", "observer");
    Jar jar(stage);
    comes_by_letter(stage, jar, ama);
    CHECK(jar.get("/lyon-2030/desk").status == 200);
    REQUIRE(stage.post("/login/all", {{"gives_code", "yes"}}).status == 303);

    CHECK(jar.get("/lyon-2030/desk").location == "/login/mine/code");
    CHECK(jar.json("/lyon-2030/desk").problem == "code-needed");
    CHECK(jar.post("/lyon-2030/roles", {{"address", ama}, {"name", "x"}, {"role", "secretariat"}})
              .problem == "code-needed");
    // A token that such a browser makes is no way round.
    const auto token = jar.post("/login/mine/tokens", {{"name", "script"}, {"days", "1"}})
                           .json()["token"]
                           .string();
    CHECK(stage
              .get("/lyon-2030/desk.json",
                   {.as = As::anyone, .headers = {{"Authorization", "Bearer " + token}}})
              .status == 403);

    sets_up_codes(stage, jar, ama);
    CHECK(jar.get("/lyon-2030/desk").status == 200);
    // The link that the server prints proves that one has the server.
    CHECK(stage.get("/lyon-2030/desk").status == 200);
    REQUIRE(stage.post("/login/all", {{"gives_code", "no"}}).status == 303);
}

TEST_CASE("where a code is obligatory, a secretary changes it and does not take it away")
{
    Stage stage;
    stage.gives(ama, "secretariat");
    Jar jar(stage);
    comes_by_letter(stage, jar, ama);
    const auto codes = sets_up_codes(stage, jar, ama);
    Jar luz(stage);
    comes_by_letter(stage, luz, "luz@quito.example");
    const auto hers = sets_up_codes(stage, luz, "luz@quito.example");
    REQUIRE(stage.post("/login/all", {{"gives_code", "yes"}}).status == 303);

    CHECK(jar.post("/login/mine/code/remove", {{"code", codes[0]}}).problem == "last-second-step");
    CHECK_FALSE(jar.get("/login/mine/code").holds("/login/mine/code/remove"));
    CHECK(jar.get("/login/mine/code").holds("/login/mine/code/anew"));
    // Who is of no secretariat still may.
    CHECK(luz.get("/login/mine/code").holds("/login/mine/code/remove"));
    CHECK(luz.post("/login/mine/code/remove", {{"code", hers[0]}}).status == 303);
    // Nor does the first step open anything alone.
    Jar thief(stage);
    CHECK(comes_by_letter(stage, thief, ama).location == "/login/code");
    REQUIRE(stage.post("/login/all", {{"gives_code", "no"}}).status == 303);
    CHECK(jar.post("/login/mine/code/remove", {{"code", codes[0]}}).status == 303);
}

TEST_CASE("another telephone takes over once both have shown a code, and not before")
{
    Stage stage;
    Jar jar(stage);
    comes_by_letter(stage, jar, ama);
    const auto codes = sets_up_codes(stage, jar, ama);
    stage.passes(2min);
    Jar other(stage);
    comes_by_letter(stage, other, ama);
    REQUIRE(other.post("/login/code", {{"code", codes[7]}}).status == 303);
    const auto old = key_of(stage, ama);
    const auto key = web::code_key();
    const auto renews = [&](const std::string& new_key, const std::string& new_code,
                            const std::string& code) {
        return jar.post("/login/mine/code/anew",
                        {{"key", new_key}, {"new_code", new_code}, {"code", code}});
    };
    const auto fits = web::code_at(key, stage.now());

    CHECK(renews(key, "000000", codes[0]).problem == "wrong-new-code");
    CHECK(renews("AAAA", fits, codes[0]).problem == "wrong-new-code");
    CHECK(renews(key, fits, "111111").problem == "wrong-code");
    CHECK(key_of(stage, ama) == old);
    CHECK(other.signed_in());

    const auto shown = renews(key, fits, codes[0]);  // not used up by what was refused
    REQUIRE(shown.status == 200);
    CHECK(shown.json()["recovery_codes"].items().size() == 8);
    CHECK(key_of(stage, ama) == key);
    CHECK(jar.signed_in());
    CHECK_FALSE(other.signed_in());
    Jar again(stage);
    comes_by_letter(stage, again, ama);
    CHECK(again.post("/login/code", {{"code", web::code_at(old, stage.now())}}).problem ==
          "wrong-code");
    CHECK(again.post("/login/code", {{"code", codes[1]}}).problem == "wrong-code");
    stage.passes(2min);
    CHECK(again.post("/login/code", {{"code", web::code_at(key, stage.now())}}).status == 303);
}

TEST_CASE("who has no codes is offered to set them up where another telephone would take over")
{
    Stage stage;
    Jar jar(stage);
    comes_by_letter(stage, jar, ama);
    CHECK(jar.get("/login/mine/code/anew").holds("/login/mine/code/begin"));
    CHECK_FALSE(jar.json("/login/mine/code/anew").json()["has_code"].boolean());
    CHECK(jar.post("/login/mine/code/anew",
                   {{"key", web::code_key()}, {"new_code", "111111"}, {"code", "111111"}})
              .problem == "wrong-new-code");
}
