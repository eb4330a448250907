// SPDX-License-Identifier: Apache-2.0
//
// What is wrong with a passkey is refused, each by itself: made or used for another page, another
// server, another browser, twice, too late, without its owner, by nobody known, or by a copy.

#include "passkeys.hpp"

#include "web/passkey_attestation.hpp"

using namespace sala;
using namespace std::chrono_literals;

namespace {

// Ama with a passkey, and a browser in which nobody is signed in.
struct World {
    Stage stage{told()};
    Authenticator device;
    Jar jar{stage};
    Jar other{stage, "Chromium"};

    World()
    {
        comes_by_letter(stage, jar);
        const auto added = adds(jar, device);
        REQUIRE(added.status == 303);
    }
    std::string problem(const Bent& bent)
    {
        const auto shown = uses(other, device, bent);
        CHECK((shown.status == 403 || shown.problem == "passkey-unreadable"));
        CHECK_FALSE(other.signed_in());
        return shown.problem;
    }
};

}  // namespace

TEST_CASE("what a device made for other pages or servers, or without its owner, is not added")
{
    Stage stage(told());
    Jar jar(stage);
    comes_by_letter(stage, jar);
    Authenticator device;
    const auto problem = [&](const Bent& bent) { return adds(jar, device, bent).problem; };
    CHECK(problem({.origin = "https://evil.example"}) == "passkey-wrong-origin");
    CHECK(problem({.origin = "https://forum.example.org.evil.example"}) == "passkey-wrong-origin");
    CHECK(problem({.origin = "http://forum.example.org"}) == "passkey-wrong-origin");
    CHECK(problem({.framed = true}) == "passkey-wrong-origin");
    CHECK(problem({.domain = "evil.example"}) == "passkey-wrong-domain");
    CHECK(problem({.type = "webauthn.get"}) == "passkey-unreadable");
    CHECK(problem({.flags = 0x01}) == "passkey-unverified");
    CHECK(problem({.flags = 0x04}) == "passkey-unverified");
    CHECK(problem({.challenge = "made up"}) == "passkey-challenge-over");
    CHECK(stage.count("SELECT COUNT(*) FROM passkey") == 0);
    CHECK(stage.count("SELECT COUNT(*) FROM act WHERE verb = 'add_passkey'") == 0);
    CHECK(letters(stage).empty());
}

TEST_CASE("bytes that are no passkey are refused and break nothing")
{
    Stage stage(told());
    Jar jar(stage);
    comes_by_letter(stage, jar);
    Authenticator device;
    const auto whole =
        *web::from_base64url(device.makes(Json::object({{"challenge", "x"}}))[1].second);
    for (std::size_t size = 0; size < whole.size(); size += 3) {
        CAPTURE(size);
        const auto asked = jar.post("/login/mine/passkeys/begin", {}).json();
        auto fields = device.makes(asked);
        fields[1].second = web::to_base64url(whole.substr(0, size));
        fields.emplace_back("name", "half");
        CHECK(jar.post("/login/mine/passkeys", fields).problem == "passkey-unreadable");
    }
    CHECK(jar.post("/login/mine/passkeys", {{"name", "x"}}).problem == "passkey-challenge-over");
    CHECK(jar.post("/login/mine/passkeys", {}).status == 422);
    CHECK(stage.count("SELECT COUNT(*) FROM passkey") == 0);
}

TEST_CASE("a list that promises more than there are bytes is refused before room is made for it")
{
    using namespace std::string_literals;
    const auto thousand_million = "\x9A\x41\x7D\x85\xE3"s;
    CHECK(web::is_sound_cbor(""));
    CHECK(web::is_sound_cbor("\x83\x01\x02\x03"));
    CHECK(web::is_sound_cbor("\xA1\x61g\x40"));
    CHECK_FALSE(web::is_sound_cbor(thousand_million));
    CHECK_FALSE(web::is_sound_cbor("\xBB\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF"));
    CHECK_FALSE(web::is_sound_cbor("\xA1\x61g" + thousand_million));
    // Each promises what the whole has bytes for, and all together far more.
    std::string nested;
    for (int depth = 0; depth < 1000; ++depth)
        nested += "\x99\x03\xE8"s;
    CHECK_FALSE(web::is_sound_cbor(nested));

    World world;
    auto asked = world.other.post("/login/passkey/begin", {}).json();
    auto fields = world.device.signs(asked, {.flags = 0x85});
    auto& data = fields[3].second;
    data = web::to_base64url(*web::from_base64url(data) + thousand_million);
    CHECK(world.other.post("/login/passkey", fields).problem == "passkey-unreadable");
    CHECK_FALSE(world.other.signed_in());
}

TEST_CASE(
    "nobody comes in with what was signed for another page, another server or by nobody there")
{
    World world;
    CHECK(world.problem({.origin = "https://evil.example"}) == "passkey-wrong-origin");
    CHECK(world.problem({.framed = true}) == "passkey-wrong-origin");
    CHECK(world.problem({.domain = "evil.example"}) == "passkey-wrong-domain");
    CHECK(world.problem({.type = "webauthn.create"}) == "passkey-unreadable");
    CHECK(world.problem({.flags = 0x01}) == "passkey-unverified");
    CHECK(world.problem({.flags = 0x04}) == "passkey-unverified");
    CHECK(world.problem({.challenge = "made up"}) == "passkey-challenge-over");
    CHECK(world.problem({.spoils_signature = true}) == "passkey-wrong");
    CHECK(world.stage.count("SELECT COUNT(*) FROM act WHERE verb = 'sign_in_with_passkey'") == 0);
    CHECK(uses(world.other, world.device).status == 303);
}

