// SPDX-License-Identifier: Apache-2.0
//
// An open stream of events over a connection: the hub hands events in on its own thread, the
// connection sends them on its lane. What waits is bounded; a reader who is too slow is let go.

#pragma once

#include "live/hub.hpp"

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace sala::web {

class Connection;
class Lane;

class Stream : public live::Watcher, public std::enable_shared_from_this<Stream> {
public:
    Stream(std::weak_ptr<Connection> connection, Lane& lane, std::size_t waiting_bytes_max);

    // From the hub, on any thread:
    bool send(std::shared_ptr<const std::string> bytes) override;
    void close() override;
    void send_last(std::shared_ptr<const std::string> bytes) override;

    // From the connection, on its lane:
    void send_waiting();
    void sent(std::size_t bytes);
    void end();  // afterwards nothing is taken, and the lane is not touched again

private:
    const std::weak_ptr<Connection> connection_;
    Lane& lane_;
    const std::size_t waiting_bytes_max_;

    std::mutex mutex_;  // guards what follows, and that lane_ still exists while not ended
    std::vector<std::shared_ptr<const std::string>> waiting_;
    std::size_t waiting_bytes_ = 0;  // with those being sent
    bool under_way_ = false;         // sending, or about to
    bool ended_ = false;
    bool last_ = false;  // nothing comes after what waits
};

}  // namespace sala::web
