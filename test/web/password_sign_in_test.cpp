// SPDX-License-Identifier: Apache-2.0
//
// Signing in with a password: nobody learns who has a login, and nobody guesses for long.

#include "signing_in.hpp"

#include "web/sign_in_attempts.hpp"

#include <atomic>
#include <thread>

using namespace sala;
using namespace std::chrono_literals;

TEST_CASE("a fresh server has no login that a password opens")
{
    Stage stage{Stage::Empty{}};
    CHECK(stage.count("SELECT COUNT(*) FROM login_password") == 0);
    for (const auto* address : {"admin", "secretariat", "admin@localhost", "root"}) {
        Jar jar(stage);
        CHECK(signs_in(jar, address, "admin").problem == "wrong-address-or-password");
        CHECK_FALSE(jar.signed_in());
    }
}

TEST_CASE("an unknown address, a wrong password and no password get one answer, at one price")
{
    Stage stage(told());
    gives_password(stage, ama);
    stage.browser_of("no-password@lyon.example");
    std::vector<Shown> answers;
    for (const auto& address :
         {ama, std::string("nobody@lyon.example"), std::string("no-password@lyon.example")}) {
        Jar jar(stage);
        const auto before = web::hashes_made();
        answers.push_back(signs_in(jar, address, "not the password"));
        CHECK(web::hashes_made() == before + 1);
        CHECK_FALSE(jar.signed_in());
    }
    for (const auto& answer : answers) {
        CHECK(answer.status == 422);
        CHECK(answer.body == answers.front().body);
    }
    Jar jar(stage);
    CHECK(signs_in(jar, " AMA@accra.example ", good).status == 303);
    CHECK(jar.signed_in());
}

TEST_CASE("whoever guesses too often waits, whatever headers say; others do not wait with them")
{
    Stage stage(told());
    gives_password(stage, ama);
    gives_password(stage, "luz@quito.example");
    for (int i = 0; i < 10; ++i) {
        Jar jar(stage);
        CHECK(jar.post("/login", {{"address", ama}, {"password", "guess"}},
                       {{"X-Forwarded-For", "192.0.2." + std::to_string(i)},
                        {"X-Real-IP", "192.0.2." + std::to_string(i)},
                        {"Forwarded", "for=192.0.2." + std::to_string(i)}})
                  .problem == "wrong-address-or-password");
    }
    const auto before = web::hashes_made();
    Jar late(stage);
    CHECK(signs_in(late, ama, good).status == 429);
    CHECK(web::hashes_made() == before);
    CHECK_FALSE(late.signed_in());
    Jar other(stage);
    CHECK(signs_in(other, "luz@quito.example", good).status == 303);
    stage.passes(15min + 1s);
    CHECK(signs_in(late, ama, good).status == 303);
    CHECK(late.signed_in());
}

TEST_CASE("guesses of strangers keep nobody out of their own browser, nor stop a link that arrived")
{
    Stage stage(told());
    gives_password(stage, ama);
    Jar own(stage);
    signs_in(own, ama, good);
    own.forgets("__Host-sala");
    CHECK_FALSE(own.signed_in());
    Jar stranger(stage);
    for (int i = 0; i < 10; ++i)
        CHECK(signs_in(stranger, ama, "guess").problem == "wrong-address-or-password");
    CHECK(signs_in(stranger, ama, good).status == 429);
    CHECK(signs_in(own, ama, "mistyped").problem == "wrong-address-or-password");
    CHECK(signs_in(own, ama, good).status == 303);
    CHECK(own.signed_in());
    CHECK(signs_in(stranger, ama, good).status == 429);  // what went well elsewhere forgets nothing

    Jar asks(stage);
    REQUIRE(asks.post("/login/letter", {{"address", ama}}).status == 303);
    const auto link = secret_of(stage, letters(stage).front());
    CHECK(asks.post(link.substr(std::string("https://forum.example.org").size()), {}).status ==
          303);
    CHECK(asks.signed_in());
}

