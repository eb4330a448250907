// SPDX-License-Identifier: Apache-2.0
//
// An open stream of events on a line: the hub hands events in on its own thread, the lane sends
// them. What waits is bounded; a reader who is too slow is let go. Thousands stay open for hours,
// so it keeps little: the connection it began as has gone.

#pragma once

#include "live/hub.hpp"
#include "web/connection_line.hpp"
#include "web/http.hpp"
#include "web/server_lane.hpp"

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace sala::web {

class Stream : public live::Watcher, public Occupant, public std::enable_shared_from_this<Stream> {
public:
    // Takes a seat in the hub for who asked with `request`; on the line's lane.
    static void begin(Premises& premises, Lane& lane, std::unique_ptr<Line> line,
                      const std::string& topic, const Request& request);

    Stream(Premises& premises, Lane& lane, std::unique_ptr<Line> line);

    // From the hub, on any thread:
    bool send(std::shared_ptr<const std::string> bytes) override;
    void close() override;
    void send_last(std::shared_ptr<const std::string> bytes) override;

    // On the lane:
    bool is_late(Clock::time_point now) const override { return now >= deadline_; }
    void too_late() override { finish(); }
    void wrap_up() override { finish(); }
    void finish() override;
    // What the kernel is to be given now, of what waits (empty: nothing); and what it took, or why
    // not: a number of errno, negative.
    std::string_view to_send();
    int socket() { return line_->socket(); }
    void was_sent(long taken);

private:
    void watch_for_leaving();
    void all_sent();
    void part();

    Premises& premises_;
    Lane& lane_;
    std::unique_ptr<Line> line_;                    // null: it has ended
    std::shared_ptr<const std::string> under_way_;  // being sent
    std::string_view ready_;                        // of that, for the kernel
    Clock::time_point deadline_ = Clock::time_point::max();
    bool is_parting_ = false;

    std::mutex mutex_;  // guards what follows, and that lane_ still exists while not ended
    std::shared_ptr<const std::string> waiting_;
    std::size_t waiting_bytes_ = 0;  // with those being sent
    bool is_sending_ = false;        // or about to
    bool has_ended_ = false;
    bool is_last_ = false;  // nothing comes after what waits
};

}  // namespace sala::web
