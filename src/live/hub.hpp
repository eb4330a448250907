// SPDX-License-Identifier: Apache-2.0
//
// After a commit, who must see what again: one ordered queue of events to streams by topic.
//
// A watcher gets the last event when it connects, then every event of its topic in order, and a
// heartbeat every 15 to 25 s. A watcher that reads too slowly is dropped and comes back by itself,
// with the number of the last event it heard: it gets all that it missed, or, when that is too
// long ago, the last one that says everything, or `reset`: look at everything again.

#pragma once

#include "live/history.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace sala::live {

// One open stream. The server implements it over a socket; tests over a string. Both functions are
// called on the hub's thread, never while it holds a lock, and must not block.
class Watcher {
public:
    virtual ~Watcher() = default;
    // Takes bytes to send; answers false when too much is waiting and the watcher must go.
    virtual bool send(std::shared_ptr<const std::string> bytes) = 0;
    virtual void close() = 0;
    // Sends these and closes once they are on their way.
    virtual void send_last(std::shared_ptr<const std::string> bytes)
    {
        send(std::move(bytes));
        close();
    }
};

// How somebody comes to a topic.
struct Joining {
    std::string since;  // the id of the last event they heard; empty: none
    // Long polling, for those behind a proxy that holds back what is not finished: one answer with
    // what is new, at the latest with the next heartbeat, and the end.
    bool once = false;
};

struct HubOptions {
    // Every watcher hears at least a comment within this time, each at another moment, so that
    // proxies keep the stream open and the dead are noticed.
    std::chrono::milliseconds heartbeat_min = std::chrono::seconds{15};
    std::chrono::milliseconds heartbeat_max = std::chrono::seconds{25};
    // After so many sends the hub rests a moment, so that pages are served in between.
    std::size_t batch = 128;
    std::chrono::microseconds batch_pause{500};
    HistoryLimits history = {};
    std::string epoch = {};  // empty: one that no other start has
    // Somebody joined a topic of which nothing is known yet; called on the hub's thread, must not
    // block. Whoever knows what it looks like publishes it.
    std::function<void(const std::string& topic)> wanted = {};
};

// All functions may be called from any thread and return at once (but stop() and ~Hub() wait for
// the hub's thread). What happens is done in the order of the calls.
class Hub {
public:
    explicit Hub(HubOptions options = {});
    ~Hub();

    // First what was missed, or the last event of the topic, if there was any; then all that
    // follow. Nothing is lost in between: the seat comes before the look back.
    void join(const std::string& topic, std::shared_ptr<Watcher> watcher, Joining how = {});
    void leave(const Watcher* watcher);

    // Tells everybody of `topic` that `name` happened; `data` is one line of JSON or text.
    void publish(std::string topic, std::string_view name, std::string_view data);

    // The same with everything there is to say: those who come back get it and nothing before it.
    void publish_whole(std::string topic, std::string_view name, std::string_view data);

    // Lets everybody of `topic` go, each to come back by themselves: what they may watch has
    // changed.
    void dismiss(std::string topic);

    std::size_t watchers() const;
    // Who answers when a topic is wanted; before anybody joins.
    void when_wanted(std::function<void(const std::string& topic)> wanted);
    // Ends all streams; later joins are closed at once.
    void stop();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

// The bytes of one event: "event: name\ndata: ...\n\n", a data line for each line of `data`.
std::string event_bytes(std::string_view name, std::string_view data);

}  // namespace sala::live