TEST_CASE("a stranger elsewhere keeps nobody out of a new browser; a hundred guesses do")
{
    Stage stage(told());
    gives_password(stage, ama);
    for (int i = 0; i < 12; ++i) {
        Jar stranger(stage, "Script", "203.0.113.5");
        CHECK(signs_in(stranger, ama, "guess").status == (i < 10 ? 422 : 429));
    }
    Jar own(stage, "Telephone", "198.51.100.7");
    CHECK(signs_in(own, ama, "mistyped").problem == "wrong-address-or-password");
    CHECK(signs_in(own, ama, good).status == 303);
    // What went well here forgets what was mistyped here, not what was guessed there.
    Jar stranger(stage, "Script", "203.0.113.5");
    CHECK(signs_in(stranger, ama, good).status == 429);
    // One subscriber has all addresses of 64 bits.
    for (int i = 0; i < 12; ++i) {
        Jar next(stage, "Script", "2001:db8:0:7::" + std::to_string(i + 1));
        CHECK(signs_in(next, ama, "guess").status == (i < 10 ? 422 : 429));
    }
    for (int i = 0; i < 80; ++i) {
        Jar next(stage, "Script", "192.0.2." + std::to_string(i));
        CHECK(signs_in(next, ama, "guess").status == 422);
    }
    Jar last(stage, "Firefox", "198.51.100.8");
    CHECK(signs_in(last, ama, good).status == 429);
    // She still comes in where she has been.
    own.forgets("__Host-sala");
    CHECK(signs_in(own, ama, good).status == 303);
}

TEST_CASE("when many guess at once, whoever is one too many is told so before anything is hashed")
{
    Stage stage(told());
    gives_password(stage, ama);
    std::atomic<int> busy{0};
    std::atomic<int> wrong{0};
    const auto before = web::hashes_made();
    {
        std::vector<std::jthread> many;
        for (int i = 0; i < 24; ++i)
            many.emplace_back([&, i] {
                Jar jar(stage, "Script", "192.0.2." + std::to_string(i));
                const auto said = signs_in(jar, std::to_string(i) + "@x.example", "guess");
                ++(said.problem == "many-sign-in" && said.status == 503 ? busy : wrong);
            });
    }
    CHECK(busy > 0);
    CHECK(busy + wrong == 24);
    CHECK(web::hashes_made() == before + wrong);
    // Nobody's attempt was counted that was none.
    CHECK(stage.count("SELECT COUNT(*) FROM sign_in_attempt") == wrong);
    Jar jar(stage);
    CHECK(signs_in(jar, ama, good).status == 303);
}

TEST_CASE("somebody's own browser may be guessed in ten times as well, and then waits")
{
    Stage stage(told());
    gives_password(stage, ama);
    Jar own(stage);
    signs_in(own, ama, good);
    own.forgets("__Host-sala");
    for (int i = 0; i < 10; ++i)
        CHECK(signs_in(own, ama, "guess").problem == "wrong-address-or-password");
    CHECK(signs_in(own, ama, good).status == 429);
    // A browser of one login is a stranger to another.
    gives_password(stage, "luz@quito.example");
    Jar stranger(stage);
    for (int i = 0; i < 10; ++i)
        signs_in(stranger, "luz@quito.example", "guess");
    CHECK(signs_in(own, "luz@quito.example", good).status == 429);
}

TEST_CASE("one signs one's other browsers out, and nobody else's")
{
    Stage stage(told());
    gives_password(stage, ama);
    gives_password(stage, "luz@quito.example");
    Jar laptop(stage, "Firefox");
    Jar telephone(stage, "Telephone <b>");
    Jar luz(stage);
    signs_in(laptop, ama, good);
    signs_in(telephone, ama, good);
    signs_in(luz, "luz@quito.example", good);
    const auto page = laptop.get("/login/mine");
    CHECK(page.holds("Telephone &lt;b&gt;"));
    const auto telephone_end =
        "/login/mine/sessions/" + web::token_hash(telephone.cookie("__Host-sala")) + "/end";
    CHECK(page.holds(telephone_end));
    CHECK(luz.post(telephone_end, {}).problem == "no-such-session");
    CHECK(telephone.signed_in());
    CHECK(laptop.post(telephone_end, {}).status == 303);
    CHECK_FALSE(telephone.signed_in());
    CHECK(laptop.signed_in());
}