TEST_CASE("a challenge is good once, for five minutes, and in the browser that asked for it")
{
    World world;
    const auto asked = world.other.post("/login/passkey/begin", {}).json();
    const auto answer = world.device.signs(asked);
    Jar third(world.stage);
    CHECK(third.post("/login/passkey", answer).problem == "passkey-challenge-over");
    third.post("/login/passkey/begin", {});
    CHECK(third.post("/login/passkey", answer).problem == "passkey-challenge-over");
    CHECK(world.other.post("/login/passkey", answer).status == 303);
    CHECK(world.other.post("/login/out", {}).status == 303);
    CHECK(world.other.post("/login/passkey", answer).problem == "passkey-challenge-over");
    CHECK_FALSE(world.other.signed_in());

    const auto late = world.device.signs(third.post("/login/passkey/begin", {}).json());
    world.stage.passes(5min);
    CHECK(third.post("/login/passkey", late).problem == "passkey-challenge-over");

    // A wrong answer uses it up as well.
    const auto once = third.post("/login/passkey/begin", {}).json();
    CHECK(third.post("/login/passkey", world.device.signs(once, {.spoils_signature = true}))
              .problem == "passkey-wrong");
    CHECK(third.post("/login/passkey", world.device.signs(once)).problem ==
          "passkey-challenge-over");
    CHECK_FALSE(third.signed_in());
}

TEST_CASE("a challenge for signing in adds no passkey, and that of another person neither")
{
    World world;
    Jar luz(world.stage);
    comes_by_letter(world.stage, luz, "luz@quito.example");
    Authenticator device(Authenticator::es256, "of Luz");
    auto fields = device.makes(world.other.post("/login/passkey/begin", {}).json());
    fields.emplace_back("name", "x");
    CHECK(luz.post("/login/mine/passkeys", fields).problem == "passkey-challenge-over");
    fields = device.makes(world.jar.post("/login/mine/passkeys/begin", {}).json());
    fields.emplace_back("name", "x");
    CHECK(luz.post("/login/mine/passkeys", fields).problem == "passkey-challenge-over");
    CHECK(world.stage.count("SELECT COUNT(*) FROM passkey") == 1);
}

TEST_CASE("a passkey that nobody has, of somebody else, or known already: one answer, and no hint")
{
    World world;
    Authenticator stranger(Authenticator::es256, "nobody's");
    const auto unknown = uses(world.other, stranger);
    CHECK(unknown.problem == "passkey-wrong");
    // The same credential with another key is no other answer.
    Authenticator pretender;
    CHECK(uses(world.other, pretender).body == unknown.body);
    Jar luz(world.stage);
    comes_by_letter(world.stage, luz, "luz@quito.example");
    CHECK(adds(luz, pretender).problem == "passkey-known");
    CHECK(world.stage.count("SELECT COUNT(*) FROM passkey") == 1);
    // What is asked names nobody, whoever has passkeys.
    const auto asked = world.other.post("/login/passkey/begin", {}).json();
    CHECK(asked.members().size() == 3);
    CHECK(asked["domain"].string() == "forum.example.org");
}

TEST_CASE("a counter that goes back is refused for good, and the owner is told once")
{
    World world;
    REQUIRE(uses(world.other, world.device, {.counter = 7}).status == 303);
    world.other.post("/login/out", {});
    const auto before = letters(world.stage).size();
    CHECK(world.problem({.counter = 7}) == "passkey-copied");
    CHECK(world.problem({.counter = 8}) == "passkey-copied");
    REQUIRE(letters(world.stage).size() == before + 1);
    CHECK(world.jar.get("/login/mine/passkeys").holds("opens nothing"));
    CHECK(world.stage.count("SELECT COUNT(*) FROM passkey WHERE counter = 7 AND copied_at IS NOT "
                            "NULL") == 1);
}

TEST_CASE("a device that does not count comes in again and again")
{
    World world;
    for (int i = 0; i < 3; ++i) {
        Jar again(world.stage);
        CHECK(uses(again, world.device, {.counter = 0}).status == 303);
        CHECK(again.signed_in());
    }
}

TEST_CASE("where nobody signs in, or the address is a number, no passkey is asked for")
{
    auto house = told();
    house.public_url = "https://192.0.2.7";
    Stage stage(house);
    Jar jar(stage);
    comes_by_letter(stage, jar);
    CHECK(jar.post("/login/mine/passkeys/begin", {}).problem == "no-passkeys-here");
    CHECK(jar.get("/login/mine/passkeys").holds("encrypted connection"));
    Jar other(stage);
    CHECK(other.post("/login/passkey/begin", {}).problem == "no-passkeys-here");
    CHECK_FALSE(other.get("/login").holds("/login/passkey"));
    CHECK(stage.count("SELECT COUNT(*) FROM passkey_challenge") == 0);

    Stage safe(told());
    const Sent in_the_clear{.as = As::anyone, .accept = "application/json", .loopback = false};
    CHECK(safe.post("/login/passkey/begin", {}, in_the_clear).status == 403);
    CHECK(safe.get("/login/passkey", {.as = As::anyone}).holds("needs a script of this page"));
}

TEST_CASE("what a request says of its host changes nothing")
{
    Stage stage(told());
    const auto shown =
        stage.post("/login/passkey/begin", {},
                   {.as = As::anyone,
                    .accept = "application/json",
                    .headers = {{"Host", "evil.example"}, {"X-Forwarded-Host", "evil.example"}}});
    CHECK(shown.json()["domain"].string() == "forum.example.org");
}
