// SPDX-License-Identifier: Apache-2.0
//
// Coming back: all that was missed or nothing of it, in order, never twice; and polling for those
// behind a proxy that holds streams back.

#include "listener.hpp"

using namespace sala::live;

TEST_CASE("who comes back gets all that was missed, in order, and nothing twice")
{
    Hub hub({.epoch = "e"});
    hub.publish("desk", "a", "1");
    hub.publish("desk", "b", "2");
    hub.publish("desk", "c", "3");
    const auto back = std::make_shared<Listener>();
    hub.join("desk", back, {.since = "e-1"});
    hub.publish("desk", "d", "4");
    const auto there = std::make_shared<Listener>();
    hub.join("desk", there, {.since = "e-4"});
    settle(hub);

    CHECK(back->heard_with_ids() == greeting + "id: e-2\nevent: b\ndata: 2\n\n"
                                               "id: e-3\nevent: c\ndata: 3\n\n"
                                               "id: e-4\nevent: d\ndata: 4\n\n");
    CHECK(there->heard() == greeting);
}

TEST_CASE("a gap that cannot be filled whole is not filled at all: look at everything again")
{
    Hub hub({.history = {.events_max = 2}, .epoch = "e"});
    for (const auto* data : {"1", "2", "3", "4"})
        hub.publish("desk", "a", data);
    const auto late = std::make_shared<Listener>();
    const auto of_another_start = std::make_shared<Listener>();
    const auto just = std::make_shared<Listener>();
    const auto from_the_future = std::make_shared<Listener>();
    hub.join("desk", late, {.since = "e-1"});
    hub.join("desk", of_another_start, {.since = "f-3"});
    hub.join("desk", just, {.since = "e-2"});
    hub.join("desk", from_the_future, {.since = "e-9"});
    settle(hub);

    const std::string reset = "event: reset\ndata: \n\n";
    CHECK(late->heard() == greeting + reset);
    CHECK(of_another_start->heard() == greeting + reset);
    CHECK(from_the_future->heard() == greeting + reset);
    CHECK(just->heard() == greeting + "event: a\ndata: 3\n\nevent: a\ndata: 4\n\n");
}

TEST_CASE("of events that say everything only the newest is sent, once")
{
    Hub hub({.epoch = "e"});
    hub.publish_whole("floor", "frame", "1");
    hub.publish_whole("floor", "frame", "2");
    hub.publish_whole("floor", "frame", "3");
    const auto back = std::make_shared<Listener>();
    const auto there = std::make_shared<Listener>();
    const auto stranger = std::make_shared<Listener>();
    hub.join("floor", back, {.since = "e-1"});
    hub.join("floor", there, {.since = "e-3"});
    hub.join("floor", stranger, {.since = "x-3"});
    settle(hub);

    const std::string newest = "id: e-3\nevent: frame\ndata: 3\n\n";
    CHECK(back->heard_with_ids() == greeting + newest);
    CHECK(there->heard_with_ids() == greeting);
    CHECK(stranger->heard_with_ids() == greeting + newest);
}

TEST_CASE("who polls gets one answer and goes, at once or with the next event")
{
    Hub hub({.epoch = "e"});
    hub.publish_whole("floor", "frame", "1");
    const auto behind = std::make_shared<Listener>();
    const auto waits = std::make_shared<Listener>();
    hub.join("floor", behind, {.since = "e-0", .once = true});
    hub.join("floor", waits, {.since = "e-1", .once = true});
    settle(hub);
    CHECK(behind->heard() == "event: frame\ndata: 1\n\n");
    CHECK(behind->closed() == 1);
    CHECK(waits->heard() == "");
    CHECK(waits->closed() == 0);

    hub.publish_whole("floor", "frame", "2");
    hub.publish_whole("floor", "frame", "3");
    settle(hub);
    CHECK(waits->heard() == "event: frame\ndata: 2\n\n");
    CHECK(waits->closed() == 1);
}

TEST_CASE("in silence who polls goes with the heartbeat and asks again")
{
    Hub hub({.heartbeat_min = 20ms, .heartbeat_max = 40ms});
    const auto waits = std::make_shared<Listener>();
    hub.join("floor", waits, {.once = true});
    CHECK(comes_true([&] { return waits->closed() == 1; }));
    CHECK(waits->heard() == ":\n\n");
}

TEST_CASE("a topic of which nothing is known is asked for, after the seat is taken")
{
    Hub hub;
    std::atomic<int> asked{0};
    hub.when_wanted([&](const std::string& topic) {
        ++asked;
        hub.publish_whole(topic, "frame", "made when wanted");
    });
    const auto first = std::make_shared<Listener>();
    hub.join("floor", first);
    REQUIRE(comes_true([&] { return first->heard() != greeting && !first->heard().empty(); }));
    const auto second = std::make_shared<Listener>();
    hub.join("floor", second);
    REQUIRE(comes_true([&] { return !second->heard().empty(); }));
    CHECK(first->heard() == greeting + "event: frame\ndata: made when wanted\n\n");
    CHECK(comes_true([&] { return second->heard() == first->heard(); }));
    CHECK(asked == 1);
    hub.stop();
}
