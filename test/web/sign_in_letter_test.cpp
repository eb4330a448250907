// SPDX-License-Identifier: Apache-2.0
//
// Letters about somebody's own login: a link that its recipient alone sees, and word of a new
// browser.

#include "signing_in.hpp"

#include "mail/message.hpp"

using namespace sala;
using namespace std::chrono_literals;

namespace {

// The links of all letters to this address, newest first, as addresses of this server.
std::vector<std::string> links_to(Stage& stage, const std::string& address)
{
    std::vector<std::string> links;
    for (const auto& one : letters(stage))
        if (one.letter.reason == "sign_in_letter" && one.letter.to_address == address)
            links.push_back(
                secret_of(stage, one).substr(std::string("https://forum.example.org").size()));
    return links;
}

}  // namespace

TEST_CASE("a letter with a link goes to whoever may sign in, and nobody learns whether it did")
{
    Stage stage(told());
    stage.gives(ama, "observer");
    const auto before = letters(stage).size();
    Jar jar(stage);
    const auto known = jar.post("/login/letter", {{"address", ama}},
                                {{"Host", "evil.example"}, {"X-Forwarded-Host", "evil.example"}});
    const auto unknown = jar.post("/login/letter", {{"address", "nobody@lyon.example"}});
    CHECK(known.status == unknown.status);
    CHECK(known.location == unknown.location);
    CHECK(known.body == unknown.body);

    const auto all = letters(stage);
    REQUIRE(all.size() == before + 1);
    const auto& letter = all.front();
    CHECK(letter.letter.to_address == ama);
    CHECK(letter.letter.forum == 0);
    CHECK(letter.state == mail::LetterState::approved);
    CHECK(letter.letter.body.find("{secret}") != std::string::npos);
    CHECK(letter.letter.body.find("/login/") == std::string::npos);
    const auto secret = secret_of(stage, letter);
    CHECK(secret.starts_with("https://forum.example.org/login/"));

    const auto path = secret.substr(std::string("https://forum.example.org").size());
    CHECK(jar.post(path, {}).status == 303);
    CHECK(jar.signed_in());
    Jar second(stage);
    CHECK(second.post(path, {}).problem == "sign-in-link-over");
    stage.store().write([&](store::Session& session) {
        mail::note_sent(session, letter.id, "250 ok", stage.now());
        return true;
    });
    CHECK(secret_of(stage, letter) == "");
}

TEST_CASE("nobody's mailbox is filled with links")
{
    Stage stage(told());
    stage.gives(ama, "observer");
    Jar stranger(stage);
    for (int i = 0; i < 20; ++i) {
        CHECK(stranger.post("/login/letter", {{"address", ama}}).location ==
              "/login/letter?sent=1");
        stage.postman_comes();
    }
    CHECK(links_to(stage, ama).size() == 3);
    CHECK(stage.count("SELECT COUNT(*) FROM sign_in_link") == 3);
}

TEST_CASE("whoever asks at a new browser after a stranger has asked too often comes in")
{
    Stage stage(told());
    stage.gives(ama, "observer");
    Jar stranger(stage);
    for (int i = 0; i < 5; ++i)
        stranger.post("/login/letter", {{"address", ama}});
    stage.postman_comes();
    Jar own(stage, "Telephone");
    CHECK(own.post("/login/letter", {{"address", ama}}).location == "/login/letter?sent=1");
    const auto links = links_to(stage, ama);
    REQUIRE(links.size() == 3);
    CHECK(own.post(links.back(), {}).status == 303);
    CHECK(own.signed_in());
    // One is used up, so the next who asks gets one.
    stranger.post("/login/letter", {{"address", ama}});
    CHECK(links_to(stage, ama).size() == 4);
    // A link that ends before anybody can read the letter is not one to wait for.
    stage.passes(11min);
    own.forgets("__Host-sala");
    own.post("/login/letter", {{"address", ama}});
    CHECK(links_to(stage, ama).size() == 5);
}

TEST_CASE("asking for a link is the same work for whoever asks: nobody is looked up before it is "
          "answered")
{
    Stage stage(told());
    stage.gives(ama, "observer");
    Jar jar(stage);
    const auto ask = [&](const std::string& address) {
        const auto links = stage.count("SELECT COUNT(*) FROM sign_in_link");
        const auto all = stage.count("SELECT COUNT(*) FROM letter");
        const auto asked = jar.post("/login/letter", {{"address", address}});
        CHECK(stage.count("SELECT COUNT(*) FROM sign_in_link") == links);
        CHECK(stage.count("SELECT COUNT(*) FROM letter") == all);
        return asked;
    };
    const auto known = ask(ama);
    const auto unknown = ask("nobody@lyon.example");
    CHECK(known.statements > 0);
    CHECK(known.statements == unknown.statements);
    CHECK(known.body == unknown.body);
    CHECK(stage.count("SELECT COUNT(*) FROM sign_in_wish") == 2);
    stage.postman_comes();
    CHECK(stage.count("SELECT COUNT(*) FROM sign_in_wish") == 0);
    CHECK(links_to(stage, ama).size() == 1);
}

