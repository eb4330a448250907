// SPDX-License-Identifier: Apache-2.0
//
// Letters about somebody's own login: a link that its recipient alone sees, and word of a new
// browser.

#include "signing_in.hpp"

#include "mail/message.hpp"

using namespace sala;

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
    Jar jar(stage);
    for (int i = 0; i < 3; ++i)
        CHECK(jar.post("/login/letter", {{"address", ama}}).status == 303);
    CHECK(jar.post("/login/letter", {{"address", ama}}).status == 429);
    CHECK(stage.count("SELECT COUNT(*) FROM sign_in_link") == 3);
    CHECK(stage.count("SELECT COUNT(*) FROM letter WHERE reason = 'sign_in_letter'") == 3);
}

TEST_CASE("somebody's own browser asks for a link although a stranger has asked too often")
{
    Stage stage(told());
    gives_password(stage, ama);
    Jar own(stage);
    signs_in(own, ama, good);
    Jar stranger(stage);
    for (int i = 0; i < 3; ++i)
        CHECK(stranger.post("/login/letter", {{"address", ama}}).status == 303);
    CHECK(stranger.post("/login/letter", {{"address", ama}}).status == 429);
    for (int i = 0; i < 3; ++i)
        CHECK(own.post("/login/letter", {{"address", ama}}).status == 303);
    CHECK(own.post("/login/letter", {{"address", ama}}).status == 429);
    // It is nobody else's browser, and no more than the three of anybody else for other addresses.
    gives_password(stage, "luz@quito.example");
    for (int i = 0; i < 3; ++i)
        CHECK(stranger.post("/login/letter", {{"address", "luz@quito.example"}}).status == 303);
    CHECK(own.post("/login/letter", {{"address", "luz@quito.example"}}).status == 429);
}

TEST_CASE("where no letter leaves, no link is made")
{
    Stage stage;
    stage.gives(ama, "observer");
    Jar jar(stage);
    CHECK(jar.get("/login/letter").holds("This server sends no e-mail."));
    CHECK(jar.post("/login/letter", {{"address", ama}}).status == 303);
    CHECK(stage.count("SELECT COUNT(*) FROM sign_in_link") == 0);
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
