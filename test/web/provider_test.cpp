// SPDX-License-Identifier: Apache-2.0
//
// Another provider that signs people in: one that hangs holds up nobody else, and one that leads
// elsewhere is not followed.

#include "signing_in.hpp"

#include "server_stage.hpp"
#include "web/provider.hpp"

#include <atomic>
#include <latch>
#include <thread>

using namespace sala;

namespace {

std::string base_of(std::uint16_t port) { return "http://127.0.0.1:" + std::to_string(port); }

// What a provider says of itself (OpenID Connect Discovery 1.0).
web::Reply discovery(const std::string& issuer)
{
    web::Reply reply;
    reply.type = "application/json";
    reply.body = Json::object({{"issuer", issuer},
                               {"authorization_endpoint", issuer + "/authorize"},
                               {"token_endpoint", issuer + "/token"},
                               {"jwks_uri", issuer + "/keys"}})
                     .write();
    return reply;
}

// A server that knows one provider, as it listens on this machine.
struct Known {
    explicit Known(web::Handler handler)
        : server(std::move(handler)),
          provider{"Lyon", base_of(server.port), "sala", ""},
          stage(house())
    {
    }
    web::House house()
    {
        auto made = told();
        made.provider = &provider;
        return made;
    }
    Shown sets_out()
    {
        Jar jar(stage);
        return jar.post("/login/provider", {});
    }

    sala::test::Opened server;
    web::OpenIdProvider provider;
    Stage stage;
};

}  // namespace

TEST_CASE("a provider that hangs holds up two people at most, and the others are told at once")
{
    std::latch two_asked(2);
    std::latch may_answer(1);
    std::atomic<int> asked{0};
    std::string issuer;
    Known known([&](const web::Request&) {
        if (++asked <= 2)
            two_asked.count_down();
        may_answer.wait();
        return discovery(issuer);
    });
    issuer = known.provider.issuer;
    Shown first;
    Shown second;
    {
        std::jthread one([&] { first = known.sets_out(); });
        std::jthread other([&] { second = known.sets_out(); });
        two_asked.wait();
        for (int i = 0; i < 10; ++i) {
            const auto third = known.sets_out();
            CHECK(third.status == 503);
            CHECK(third.problem == "provider-away");
        }
        CHECK(asked == 2);
        may_answer.count_down();
    }
    CHECK(first.status == 200);
    CHECK(second.status == 200);
    CHECK(first.header("Refresh").starts_with("0;url=" + issuer + "/authorize?"));
    // What it said of itself is kept, so the next ones wait for nobody.
    CHECK(known.sets_out().status == 200);
    CHECK(asked == 2);
    // Setting out is not yet anybody's act.
    CHECK(known.stage.count("SELECT COUNT(*) FROM provider_trip") == 3);
    CHECK(known.stage.count("SELECT COUNT(*) FROM act WHERE verb = 'go_to_provider'") == 0);
}

TEST_CASE("a provider that leads elsewhere is not followed, though it says the right things there")
{
    for (const int status : {301, 302, 303, 307, 308}) {
        CAPTURE(status);
        std::atomic<int> elsewhere{0};
        std::string issuer;
        Known known([&](const web::Request& request) {
            if (request.target == "/elsewhere") {
                ++elsewhere;
                return discovery(issuer);
            }
            web::Reply reply;
            reply.status = status;
            return reply.with("Location", issuer + "/elsewhere");
        });
        issuer = known.provider.issuer;
        CHECK(known.sets_out().problem == "provider-away");
        CHECK(elsewhere == 0);
        CHECK(known.stage.count("SELECT COUNT(*) FROM provider_trip") == 0);
    }
}

TEST_CASE("what a provider says of itself must be of the one that was named, and lead over TLS")
{
    for (const auto* wrong : {"issuer", "authorization_endpoint", "token_endpoint", "jwks_uri"}) {
        CAPTURE(wrong);
        std::string issuer;
        Known known([&](const web::Request&) {
            auto reply = discovery(issuer);
            auto json = *Json::read(reply.body);
            json.set(wrong, "http://192.0.2.1/latest/meta-data");
            reply.body = json.write();
            return reply;
        });
        issuer = known.provider.issuer;
        CHECK(known.sets_out().problem == "provider-away");
    }
}
