// SPDX-License-Identifier: Apache-2.0

#include "listener.hpp"

using namespace sala::live;

TEST_CASE("a watcher hears its topic, in order, and nothing else")
{
    Hub hub;
    const auto hall = std::make_shared<Listener>();
    const auto desk = std::make_shared<Listener>();
    hub.join("hall", hall);
    hub.join("desk", desk);

    hub.publish("hall", "speaker", "1");
    hub.publish("desk", "note", "2");
    hub.publish("hall", "speaker", "3");
    settle(hub);

    CHECK(hall->heard() == greeting + "event: speaker\ndata: 1\n\nevent: speaker\ndata: 3\n\n");
    CHECK(desk->heard() == greeting + "event: note\ndata: 2\n\n");
    CHECK(hall->closed() == 0);
}

TEST_CASE("who joins late is first told what happened last")
{
    Hub hub;
    const auto early = std::make_shared<Listener>();
    const auto late = std::make_shared<Listener>();
    hub.join("hall", early);
    hub.publish("hall", "speaker", "Hanoi");
    hub.join("hall", late);
    hub.publish("hall", "speaker", "Phuket");
    settle(hub);

    CHECK(late->heard() ==
          greeting + "event: speaker\ndata: Hanoi\n\nevent: speaker\ndata: Phuket\n\n");
    CHECK(early->heard() ==
          greeting + "event: speaker\ndata: Hanoi\n\nevent: speaker\ndata: Phuket\n\n");
}

TEST_CASE("an event is written once, however many hear it")
{
    Hub hub({.batch = 2, .batch_pause = 1us});
    std::vector<std::shared_ptr<Listener>> all;
    for (int i = 0; i < 9; ++i) {
        all.push_back(std::make_shared<Listener>());
        hub.join("hall", all.back());
    }
    hub.publish("hall", "speaker", "Hanoi");
    settle(hub);

    for (const auto& one : all)
        CHECK(one->last_piece() == all.front()->last_piece());
    CHECK(all.front()->last_piece().use_count() > 9);
}

TEST_CASE("a watcher without room is dropped and closed once, the others stay")
{
    Hub hub;
    std::vector<std::shared_ptr<Listener>> all;
    for (int i = 0; i < 5; ++i) {
        all.push_back(std::make_shared<Listener>());
        hub.join("hall", all.back());
    }
    settle(hub);
    all[1]->fill();
    all[4]->fill();
    hub.publish("hall", "a", "");
    hub.publish("hall", "b", "");
    settle(hub);

    for (const int i : {0, 2, 3}) {
        CHECK(all[i]->heard() == greeting + "event: a\ndata: \n\nevent: b\ndata: \n\n");
        CHECK(all[i]->closed() == 0);
    }
    CHECK(all[1]->closed() == 1);
    CHECK(all[4]->closed() == 1);
    CHECK(comes_true([&] { return hub.watchers() == 3; }));
}

TEST_CASE("who left hears nothing more and is not closed; leaving twice is harmless")
{
    Hub hub;
    const auto gone = std::make_shared<Listener>();
    const auto stays = std::make_shared<Listener>();
    hub.join("hall", gone);
    hub.join("hall", stays);
    hub.leave(gone.get());
    hub.leave(gone.get());
    hub.publish("hall", "a", "");
    settle(hub);

    CHECK(gone->heard() == greeting);
    CHECK(gone->closed() == 0);
    CHECK(stays->heard() == greeting + "event: a\ndata: \n\n");
}

TEST_CASE("in silence every watcher hears a heartbeat, again and again")
{
    Hub hub({.heartbeat_min = 20ms, .heartbeat_max = 40ms});
    const auto one = std::make_shared<Listener>();
    const auto other = std::make_shared<Listener>();
    hub.join("hall", one);
    hub.join("desk", other);

    CHECK(comes_true([&] { return one->heard().starts_with(greeting + ":\n\n:\n\n:\n\n"); }));
    CHECK(comes_true([&] { return other->heard().starts_with(greeting + ":\n\n:\n\n:\n\n"); }));
}

TEST_CASE("stopping closes everybody, and whoever comes later at once")
{
    Hub hub;
    const auto inside = std::make_shared<Listener>();
    const auto late = std::make_shared<Listener>();
    hub.join("hall", inside);
    hub.stop();
    hub.stop();
    hub.join("hall", late);
    hub.publish("hall", "a", "");

    CHECK(inside->closed() == 1);
    CHECK(late->closed() == 1);
    CHECK(late->heard() == "");
    CHECK(hub.watchers() == 0);
}

TEST_CASE("stopping does not wait for a long fan-out")
{
    Hub hub({.batch = 1, .batch_pause = 100ms});
    std::vector<std::shared_ptr<Listener>> all;
    for (int i = 0; i < 500; ++i) {
        all.push_back(std::make_shared<Listener>());
        hub.join("hall", all.back());
    }
    hub.publish("hall", "a", "");
    REQUIRE(comes_true([&] { return hub.watchers() == 500; }));
    hub.stop();

    int told = 0;
    for (const auto& one : all) {
        CHECK(one->closed() == 1);
        told += one->heard() != greeting;
    }
    CHECK(told < 500);
}

TEST_CASE("people may come, go and speak from many threads")
{
    Hub hub({.heartbeat_min = 5ms, .heartbeat_max = 10ms, .batch = 3, .batch_pause = 10us});
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&hub, t] {
            for (int i = 0; i < 300; ++i) {
                const auto listener = std::make_shared<Listener>();
                hub.join(t % 2 ? "hall" : "desk", listener);
                hub.publish("hall", "a", "b");
                if (i % 7 == 0)
                    listener->fill();
                hub.leave(listener.get());
            }
        });
    for (auto& thread : threads)
        thread.join();
    settle(hub);
    CHECK(comes_true([&] { return hub.watchers() == 0; }));
}

TEST_CASE("data of several lines stays one event, and names cannot end it")
{
    CHECK(event_bytes("a", "x\ny") == "event: a\ndata: x\ndata: y\n\n");
    CHECK(event_bytes("a\ndata: forged\n", "x\r\n\r\nevent: b") ==
          "event: adata: forged\ndata: x\ndata: \ndata: event: b\n\n");
}
