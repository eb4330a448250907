// SPDX-License-Identifier: Apache-2.0
//
// A whole hall loses its network and comes back at once; one screen does not read what it is sent.

#include "floor/broadcast.hpp"

#include "plenary.hpp"
#include "web/server_stage.hpp"

#include <atomic>
#include <memory>
#include <vector>

using namespace sala;
using namespace sala::test;

namespace {

constexpr int screens = 250;
const std::string statements = "floor:lyon-2030:statements";

// Lyon 2030 behind a real server, with its frames; counts what the store was asked for pages and
// streams. One worker, so that the counts belong to one request after the other.
class House : public Plenary {
public:
    std::atomic<std::int64_t> asked{0};  // statements
    Opened opened{[this](const web::Request& request) {
                      auto reply = router().answer(request);
                      asked += router().last_statements();
                      return reply;
                  },
                  {.workers = 1},
                  web::Router::sort,
                  [this](const web::Request& request) { return router().at_once(request); }};
    std::atomic<int> read{0};  // frames that were made of the floor
    floor::Broadcast broadcast{store(), opened.hub, [this] {
                                   ++read;
                                   return now();
                               }};

    House()
    {
        opened.hub.when_wanted([this](const std::string& topic) { broadcast.wanted(topic); });
    }

    // What opening one stream asks the store, once the release has been read.
    std::int64_t cost_of_a_stream()
    {
        get(sitting, {.as = As::anyone});
        const auto live = sitting + "/live?audience=hall&language=en";
        const auto cost = get(live, {.as = As::anyone}).statements;
        REQUIRE(cost > 0);
        return cost;
    }

    // An act that is told to the screens.
    void acts(const std::string& step, Fields more = {})
    {
        REQUIRE(leads(step, std::move(more)).status == 303);
        broadcast.look_again(statements);
    }

    std::unique_ptr<Wire> comes(const std::string& since, int receive_buffer = 0)
    {
        auto wire = std::make_unique<Wire>(opened.port, receive_buffer);
        wire->say("GET /lyon-2030/sittings/statements/live?audience=hall&language=en HTTP/1.1\r\n"
                  "Host: a\r\nAccept: text/event-stream\r\n" +
                  (since.empty() ? "" : "Last-Event-ID: " + since + "\r\n") + "\r\n");
        return wire;
    }
    std::vector<std::unique_ptr<Wire>> all_come(const std::string& since)
    {
        std::vector<std::unique_ptr<Wire>> all;
        for (int i = 0; i < screens; ++i)
            all.push_back(comes(since));
        return all;
    }
    bool watched_by(std::size_t count)
    {
        return comes_true([&] { return opened.hub.watchers() == count; });
    }
};

// The next frame, whole.
std::string frame(Wire& wire)
{
    wire.hear_until("\nevent: frame\n");
    return wire.hear_until("\n\n");
}

std::string id_of_next(Wire& wire)
{
    wire.hear_until("id: ");
    auto id = wire.hear_until("\n");
    id.pop_back();
    return id;
}

}  // namespace

TEST_CASE("a whole hall that comes back at once is told everything, and the store is asked once")
{
    House house;
    const auto steady = house.comes("");
    auto all = house.all_come("");
    house.acts("open");
    std::string last;
    for (const auto& wire : all)
        last = id_of_next(*wire);
    house.acts("message", {{"words", "Before the break"}});
    for (const auto& wire : all) {
        while (frame(*wire).find("Before the break") == std::string::npos) {
        }
    }

    all.clear();  // everybody's network is gone
    REQUIRE(house.watched_by(1));
    const auto one_stream = house.cost_of_a_stream();
    house.acts("message", {{"words", "During the break"}});
    house.acts("message", {{"words", "After the break"}});
    while (frame(*steady).find("After the break") == std::string::npos) {
    }
    const auto before = house.asked.load();
    all = house.all_come(last);
    REQUIRE(house.watched_by(screens + 1));
    CHECK(house.asked - before == one_stream);
    // Of what was missed nobody is told what is no longer true: one frame says everything.
    house.opened.hub.publish("floor:lyon-2030:statements|hall|en", "end", "");
    for (const auto& wire : all) {
        const auto heard = wire->hear_until("event: end\n");
        REQUIRE(status_of(heard) == "200");
        REQUIRE(heard.find("After the break") != std::string::npos);
        REQUIRE(heard.find("During the break") == std::string::npos);
        REQUIRE(heard.find("event: frame") == heard.rfind("event: frame"));
    }
}

TEST_CASE("who comes back and has missed nothing hears nothing again")
{
    House house;
    auto one = house.comes("");
    const auto id = id_of_next(*one);
    one = house.comes(id);
    one->hear_until("retry: 3000\n\n");
    REQUIRE(house.watched_by(1));
    house.acts("open");
    CHECK(frame(*one).find("The chair has the floor") != std::string::npos);
}

TEST_CASE("a screen that does not read is let go, holds up nobody, and comes back to the newest")
{
    House house;
    const auto slow = house.comes("", 2048);
    const auto since = id_of_next(*slow);
    const auto quick = house.comes("");
    REQUIRE(house.watched_by(2));
    house.acts("open");
    // More than the kernel and the server keep for somebody who does not read.
    int told = 0;
    for (; house.opened.hub.watchers() == 2 && told < 3000; ++told) {
        house.broadcast.look_again(statements);
        frame(*quick);
    }
    CHECK(house.opened.hub.watchers() == 1);
    house.acts("message", {{"words", "All have read this"}});
    while (frame(*quick).find("All have read this") == std::string::npos) {
    }

    const auto back = house.comes(since);
    const auto heard = back->hear_until("All have read this");
    CHECK(heard.find("event: reset") == std::string::npos);
    CHECK(heard.find("event: frame") == heard.rfind("event: frame"));
}
