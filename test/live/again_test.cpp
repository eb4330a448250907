// SPDX-License-Identifier: Apache-2.0

#include "live/again.hpp"

#include "listener.hpp"

using namespace sala::live;

namespace {

struct Waiting {
    Hub hub;
    Again again{hub};

    Waiting()
    {
        hub.when_wanted([this](const std::string& stream) { again.wanted(stream); });
    }
    ~Waiting() { hub.stop(); }

    std::shared_ptr<Listener> joins(const std::string& stream)
    {
        auto listener = std::make_shared<Listener>();
        hub.join(stream, listener);
        settle(hub);
        return listener;
    }
};

const std::string looks = event_bytes("again", "");

}  // namespace

TEST_CASE("whoever waits for several topics hears of each of them in one stream, and of no other")
{
    Waiting waiting;
    const auto chair = waiting.joins(stream_of("login:1", {"polls:lyon:a", "polls:lyon:b"}));
    const auto other = waiting.joins(stream_of("login:2", {"polls:lyon:b"}));
    const auto anybody = waiting.joins(public_stream);
    for (const auto* topic : {"polls:lyon:a", "door:lyon", "polls:lyon:b"})
        waiting.again.tell(topic);
    settle(waiting.hub);
    CHECK(chair->heard() == greeting + looks + event_bytes("again", "polls:lyon:a") +
                                event_bytes("again", "polls:lyon:b"));
    CHECK(other->heard() == greeting + looks + event_bytes("again", "polls:lyon:b"));
    CHECK(anybody->heard() == greeting);
}

TEST_CASE("whoever opens a stream looks once more, and the next of the same login as well")
{
    Waiting waiting;
    const auto stream = stream_of("login:1", {"door:lyon"});
    CHECK(waiting.joins(stream)->heard() == greeting + looks);
    CHECK(waiting.joins(stream)->heard() == greeting + looks);
}

TEST_CASE("when a way in ends the streams of that login go, come back, and hear what is told then")
{
    Waiting waiting;
    const auto stream = stream_of("login:1", {"door:lyon"});
    const auto gone = waiting.joins(stream);
    const auto stays = waiting.joins(stream_of("login:12", {"door:lyon"}));
    waiting.again.tell("login:1");
    settle(waiting.hub);
    CHECK(gone->closed() == 1);
    CHECK(stays->closed() == 0);
    CHECK(comes_true([&] { return waiting.hub.watchers() == 1; }));
    const auto back = waiting.joins(stream);
    waiting.again.tell("door:lyon");
    settle(waiting.hub);
    CHECK(gone->heard() == greeting + looks);
    CHECK(back->heard().ends_with(event_bytes("again", "door:lyon")));
}

TEST_CASE("a release is told to everybody, and when news may be lost all who wait look again")
{
    Waiting waiting;
    const auto anybody = waiting.joins(public_stream);
    const auto desk = waiting.joins(stream_of("login:1", {"door:lyon"}));
    waiting.again.tell("released:lyon");
    waiting.again.tell_all();
    settle(waiting.hub);
    CHECK(anybody->heard() == greeting + event_bytes("again", "released:lyon"));
    CHECK(desk->heard() == greeting + looks + looks);
}
