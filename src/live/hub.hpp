// SPDX-License-Identifier: Apache-2.0
//
// After a commit, who must see what again: one ordered queue of events to streams by topic.
//
// A watcher gets a snapshot event when it connects, then every event of its topic in order, and a
// heartbeat every 15 to 25 s. A watcher that reads too slowly is dropped and comes back by itself.

#pragma once

#include <chrono>
#include <cstddef>
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
};

struct HubOptions {
    // Every watcher hears at least a comment within this time, each at another moment, so that
    // proxies keep the stream open and the dead are noticed.
    std::chrono::milliseconds heartbeat_min = std::chrono::seconds{15};
    std::chrono::milliseconds heartbeat_max = std::chrono::seconds{25};
    // After so many sends the hub rests a moment, so that pages are served in between.
    std::size_t batch = 128;
    std::chrono::microseconds batch_pause{500};
};

// All functions may be called from any thread and return at once (but stop() and ~Hub() wait for
// the hub's thread). What happens is done in the order of the calls.
class Hub {
public:
    explicit Hub(HubOptions options = {});
    ~Hub();

    // First the last event of the topic, if there was any, then all that follow.
    void join(const std::string& topic, std::shared_ptr<Watcher> watcher);
    void leave(const Watcher* watcher);

    // Tells everybody of `topic` that `name` happened; `data` is one line of JSON or text.
    void publish(std::string topic, std::string_view name, std::string_view data);

    // As publish(), but only those who join later are told: what `topic` looks like now.
    void set_snapshot(std::string topic, std::string_view name, std::string_view data);

    std::size_t watchers() const;
    // Ends all streams; later joins are closed at once.
    void stop();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

// The bytes of one event: "event: name\ndata: ...\n\n", a data line for each line of `data`.
std::string event_bytes(std::string_view name, std::string_view data);

}  // namespace sala::live
