// SPDX-License-Identifier: Apache-2.0

#include "base/result.hpp"
#include "web/server_stage.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <atomic>
#include <future>

using namespace sala;
using namespace sala::test;
using namespace std::chrono_literals;

TEST_CASE("a request reaches the handler as it was sent, and the reply comes back")
{
    web::Request seen;
    Opened sala([&](const web::Request& request) {
        seen = request;
        return text("yes").with("X-Mine", "1");
    });

    const auto answer = sala.ask("POST /a?b=%20 HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-For: 6.6.6.6\r\n"
                                 "Content-Length: 4\r\n\r\nbody");

    CHECK(answer.starts_with("HTTP/1.1 200 OK\r\nDate: "));
    CHECK(header_of(answer, "Content-Type") == "text/plain");
    CHECK(header_of(answer, "Content-Length") == "3");
    CHECK(header_of(answer, "X-Mine") == "1");
    CHECK(header_of(answer, "Connection") == "");
    CHECK(body_of(answer) == "yes");
    CHECK(seen.method == "POST");
    CHECK(seen.target == "/a?b=%20");
    CHECK(seen.header("x-forwarded-for") == "6.6.6.6");
    CHECK(seen.body == "body");
    CHECK(seen.peer == "127.0.0.1");
    CHECK(seen.loopback);
    CHECK_FALSE(seen.secure);
}

TEST_CASE("questions sent ahead are answered in their order on one connection")
{
    Opened sala([](const web::Request& request) {
        if (request.target == "/slow")
            std::this_thread::sleep_for(50ms);
        return echo(request);
    });
    Wire wire(sala.port);

    wire.say("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n\r\nPOST /b HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi"
             "GET /c HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\nGET /never HTTP/1.1\r\nHost: a\r\n\r\n");

    CHECK(body_of(wire.hear_answer()) == "GET /slow []");
    CHECK(body_of(wire.hear_answer()) == "POST /b [hi]");
    const auto last = wire.hear_answer();
    CHECK(body_of(last) == "GET /c []");
    CHECK(header_of(last, "Connection") == "close");
    CHECK(wire.hear_all() == "");
}

TEST_CASE("HEAD is GET without the body, and the connection goes on")
{
    Opened sala(echo);
    Wire wire(sala.port);

    wire.say("HEAD /x HTTP/1.1\r\nHost: a\r\n\r\nGET /y HTTP/1.1\r\nHost: a\r\n\r\n");

    CHECK(header_of(wire.hear_answer(false), "Content-Length") == "9");
    CHECK(body_of(wire.hear_answer()) == "GET /y []");
}

