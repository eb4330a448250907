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

TEST_CASE("asking again and again is counted, whether somebody is registered or not")
{
    Stage stage(that_writes());
    Jar jar(stage);
    for (int i = 0; i < 3; ++i)
        CHECK(jar.post(mine + "/letter", {{"address", "nobody@a.example"}}).status == 303);
    CHECK(jar.post(mine + "/letter", {{"address", "nobody@a.example"}}).status == 429);
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
