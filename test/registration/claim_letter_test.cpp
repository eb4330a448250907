// SPDX-License-Identifier: Apache-2.0
//
// The link with which somebody who is registered comes to their own place: sent to the address of a
// registration and to no other, with one answer for everybody.

#include "registration/guests.hpp"
#include "web/jar.hpp"

using namespace sala;

namespace {

const std::string mine = "/lyon-2030/mine";

// What the postman would bring.
std::vector<mail::Kept> links(Stage& stage)
{
    stage.postman_comes();
    std::vector<mail::Kept> all;
    stage.store().read([&](store::Session& session) {
        for (auto& one : mail::list(session))
            if (one.letter.reason == "sign_in_letter")
                all.push_back(std::move(one));
    });
    return all;
}

}  // namespace

TEST_CASE("a link goes to who is registered, and signs them in to their own place")
{
    Stage stage(that_writes());
    stage.gives(kofi, "focal-point", "delegation=accra");
    REQUIRE(stage
                .post(accra + "/people/new",
                      {{"role", "adviser"}, {"name_en", "Esi Boateng"}, {"email", "Esi@a.example"}},
                      by(kofi))
                .status == 303);
    Jar jar(stage);
    CHECK(jar.get(mine + "/letter").holds("Somebody has registered you"));
    const auto stranger = jar.post(mine + "/letter", {{"address", "nobody@a.example"}});
    CHECK(links(stage).empty());
    const auto asked = jar.post(mine + "/letter", {{"address", " esi@A.example"}});
    CHECK(asked.location == stranger.location);
    CHECK(asked.body == stranger.body);
    CHECK(jar.get(asked.location).holds("If somebody is registered with this address"));
    REQUIRE(links(stage).size() == 1);
    const auto letter = links(stage)[0];
    CHECK(letter.letter.to_address == "esi@a.example");
    CHECK(letter.letter.body.find("Lyon") == std::string::npos);
    std::string link;
    stage.store().read(
        [&](store::Session& session) { link = mail::secret_of(session, letter.id); });
    REQUIRE(link.starts_with("https://forum.example.org/login/"));
    const auto in = jar.post(link.substr(link.find("/login/")), {});
    CHECK(in.location == mine);
    CHECK(jar.get(mine).holds("Is this you?"));
    // Nothing else is opened by it.
    CHECK(jar.json("/lyon-2030/desk").status == 403);
    CHECK(jar.json(accra).status == 403);
    CHECK(stage.count("SELECT COUNT(*) FROM role_grant") == 1);
}

TEST_CASE("asking is the same work whether somebody is registered or not, and fills no mailbox")
{
    Stage stage(that_writes());
    stage.gives(kofi, "focal-point", "delegation=accra");
    REQUIRE(stage
                .post(accra + "/people/new",
                      {{"role", "adviser"}, {"name_en", "Esi Boateng"}, {"email", "esi@a.example"}},
                      by(kofi))
                .status == 303);
    Jar jar(stage);
    const auto logins = [&] { return stage.count("SELECT COUNT(*) FROM login"); };
    const auto before = logins();
    const auto asks = [&](const std::string& address) {
        return jar.post(mine + "/letter", {{"address", address}});
    };
    const auto known = asks("esi@a.example");
    const auto unknown = asks("nobody@a.example");
    // Kofi has a login, and is not registered.
    const auto elsewhere = asks(kofi);
    CHECK(known.statements > 0);
    CHECK(known.statements == unknown.statements);
    CHECK(known.statements == elsewhere.statements);
    CHECK(known.location == unknown.location);
    CHECK(logins() == before);
    CHECK(links(stage).size() == 1);
    CHECK(logins() == before + 1);
    CHECK(stage.count("SELECT COUNT(*) FROM login WHERE name = 'Esi Boateng'") == 1);
    for (int i = 0; i < 9; ++i) {
        CHECK(asks("esi@a.example").status == 303);
        CHECK(asks("nobody@a.example").status == 303);
    }
    CHECK(links(stage).size() == 3);
    CHECK(logins() == before + 1);
    CHECK(stage.count("SELECT COUNT(*) FROM act WHERE verb = 'ask_own_letter'") == 0);
}

TEST_CASE(
    "one end of a connection asks sixty times in a quarter of an hour, whoever's address it is")
{
    Stage stage(that_writes());
    Jar jar(stage, "Script", "203.0.113.5");
    for (int i = 0; i < 60; ++i)
        CHECK(jar.post(mine + "/letter", {{"address", "nobody@a.example"}}).status == 303);
    CHECK(jar.post(mine + "/letter", {{"address", "nobody@a.example"}}).status == 429);
    stage.postman_comes();
    CHECK(stage.count("SELECT COUNT(*) FROM login_address WHERE address = 'nobody@a.example'") ==
          0);
}

TEST_CASE("the link in a letter to those who are registered leads to their own place")
{
    Stage stage(that_writes());
    stage.gives(kofi, "focal-point", "delegation=accra");
    REQUIRE(stage
                .post(accra + "/people/new",
                      {{"role", "adviser"}, {"name_en", "Esi Boateng"}, {"email", "esi@a.example"}},
                      by(kofi))
                .status == 303);
    const auto circular = stage.post("/lyon-2030/circulars", {{"audience", "registered"},
                                                              {"kind", "notice"},
                                                              {"subject_en", "News"},
                                                              {"body_en", "Here: {link}"},
                                                              {"subject_th", "ข่าว"},
                                                              {"body_th", "ที่นี่: {link}"}});
    REQUIRE(circular.status == 303);
    REQUIRE(stage.post(circular.location, {}).status == 303);
    std::string link;
    stage.store().read([&](store::Session& session) {
        for (const auto& one : mail::list(session))
            if (one.letter.reason == "circular_notice")
                link = mail::secret_of(session, one.id);
    });
    CHECK(link == "https://forum.example.org" + mine);
}
