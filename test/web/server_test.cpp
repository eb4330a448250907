// SPDX-License-Identifier: Apache-2.0

#include "base/result.hpp"
#include "web/server_stage.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <atomic>

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

    const auto answer =
        sala.ask("POST /a?b=%20 HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-For: 6.6.6.6\r\n"
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
    CHECK(seen.peer == "6.6.6.6");  // whom the proxy on this machine names (peer_test.cpp)
    CHECK_FALSE(seen.loopback);     // somebody else is behind it, and not over TLS
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

    wire.say("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n\r\nPOST /b HTTP/1.1\r\nHost: "
             "a\r\nContent-Length: 2\r\n\r\nhi"
             "GET /c HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\nGET /never HTTP/1.1\r\nHost: "
             "a\r\n\r\n");

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
    wire.say(
        "lo\r\n1\r\n!\r\n0\r\nX-Role: secretariat\r\n\r\nGET /next HTTP/1.1\r\nHost: a\r\n\r\n");

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

TEST_CASE("a fault in a handler becomes an incident number and tells nothing else")
{
    Opened sala(
        [](const web::Request&) -> web::Reply { throw Fault("password of the store: 1234"); });

    const auto answer = sala.ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n");

    CHECK(status_of(answer) == "500");
    CHECK(body_of(answer).find("incident ") != std::string::npos);
    CHECK(answer.find("1234") == std::string::npos);
}

TEST_CASE("a reply whose header would break the message is not sent")
{
    Opened sala(
        [](const web::Request&) { return text("x").with("Location", "/a\r\nSet-Cookie: b=c"); });

    const auto answer = sala.ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n");

    CHECK(status_of(answer) == "500");
    CHECK(answer.find("Set-Cookie") == std::string::npos);
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