TEST_CASE("a letter speaks the language of whoever asked for it, and comes too late for nobody")
{
    Stage stage(told());
    stage.gives(ama, "observer");
    const auto asks = [&](const std::string& language) {
        return stage
            .post("/login/letter", {{"address", ama}},
                  {.as = As::anyone, .language = language, .accept = "application/json"})
            .status;
    };
    CHECK(asks("th") == 303);
    CHECK(letters(stage).front().letter.language == Language::thai());
    const auto before = letters(stage).size();
    CHECK(asks("en") == 303);
    stage.passes(16min);  // the program was not running
    CHECK(letters(stage).size() == before);
    CHECK(stage.count("SELECT COUNT(*) FROM sign_in_wish") == 0);
}

TEST_CASE("what strangers ask for is no act, so nobody fills the record for ever")
{
    Stage stage(told());
    stage.gives(ama, "observer");
    const auto acts = stage.count("SELECT COUNT(*) FROM act");
    Jar jar(stage);
    for (const auto& address : {ama, std::string("nobody@lyon.example")}) {
        CHECK(jar.post("/login/letter", {{"address", address}}).status == 303);
        CHECK(jar.post("/lyon-2030/mine/letter", {{"address", address}}).status == 303);
    }
    CHECK(jar.post("/login/out", {}).status == 303);
    CHECK(stage.count("SELECT COUNT(*) FROM act") == acts);
    CHECK(stage.count("SELECT COUNT(*) FROM sign_in_attempt WHERE what = 'letter'") == 4);
    // Coming in by one is.
    CHECK(jar.post(links_to(stage, ama).front(), {}).status == 303);
    CHECK(stage.count("SELECT COUNT(*) FROM act") == acts + 1);
}

TEST_CASE("one end of a connection asks for sixty links in a quarter of an hour, whoever's")
{
    Stage stage(told());
    Jar stranger(stage, "Script", "203.0.113.5");
    for (int i = 0; i < 60; ++i)
        CHECK(stranger.post("/login/letter", {{"address", std::to_string(i) + "@x.example"}})
                  .status == 303);
    CHECK(stranger.post("/login/letter", {{"address", "last@x.example"}}).status == 429);
    CHECK(stage.count("SELECT COUNT(*) FROM sign_in_wish") == 60);
    Jar other(stage, "Firefox", "203.0.113.6");
    CHECK(other.post("/login/letter", {{"address", "last@x.example"}}).status == 303);
}

TEST_CASE("where no letter leaves, no link is made")
{
    Stage stage;
    stage.gives(ama, "observer");
    Jar jar(stage);
    CHECK(jar.get("/login/letter").holds("This server sends no e-mail."));
    CHECK(jar.post("/login/letter", {{"address", ama}}).status == 303);
    stage.postman_comes();
    CHECK(stage.count("SELECT COUNT(*) FROM sign_in_link") == 0);
    CHECK(stage.count("SELECT COUNT(*) FROM sign_in_wish") == 0);
}

TEST_CASE("a new browser is told of by letter, the first and a known one are not")
{
    Stage stage(told());
    gives_password(stage, ama);
    const auto told_of = [&] {
        return stage.count("SELECT COUNT(*) FROM letter WHERE reason = 'device_letter'");
    };
    Jar laptop(stage, "Firefox");
    signs_in(laptop, ama, good);
    CHECK(told_of() == 0);
    laptop.forgets("__Host-sala");
    signs_in(laptop, ama, good);
    CHECK(told_of() == 0);
    Jar telephone(stage, "Telephone <b>");
    signs_in(telephone, ama, good);
    CHECK(told_of() == 1);
    const auto letter = letters(stage).front();
    CHECK(letter.letter.to_address == ama);
    CHECK(letter.state == mail::LetterState::approved);
    CHECK(letter.letter.body.find("https://forum.example.org/login/mine") != std::string::npos);
}

TEST_CASE(
    "a name with a placeholder in it is words, and nobody's link is put into another's letter")
{
    Stage stage(told());
    stage.post("/lyon-2030/roles",
               {{"address", ama}, {"name", "{secret} {forum} {address}"}, {"role", "observer"}});
    const auto letter = letters(stage).front();
    CHECK(letter.letter.body.starts_with("Dear (secret) (forum) (address),"));
    CHECK(secret_of(stage, letter) == "");
    const auto message = mail::message_of(letter.letter, letter.id, stage.now(),
                                          {"secretariat@forum.example", "Secretariat"});
    CHECK(message.find('{') == std::string::npos);
}
