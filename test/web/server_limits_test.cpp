// SPDX-License-Identifier: Apache-2.0
//
// What is too much, too many or too slow.

#include "web/server_stage.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <atomic>
#include <future>

using namespace sala;
using namespace sala::test;
using namespace std::chrono_literals;

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
    CHECK(
        refused(
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 101\r\nExpect: 100-continue\r\n\r\n") ==
        "413");
    CHECK(refused("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n65\r\n" +
                  std::string(101, 'x')) == "413");
    CHECK(refused("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(10'000, 'x')) == "431");
    CHECK(refused("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(10'000, 'x') + "\r\n\r\n") ==
          "431");
    CHECK(refused("GET /" + std::string(9'000, 'x')) == "414");
    CHECK(refused("GET /" + std::string(8'192, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n") == "414");
    CHECK(refused("GET / HTTP/1.1\nHost: a\n\n") == "400");
    CHECK(refused("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n") ==
          "400");
    CHECK(refused("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: "
                  "chunked\r\n\r\n") == "400");
    CHECK(heard == 0);
    CHECK(status_of(sala.ask("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n" +
                             std::string(100, 'x'))) == "200");
}

TEST_CASE("too large a file is a page in the reader's language with a way back, or a problem")
{
    Opened sala(echo, {.body_bytes_max = 3 * 1024 * 1024});
    const auto sends = [&](const std::string& accept) {
        return Wire(sala.port)
            .say("POST /lyon/import?a=1 HTTP/1.1\r\nHost: a\r\nAccept: " + accept +
                 "\r\nAccept-Language: th\r\nContent-Length: 4000000\r\n\r\n")
            .hear_all();
    };
    const auto page = sends("text/html");
    CHECK(status_of(page) == "413");
    CHECK(header_of(page, "Content-Type") == "text/html; charset=utf-8");
    CHECK(header_of(page, "Cache-Control") == "no-store");
    CHECK(header_of(page, "Content-Security-Policy") != "");
    CHECK(page.find("<html lang=\"th\">") != std::string::npos);
    CHECK(page.find("3 MiB") != std::string::npos);
    CHECK(page.find("href=\"/lyon/import\"") != std::string::npos);
    CHECK(page.find("This is more") == std::string::npos);

    const auto problem = sends("application/json");
    CHECK(status_of(problem) == "413");
    CHECK(header_of(problem, "Content-Type") == "application/problem+json");
    CHECK(problem.find("\"code\":\"too-much-sent\"") != std::string::npos);
    CHECK(problem.find("<html") == std::string::npos);
}

TEST_CASE("bodies of all senders together have a limit, and it is given back")
{
    Opened sala(echo, {.bodies_bytes_max = 1'000, .small_body_bytes = 0});
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
        [](const web::Request& request) {
            return request.target == "/public" ? web::Asks::public_page : web::Asks::page;
        },
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
    CHECK(refused.find("<h1>Not at the moment</h1>") != std::string::npos);
    CHECK(refused.find("href=\"/public\">Go back</a>") != std::string::npos);
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