TEST_CASE("HTTP/1.0 is answered and closed, or kept when it asks")
{
    Opened sala(echo);

    CHECK(body_of(Wire(sala.port).say("GET / HTTP/1.0\r\n\r\n").hear_all()) == "GET / []");
    const auto kept = sala.ask("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    CHECK(header_of(kept, "Connection") == "keep-alive");
}

TEST_CASE("a body may come in chunks; trailers are not headers")
{
    std::vector<web::Header> headers;
    Opened sala([&](const web::Request& request) {
        if (request.target == "/")
            headers = request.headers;
        return echo(request);
    });
    Wire wire(sala.port);

    wire.say("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;note=x\r\nhel");
    std::this_thread::sleep_for(20ms);
    wire.say("lo\r\n1\r\n!\r\n0\r\nX-Role: secretariat\r\n\r\nGET /next HTTP/1.1\r\nHost: a\r\n\r\n");

    CHECK(body_of(wire.hear_answer()) == "POST / [hello!]");
    CHECK(headers == std::vector<web::Header>{{"Host", "a"}, {"Transfer-Encoding", "chunked"}});
    CHECK(body_of(wire.hear_answer()) == "GET /next []");
}

TEST_CASE("who asks first whether a body is welcome is told to go on")
{
    Opened sala(echo);
    Wire wire(sala.port);

    wire.say("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    CHECK(wire.hear_until("\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n");
    wire.say("ok");
    CHECK(body_of(wire.hear_answer()) == "POST / [ok]");
}

TEST_CASE("what is too large is refused before it is read, and the handler never hears of it")
{
    std::atomic<int> heard{0};
    Opened sala(
        [&](const web::Request& request) {
            ++heard;
            return echo(request);
        },
        {.header_bytes_max = 10'000, .body_bytes_max = 100});
    const auto refused = [&](const std::string& bytes) {
        Wire wire(sala.port);
        const auto answer = wire.say(bytes).hear_all();
        CHECK(header_of(answer, "Connection") == "close");
        return status_of(answer);
    };

    CHECK(refused("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 101\r\n\r\n") == "413");
    CHECK(refused("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 101\r\nExpect: 100-continue\r\n\r\n") == "413");
    CHECK(refused("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n65\r\n" +
                  std::string(101, 'x')) == "413");
    CHECK(refused("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(10'000, 'x')) == "431");
    CHECK(refused("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(10'000, 'x') + "\r\n\r\n") == "431");
    CHECK(refused("GET /" + std::string(9'000, 'x')) == "414");
    CHECK(refused("GET /" + std::string(8'192, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n") == "414");
    CHECK(refused("GET / HTTP/1.1\nHost: a\n\n") == "400");
    CHECK(refused("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n") == "400");
    CHECK(refused("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n") ==
          "400");
    CHECK(heard == 0);
    CHECK(status_of(sala.ask("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n" +
                             std::string(100, 'x'))) == "200");
}

TEST_CASE("bodies of all senders together have a limit, and it is given back")
{
    Opened sala(echo, {.bodies_bytes_max = 1'000});
    const auto post = [&](std::size_t bytes) {
        return status_of(Wire(sala.port)
                             .say(fmt::format("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: {}\r\n"
                                              "Connection: close\r\n\r\n{}",
                                              bytes, std::string(bytes, 'x')))
                             .hear_all());
    };

    CHECK(post(1'001) == "503");
    CHECK(comes_true([&] { return post(1'000) == "200"; }));
}

TEST_CASE("slow senders are told so and cut; who is merely silent is let go without a word")
{
    Opened sala(echo, {.sender_time_max = 300ms, .idle_time_max = 300ms});
    Wire head(sala.port);
    Wire body(sala.port);
    Wire silent(sala.port);
    Wire content(sala.port);

    head.say("GET / HTTP/1.1\r\nHos");
    body.say("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nab");
    content.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n");

    CHECK(status_of(head.hear_all()) == "408");
    CHECK(status_of(body.hear_all()) == "408");
    CHECK(silent.hear_all() == "");
    CHECK(body_of(content.hear_answer()) == "GET / []");
    CHECK(content.hear_all() == "");
}

TEST_CASE("a fault in a handler becomes an incident number and tells nothing else")
{
    Opened sala([](const web::Request&) -> web::Reply { throw Fault("password of the store: 1234"); });

    const auto answer = sala.ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n");

    CHECK(status_of(answer) == "500");
    CHECK(body_of(answer).find("incident ") != std::string::npos);
    CHECK(answer.find("1234") == std::string::npos);
}

TEST_CASE("a reply whose header would break the message is not sent")
{
    Opened sala([](const web::Request&) { return text("x").with("Location", "/a\r\nSet-Cookie: b=c"); });

    const auto answer = sala.ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n");

    CHECK(status_of(answer) == "500");
    CHECK(answer.find("Set-Cookie") == std::string::npos);
}

TEST_CASE("when too many wait, the public pages are refused first")
{
    std::promise<void> gate;
    const auto open = gate.get_future().share();
    std::atomic<int> begun{0};
    Opened sala(
        [&](const web::Request& request) {
            ++begun;
            open.wait();
            return echo(request);
        },
        {.workers = 1, .queue_max = 2},
        [](const web::Request& request) { return request.target == "/public"; },
        [](const web::Request& request) -> std::optional<web::Reply> {
            if (request.target == "/health")
                return text("well");
            return std::nullopt;
        });
    const std::string work = "GET /work HTTP/1.1\r\nHost: a\r\n\r\n";
    const std::string page = "GET /public HTTP/1.1\r\nHost: a\r\n\r\n";

    Wire running(sala.port);
    running.say(work);
    REQUIRE(comes_true([&] { return begun == 1; }));
    Wire waiting(sala.port);
    waiting.say(work);
    std::string refused;
    // Until the waiting one has arrived a public page might still be taken.
    std::this_thread::sleep_for(100ms);
    refused = sala.ask(page);
    Wire second(sala.port);
    second.say(work);
    std::this_thread::sleep_for(100ms);
    const auto full = sala.ask(work);
    const auto health = sala.ask("GET /health HTTP/1.1\r\nHost: a\r\n\r\n");
    gate.set_value();

    CHECK(status_of(refused) == "503");
    CHECK(header_of(refused, "Retry-After") == "2");
    CHECK(status_of(full) == "503");
    CHECK(body_of(health) == "well");
    CHECK(status_of(running.hear_answer()) == "200");
    CHECK(status_of(waiting.hear_answer()) == "200");
    CHECK(status_of(second.hear_answer()) == "200");
}

TEST_CASE("one connection too many is refused politely, and room is given back")
{
    Opened sala(echo, {.connections_max = 1});
    const std::string ask = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    auto inside = std::make_unique<Wire>(sala.port);
    REQUIRE(status_of(inside->say(ask).hear_answer()) == "200");

    const auto refused = Wire(sala.port).say(ask).hear_all();
    CHECK(status_of(refused) == "503");
    CHECK(header_of(refused, "Retry-After") == "2");
    CHECK(status_of(inside->say(ask).hear_answer()) == "200");

    inside.reset();
    CHECK(comes_true([&] { return status_of(Wire(sala.port).say(ask).hear_answer()) == "200"; }));
}

TEST_CASE("a large body arrives whole, also on a slow line")
{
    std::string large(3'000'000, 'x');
    for (std::size_t i = 0; i < large.size(); ++i)
        large[i] = static_cast<char>('a' + i % 23);
    Opened sala([&](const web::Request&) {
        auto reply = text("");
        reply.type = "application/pdf";
        reply.shared = std::make_shared<const std::string>(large);
        return reply;
    });

    Wire wire(sala.port, 4096);
    wire.say("GET / HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n");
    const auto answer = wire.hear_answer();

    CHECK(header_of(answer, "Content-Encoding") == "");
    CHECK(body_of(answer) == large);
}

TEST_CASE("a taken port, an unknown host and a missing certificate are sentences")
{
    Opened sala(echo);
    live::Hub hub;
    const auto trouble = [&](const web::ServerOptions& options) -> std::string {
        try {
            web::Server(options, echo, {}, hub);
            return "";
        } catch (const Fault& fault) {
            return fault.what();
        }
    };

    CHECK(trouble({.port = sala.port}) ==
          fmt::format("127.0.0.1:{} is taken: another program already listens there. Stop it or "
                      "choose another port.",
                      sala.port));
    CHECK(trouble({.host = "nowhere.invalid", .port = 0}) ==
          "Sala cannot listen at nowhere.invalid:0: no such address is known here.");
    CHECK(trouble({.host = "192.0.2.1", .port = 0}) ==
          "192.0.2.1:0 cannot be used: this machine does not have that address.");
    CHECK(trouble({.port = 0, .tls_certificate = "/nowhere.pem"}) ==
          "TLS needs both a certificate and its key; only one of them was given.");
    CHECK(trouble({.port = 0, .tls_certificate = "/nowhere.pem", .tls_key = "/nowhere.key"})
              .starts_with("The TLS certificate /nowhere.pem cannot be read"));
}

TEST_CASE("the server listens on IPv6 and on names too")
{
    live::Hub hub;
    for (const std::string host : {"localhost", "[::1]", "::1", "0.0.0.0", "::"})
        CHECK(web::Server({.host = host, .port = 0}, echo, {}, hub).port() != 0);
}
