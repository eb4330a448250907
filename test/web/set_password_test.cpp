// SPDX-License-Identifier: Apache-2.0
//
// A password that is forgotten, or that somebody else has set, is replaced by who shows another way
// that the login is theirs; and everything that could still come in with the old one ends.

#include "passkeys.hpp"

using namespace sala;
using namespace std::chrono_literals;

namespace {

const std::string theirs = "somebody set this one here";

Shown sets(Jar& jar, const std::string& password, Fields more = {})
{
    more.emplace_back("password", password);
    return jar.post("/login/mine/password", more);
}

}  // namespace

TEST_CASE("whoever came in by a letter lately sets a password without the old one, and others end")
{
    Stage stage(told());
    Jar thief(stage);
    comes_by_letter(stage, thief);
    REQUIRE(sets(thief, theirs).status == 303);
    REQUIRE(letters(stage).size() == 1);
    CHECK(letters(stage)[0].letter.subject == "A password was set for your login");
    CHECK(letters(stage)[0].letter.to_address == ama);
    CHECK(letters(stage)[0].state == mail::LetterState::approved);

    stage.passes(1h);
    Jar half(stage);
    Jar owner(stage, "Chromium");
    comes_by_letter(stage, owner);
    CHECK_FALSE(owner.json("/login/mine/password").json()["asks_for_password"].boolean());
    CHECK(owner.get("/login/mine/password").holds("the password until now is not asked for"));
    CHECK(sets(owner, "short").problem == "password-short");
    CHECK(thief.signed_in());
    REQUIRE(sets(owner, good).status == 303);
    CHECK(owner.signed_in());
    CHECK_FALSE(thief.signed_in());
    CHECK(letters(stage)[0].letter.subject == "The password of your login was changed");
    Jar again(stage);
    CHECK(signs_in(again, ama, theirs).problem == "wrong-address-or-password");
    CHECK(signs_in(again, ama, good).status == 303);
}

TEST_CASE("a password alone, or a letter of some time ago, asks for the password until now")
{
    Stage stage(told());
    gives_password(stage, ama);
    Jar by_password(stage);
    signs_in(by_password, ama, good);
    CHECK(by_password.json("/login/mine/password").json()["asks_for_password"].boolean());
    CHECK(sets(by_password, theirs).problem == "wrong-password");
    // Codes that were set up since prove nothing about who came in.
    REQUIRE(by_password.post("/login/mine/code/begin", {}).status == 303);
    stage.store().write([&](store::Session& session) {
        web::strengthen_session(session, by_password.cookie("__Host-sala"));
        return true;
    });
    CHECK(sets(by_password, theirs).problem == "wrong-password");

    Jar by_letter(stage);
    comes_by_letter(stage, by_letter);
    stage.passes(web::proof_lasts);
    CHECK(by_letter.get("/login/mine/password").holds("Your password until now"));
    CHECK(sets(by_letter, theirs).problem == "wrong-password");
    CHECK(sets(by_letter, theirs, {{"current", good}}).status == 303);
}

TEST_CASE(
    "who has a passkey sets a password where they came in with it, not by their letters alone")
{
    Stage stage(told());
    Jar jar(stage);
    comes_by_letter(stage, jar);
    Authenticator device;
    REQUIRE(adds(jar, device).status == 303);
    Jar reader_of_letters(stage);
    comes_by_letter(stage, reader_of_letters);
    CHECK(sets(reader_of_letters, theirs).problem == "passkey-first");
    stage.passes(1h);
    Jar owner(stage);
    REQUIRE(uses(owner, device).status == 303);
    CHECK(sets(owner, good).status == 303);
    CHECK(sets(owner, theirs).status == 303);
    CHECK_FALSE(reader_of_letters.signed_in());
}

TEST_CASE("a new password ends links that were not used and sign-ins that wait for a code")
{
    Stage stage(told());
    gives_password(stage, ama);
    Jar jar(stage);
    Jar other(stage);
    REQUIRE(other.post("/login/letter", {{"address", ama}}).status == 303);
    const auto link = secret_of(stage, letters(stage).front())
                          .substr(std::string("https://forum.example.org").size());
    signs_in(jar, ama, good);
    CHECK(other.get(link).status == 200);
    REQUIRE(sets(jar, theirs, {{"current", good}}).status == 303);
    CHECK(other.post(link, {}).problem == "sign-in-link-over");
    CHECK(stage.count("SELECT COUNT(*) FROM half_sign_in") == 0);
}

TEST_CASE("tokens of programs outlive a password, which is said, unless they are ended with it")
{
    Stage stage(told());
    gives_password(stage, ama);
    Jar jar(stage);
    signs_in(jar, ama, good);
    CHECK_FALSE(jar.get("/login/mine/password").holds("end_tokens"));
    const auto token = jar.post("/login/mine/tokens", {{"name", "script"}, {"days", "30"}})
                           .json()["token"]
                           .string();
    CHECK(letters(stage)[0].letter.reason == "token_letter");
    CHECK(letters(stage)[0].letter.to_address == ama);
    const Sent with{.as = As::anyone,
                    .accept = "application/json",
                    .headers = {{"Authorization", "Bearer " + token}}};
    const auto works = [&] { return stage.get("/login/mine/data", with).status != 401; };
    const auto ended = [&] { return stage.count("SELECT COUNT(*) FROM api_token_end"); };
    CHECK(jar.get("/login/mine/password").holds("1 token of a program goes on unless you end it."));
    REQUIRE(sets(jar, theirs, {{"current", good}}).status == 303);
    CHECK(ended() == 0);
    REQUIRE(sets(jar, good, {{"current", theirs}, {"end_tokens", "yes"}}).status == 303);
    CHECK(ended() == 1);
    CHECK_FALSE(works());
}

TEST_CASE("a login without an address is offered no password, which would open nothing")
{
    Stage stage;
    CHECK_FALSE(stage.get("/login/mine").holds("/login/mine/password"));
    CHECK(stage.post("/login/mine/password", {{"password", good}}).problem ==
          "password-needs-address");
    CHECK(stage.count("SELECT COUNT(*) FROM login_password") == 0);
}

TEST_CASE("somebody puts their name right, and it signs what they do")
{
    Stage stage;
    stage.gives(ama, "secretariat");
    const Sent by_ama{.who = ama, .accept = "application/json"};
    REQUIRE(stage.post("/login/mine/name", {{"name", "Governor Real"}}, by_ama).status == 303);
    CHECK(stage.get("/login/mine", {.who = ama}).holds("Governor Real"));
    // A forum goes on calling them as it wrote.
    CHECK(stage.get("/lyon-2030/acts.json?who=Governor").json()["acts"].items().empty());
    CHECK(stage.get("/login/all/acts.json?who=Governor")
              .json()["acts"]
              .items()
              .front()["what"]
              .string() == "set_own_name");
    CHECK(stage.post("/login/mine/name", {{"name", "Secretariat"}}, by_ama).problem ==
          "name-of-the-office");
    CHECK(stage.get("/login/mine/name.json", by_ama).json()["name"].string() == "Governor Real");
}
