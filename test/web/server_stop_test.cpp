// SPDX-License-Identifier: Apache-2.0
//
// Streams of events, and closing the house while people are in it.

#include "web/server_stage.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <future>

using namespace sala;
using namespace sala::test;
using namespace std::chrono_literals;

namespace {

const std::string ask_stream = "GET /live HTTP/1.1\r\nHost: a\r\n\r\n";

web::Reply streaming(const web::Request& request)
{
    if (request.target != "/live")
        return echo(request);
    web::Reply reply;
    reply.stream = "hall";
    // As a page that everybody may see; on its way it is kept nowhere.
    reply.with("Cache-Control", "public, max-age=0, must-revalidate");
    return reply;
}

// Every event has a number by which a browser asks for what it missed.
std::string without_ids(const std::string& heard)
{
    std::string rest;
    for (std::size_t at = 0; at < heard.size();) {
        const auto end = std::min(heard.find('\n', at), heard.size() - 1) + 1;
        if (heard.compare(at, 4, "id: ") != 0)
            rest += heard.substr(at, end - at);
        at = end;
    }
    return rest;
}

}  // namespace

TEST_CASE("a stream begins with what was last said and goes on with what is said next")
{
    Opened sala(streaming);
    sala.hub.publish("hall", "speaker", "Hanoi");
    Wire wire(sala.port);

    const auto head = wire.say(ask_stream).hear_until("\r\n\r\n");
    CHECK(status_of(head) == "200");
    CHECK(header_of(head, "Content-Type") == "text/event-stream");
    CHECK(header_of(head, "Cache-Control") == "no-cache");
    CHECK(head.find("public") == std::string::npos);
    CHECK(header_of(head, "X-Accel-Buffering") == "no");
    CHECK(header_of(head, "Content-Length") == "");
    CHECK(without_ids(wire.hear_until("Hanoi\n\n")) ==
          "retry: 3000\n\nevent: speaker\ndata: Hanoi\n\n");

    sala.hub.publish("hall", "speaker", "Phuket");
    sala.hub.publish("elsewhere", "speaker", "Pattaya");
    sala.hub.publish("hall", "pause", "");
    CHECK(without_ids(wire.hear_until("data: \n\n")) ==
          "event: speaker\ndata: Phuket\n\nevent: pause\ndata: \n\n");
}

TEST_CASE("who leaves a stream is forgotten")
{
    Opened sala(streaming);
    {
        Wire wire(sala.port);
        wire.say(ask_stream).hear_until("retry: 3000\n\n");
        CHECK(comes_true([&] { return sala.hub.watchers() == 1; }));
    }
    CHECK(comes_true([&] { return sala.hub.watchers() == 0; }));
}

TEST_CASE("HEAD of a stream is a head, and nobody joins")
{
    Opened sala(streaming);
    const auto answer = Wire(sala.port).say("HEAD /live HTTP/1.1\r\nHost: a\r\n\r\n").hear_all();

    CHECK(header_of(answer, "Content-Type") == "text/event-stream");
    CHECK(body_of(answer) == "");
    CHECK(sala.hub.watchers() == 0);
}

TEST_CASE("a reader who does not read is let go, the others hear everything")
{
    Opened sala(streaming);
    Wire slow(sala.port, 2048);
    Wire quick(sala.port);
    slow.say(ask_stream).hear_until("retry: 3000\n\n");
    quick.say(ask_stream).hear_until("retry: 3000\n\n");
    REQUIRE(comes_true([&] { return sala.hub.watchers() == 2; }));

    const std::string long_word(10'000, 'x');
    int told = 0;
    while (sala.hub.watchers() == 2 && told < 5000) {
        sala.hub.publish("hall", "word", long_word);
        ++told;
        quick.hear_until("\n\n");
    }

    CHECK(sala.hub.watchers() == 1);
    sala.hub.publish("hall", "word", "end");
    CHECK(without_ids(quick.hear_until("data: end\n\n")) == "event: word\ndata: end\n\n");
    CHECK(slow.hear_all().find("data: end") == std::string::npos);
}

TEST_CASE("stopping ends streams and idle connections, and lets an open request finish")
{
    std::promise<void> gate;
    const auto open = gate.get_future().share();
    std::atomic<bool> begun{false};
    Opened sala([&](const web::Request& request) {
        if (request.target == "/slow") {
            begun = true;
            open.wait();
        }
        return streaming(request);
    });
    Wire stream(sala.port);
    Wire idle(sala.port);
    Wire busy(sala.port);
    stream.say(ask_stream).hear_until("retry: 3000\n\n");
    idle.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n").hear_answer();
    busy.say("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    REQUIRE(comes_true([&] { return begun.load(); }));

    sala.server.stop();
    CHECK(stream.hear_all() == "");
    CHECK(idle.hear_all() == "");
    CHECK_THROWS(Wire(sala.port));
    gate.set_value();

    const auto answer = busy.hear_all();
    CHECK(body_of(answer) == "GET /slow []");
    CHECK(header_of(answer, "Connection") == "close");
    sala.thread.join();
    CHECK(comes_true([&] { return sala.hub.watchers() == 0; }));
}

TEST_CASE("stopping does not wait for a handler that hangs")
{
    std::promise<void> gate;
    const auto open = gate.get_future().share();
    std::atomic<bool> begun{false};
    Opened sala([&](const web::Request& request) {
        begun = true;
        open.wait();
        return echo(request);
    });
    Wire stuck(sala.port);
    stuck.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    REQUIRE(comes_true([&] { return begun.load(); }));

    sala.server.stop();
    sala.thread.join();
    CHECK(stuck.hear_all() == "");
    gate.set_value();
}

TEST_CASE("a server that was told to stop before it ran does not run")
{
    live::Hub hub;
    web::Server server({.port = 0}, echo, {}, hub);
    server.stop();
    server.run();
    CHECK(hub.watchers() == 0);
}

TEST_CASE("a hub that stops closes its streams, and the server goes on")
{
    Opened sala(streaming);
    Wire wire(sala.port);
    wire.say(ask_stream).hear_until("retry: 3000\n\n");

    sala.hub.stop();

    CHECK(wire.hear_all() == "");
    CHECK(body_of(sala.ask("GET /x HTTP/1.1\r\nHost: a\r\n\r\n")) == "GET /x []");
    CHECK(Wire(sala.port).say(ask_stream).hear_all().ends_with("\r\n\r\n"));
}

TEST_CASE("many visitors come and go while the house closes")
{
    for (int round = 0; round < 5; ++round) {
        Opened sala(streaming);
        std::vector<std::thread> visitors;
        for (int i = 0; i < 8; ++i)
            visitors.emplace_back([&, i] {
                try {
                    for (int k = 0; k < 20; ++k) {
                        Wire wire(sala.port);
                        wire.say(i % 2 ? ask_stream : "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                        if (k % 3)
                            i % 2 ? wire.hear_until("\n\n") : wire.hear_answer();
                    }
                } catch (const std::exception&) {
                    // The house is closed.
                }
            });
        for (int k = 0; k < 50; ++k)
            sala.hub.publish("hall", "tick", std::to_string(k));
        std::this_thread::sleep_for(std::chrono::milliseconds{10 * round});
        sala.shut();
        for (auto& visitor : visitors)
            visitor.join();
        CHECK(comes_true([&] { return sala.hub.watchers() == 0; }));
    }
}
