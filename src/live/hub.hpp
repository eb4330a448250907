// SPDX-License-Identifier: Apache-2.0
//
// After a commit, who must see what again: one ordered queue of events to streams by topic.
//
// A watcher gets a snapshot event when it connects, then every event of its topic in order, and a
// heartbeat every 15 to 25 s. A watcher that reads too slowly is dropped and comes back by itself.

#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace sala::live {

// One open stream. The server implements it over a socket; tests over a string.
class Watcher {
public:
    virtual ~Watcher() = default;
    // Takes bytes to send; answers false when too much is waiting and the watcher must go.
    virtual bool send(std::shared_ptr<const std::string> bytes) = 0;
    virtual void close() = 0;
};

class Hub {
public:
    Hub();
    ~Hub();

    void join(const std::string& topic, std::shared_ptr<Watcher> watcher);
    void leave(const Watcher* watcher);

    // Tells everybody of `topic` that `name` happened; `data` is one line of JSON or text.
    void publish(std::string topic, std::string_view name, std::string_view data);

    std::size_t watchers() const;
    // Ends all streams; later joins are closed at once.
    void stop();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace sala::live