TEST_CASE(
    "a password is set by who is signed in, changed by who knows the old one, and ends others")
{
    Stage stage(told());
    gives_password(stage, ama);
    Jar laptop(stage);
    Jar telephone(stage);
    signs_in(laptop, ama, good);
    signs_in(telephone, ama, good);
    const std::string next = "seven quiet harbour clouds";
    CHECK(laptop.post("/login/mine/password", {{"current", "guess"}, {"password", next}}).problem ==
          "wrong-password");
    CHECK(laptop.post("/login/mine/password", {{"current", good}, {"password", "short"}}).problem ==
          "password-short");
    CHECK(telephone.signed_in());
    CHECK(laptop.post("/login/mine/password", {{"current", good}, {"password", next}}).status ==
          303);
    CHECK(laptop.signed_in());
    CHECK_FALSE(telephone.signed_in());
    CHECK(signs_in(telephone, ama, good).problem == "wrong-address-or-password");
    CHECK(signs_in(telephone, ama, next).status == 303);
    Jar stranger(stage);
    CHECK(stranger.post("/login/mine/password", {{"password", next}}).status == 401);
}

TEST_CASE("where one goes after signing in is a page of this server")
{
    Stage stage(told());
    gives_password(stage, ama);
    for (const auto* next :
         {"//evil.example", "https://evil.example", "/%5Cevil.example", "/%09/evil.example"}) {
        CAPTURE(next);
        Jar jar(stage);
        jar.get(std::string("/login?next=") + next);
        CHECK(signs_in(jar, ama, good).location == "/");
    }
    Jar jar(stage);
    jar.get("/login?next=/lyon-2030/programme");
    CHECK(signs_in(jar, ama, good).location == "/lyon-2030/programme");
}

TEST_CASE("a form of another site signs nobody in, nor does an open line")
{
    Stage stage(told());
    gives_password(stage, ama);
    Jar jar(stage);
    CHECK(jar.post("/login", {{"address", ama}, {"password", good}},
                   {{"Sec-Fetch-Site", "cross-site"}})
              .problem == "another-site");
    for (const auto* form : {"/login", "/login/letter", "/login/code", "/login/out"})
        CHECK(jar.post(form, {{"address", ama}, {"password", good}},
                       {{"Host", "forum.example"}, {"Origin", "http://evil.example"}})
                  .problem == "another-site");
    CHECK(stage
              .post("/login", {{"address", ama}, {"password", good}},
                    {.as = As::anyone, .accept = "application/json", .loopback = false})
              .problem == "sign-in-needs-tls");
    CHECK_FALSE(jar.signed_in());
}

TEST_CASE("one machine that tries many addresses waits; a proxy on this machine is everybody")
{
    Stage stage;
    const auto tries = [&](const std::string& peer) {
        std::int64_t allowed_ones = 0;
        stage.store().write([&](store::Session& session) {
            for (int i = 0; i < 70; ++i) {
                const auto address = std::to_string(i) + "@lyon.example";
                const web::Attempt attempt{"password", address, peer};
                if (!web::may_try(session, attempt, stage.now()))
                    continue;
                ++allowed_ones;
                web::note_attempt(session, attempt, stage.now(), stage.numbering());
            }
            return true;
        });
        return allowed_ones;
    };
    CHECK(tries("192.0.2.1") == 60);
    CHECK(tries("192.0.2.2") == 60);
    CHECK(tries("127.0.0.1") == 70);
    stage.passes(24h + 1s);
    stage.store().write([&](store::Session& session) {
        web::note_attempt(session, {"password", "x", "192.0.2.9"}, stage.now(), stage.numbering());
        return true;
    });
    CHECK(stage.count("SELECT COUNT(*) FROM sign_in_attempt") == 1);
}
