// SPDX-License-Identifier: Apache-2.0
//
// Passkeys: added, used, removed, lost and erased; as a second step where one is asked for; and no
// way round one for who only reads somebody's letters.

#include "passkeys.hpp"

#include "web/passkey_place.hpp"

using namespace sala;
using namespace std::chrono_literals;

TEST_CASE("a passkey is added, signs in without anything else, and is told by letter")
{
    for (const auto kind : {Authenticator::es256, Authenticator::eddsa, Authenticator::rs256}) {
        CAPTURE(kind);
        Stage stage(told());
        Jar jar(stage);
        comes_by_letter(stage, jar);
        Authenticator device(kind);
        CHECK(jar.get("/login/mine/passkeys").holds("You have none yet."));
        const auto added = adds(jar, device);
        CAPTURE(added.body);
        REQUIRE(added.location == "/login/mine/passkeys");
        REQUIRE(letters(stage).size() == 1);
        CHECK(letters(stage)[0].letter.to_address == ama);
        CHECK(letters(stage)[0].letter.body.find("Ama's telephone") != std::string::npos);

        stage.passes(1h);
        Jar other(stage, "Chromium");
        CHECK(other.get("/login").holds("/login/passkey"));
        CHECK(uses(other, device).location == "/");
        CHECK(other.signed_in());
        CHECK(other.get("/login/mine").holds("with a passkey"));
        // A browser that was never used for this login is told like any other.
        REQUIRE(letters(stage).size() == 2);
        CHECK(letters(stage)[0].letter.reason != letters(stage)[1].letter.reason);

        const auto shown = other.json("/login/mine/passkeys").json();
        const auto list = shown["passkeys"].items();
        REQUIRE(list.size() == 1);
        CHECK(list[0]["name"].string() == "Ama's telephone");
        CHECK(list[0]["used_at"].integer() == stage.now().milliseconds());
        CHECK(stage.count("SELECT COUNT(*) FROM act WHERE verb IN ('add_passkey', "
                          "'sign_in_with_passkey')") == 2);
    }
}

TEST_CASE("a device that vouches for itself is taken when its signature is right, and only then")
{
    Stage stage(told());
    Jar jar(stage);
    comes_by_letter(stage, jar);
    Authenticator device;
    CHECK(adds(jar, device, {.format = "packed", .spoils_signature = true}).problem ==
          "passkey-wrong");
    CHECK(adds(jar, device, {.format = "tpm"}).problem == "passkey-wrong");
    CHECK(stage.count("SELECT COUNT(*) FROM passkey") == 0);
    CHECK(adds(jar, device, {.format = "packed"}).status == 303);
    Jar other(stage);
    CHECK(uses(other, device).status == 303);
}

TEST_CASE("one goes on to where one wanted to go, and out again like with any other way in")
{
    Stage stage(told());
    Jar jar(stage);
    comes_by_letter(stage, jar);
    Authenticator device;
    REQUIRE(adds(jar, device).status == 303);
    Jar other(stage);
    other.get("/login?next=/lyon-2030/programme");
    CHECK(uses(other, device).location == "/lyon-2030/programme");
    // It is one of the sessions that its owner sees and ends.
    CHECK(jar.json("/login/mine").json()["sessions"].items().size() == 2);
    CHECK(other.post("/login/out", {}).status == 303);
    CHECK_FALSE(other.signed_in());
}

TEST_CASE("who has codes as well is not asked for one after a passkey; a secretary's role wakes")
{
    Stage stage(told());
    stage.gives(ama, "secretariat");
    Jar jar(stage);
    comes_by_letter(stage, jar);
    Authenticator device;
    REQUIRE(stage.post("/login/all", {{"gives_code", "yes"}}).status == 303);
    CHECK(jar.get("/lyon-2030/desk").location == "/login/mine/code");
    CHECK(jar.get("/login/mine/code").holds("A passkey counts as one."));
    REQUIRE(adds(jar, device).status == 303);
    CHECK(jar.get("/lyon-2030/desk").status == 200);
    Jar with_letter(stage);
    comes_by_letter(stage, with_letter);
    CHECK(with_letter.get("/lyon-2030/desk").location == "/login/mine/code");
    CHECK(with_letter.get("/login/mine/code").holds("Your passkey counts as one"));
    Jar other(stage);
    REQUIRE(uses(other, device).status == 303);
    CHECK(other.get("/lyon-2030/desk").status == 200);
    REQUIRE(stage.post("/login/all", {{"gives_code", "no"}}).status == 303);
}

TEST_CASE("who only reads somebody's letters adds no passkey, no codes, and takes none away")
{
    Stage stage(told());
    Jar jar(stage);
    comes_by_letter(stage, jar);
    Authenticator device;
    REQUIRE(adds(jar, device).status == 303);
    const auto shown = jar.json("/login/mine/passkeys").json();
    const auto id = shown["passkeys"].items().at(0)["id"].string();

    Jar thief(stage);
    comes_by_letter(stage, thief);
    REQUIRE(thief.signed_in());
    Authenticator own(Authenticator::es256, "of the thief");
    CHECK(thief.post("/login/mine/passkeys/begin", {}).problem == "passkey-first");
    auto fields = own.makes(Json::object({{"challenge", "x"}}));
    fields.emplace_back("name", "mine");
    CHECK(thief.post("/login/mine/passkeys", fields).problem == "passkey-first");
    CHECK(thief.post("/login/mine/passkeys/" + id + "/remove", {}).problem == "passkey-first");
    CHECK(thief.post("/login/mine/code/begin", {}).problem == "passkey-first");
    CHECK(thief.post("/login/mine/code", {{"code", "123456"}}).problem == "passkey-first");
    CHECK(stage.count("SELECT COUNT(*) FROM passkey") == 1);
    CHECK(stage.count("SELECT COUNT(*) FROM login_code_key") == 0);
}

TEST_CASE("a passkey is taken away by its owner alone, and opens nothing afterwards")
{
    Stage stage(told());
    Jar jar(stage);
    comes_by_letter(stage, jar);
    Authenticator device;
    REQUIRE(adds(jar, device).status == 303);
    const auto shown = jar.json("/login/mine/passkeys").json();
    const auto id = shown["passkeys"].items().at(0)["id"].string();
    Jar luz(stage);
    comes_by_letter(stage, luz, "luz@quito.example");
    CHECK(luz.post("/login/mine/passkeys/" + id + "/remove", {}).problem == "no-such-passkey");
    CHECK(luz.json("/login/mine/passkeys").json()["passkeys"].items().empty());
    CHECK(jar.post("/login/mine/passkeys/" + id + "/remove", {}).status == 303);
    Jar other(stage);
    CHECK(uses(other, device).problem == "passkey-wrong");
    CHECK_FALSE(other.signed_in());
}

TEST_CASE("a secretary who must give a code keeps the last passkey, or a code in its place")
{
    Stage stage(told());
    stage.gives(ama, "secretariat");
    Jar jar(stage);
    comes_by_letter(stage, jar);
    Authenticator device;
    REQUIRE(adds(jar, device).status == 303);
    REQUIRE(stage.post("/login/all", {{"gives_code", "yes"}}).status == 303);
    const auto shown = jar.json("/login/mine/passkeys").json();
    const auto removal =
        "/login/mine/passkeys/" + shown["passkeys"].items().at(0)["id"].string() + "/remove";
    CHECK(jar.post(removal, {}).problem == "last-second-step");
    CHECK(stage.count("SELECT COUNT(*) FROM passkey") == 1);
    Authenticator second(Authenticator::es256, "another");
    REQUIRE(adds(jar, second, {}, "A second one").status == 303);
    CHECK(jar.post(removal, {}).status == 303);
    REQUIRE(stage.post("/login/all", {{"gives_code", "no"}}).status == 303);
}

TEST_CASE("a device that is lost opens nothing; a person who is erased takes passkeys along")
{
    Stage stage(told());
    Jar jar(stage);
    comes_by_letter(stage, jar);
    Authenticator device;
    REQUIRE(adds(jar, device).status == 303);
    REQUIRE(stage.post("/login/all/" + login_with(stage, ama).word() + "/lost-device", {}).status ==
            303);
    Jar other(stage);
    CHECK(uses(other, device).problem == "passkey-wrong");

    comes_by_letter(stage, other);
    REQUIRE(adds(other, device, {}, "A second one").status == 303);
    const auto copy = other.json("/login/mine/data");
    CHECK(copy.holds("A second one"));
    REQUIRE(other.post("/login/mine/erase", {}).status == 303);
    CHECK(stage.count("SELECT COUNT(*) FROM passkey") == 0);
    CHECK(stage.count("SELECT COUNT(*) FROM passkey_owner") == 0);
}

TEST_CASE("the place of passkeys follows from the public address, and a number has none")
{
    const auto domain = [](std::string_view url) {
        const auto place = web::passkey_place(url);
        return place ? place->domain + " " + place->origin : "none";
    };
    CHECK(domain("https://Forum.Example.org") == "forum.example.org https://forum.example.org");
    CHECK(domain("https://forum.example.org:443") == "forum.example.org https://forum.example.org");
    CHECK(domain("https://forum.example.org:8443/") ==
          "forum.example.org https://forum.example.org:8443");
    CHECK(domain("http://localhost:8080") == "localhost http://localhost:8080");
    CHECK(domain("http://forum.example.org") == "none");
    CHECK(domain("https://192.0.2.7") == "none");
    CHECK(domain("https://[2001:db8::7]:8443") == "none");
    CHECK(domain("forum.example.org") == "none");
    const auto own = web::passkey_place("");
    REQUIRE(own);
    CHECK(web::is_of(*own, "http://localhost:8080"));
    CHECK(web::is_of(*own, "http://localhost"));
    CHECK_FALSE(web::is_of(*own, "http://localhost.example.org"));
    CHECK_FALSE(web::is_of(*own, "http://localhost:80@example.org"));
    CHECK_FALSE(web::is_of(*own, "http://localhost:"));
}
