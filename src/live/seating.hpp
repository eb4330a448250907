// SPDX-License-Identifier: Apache-2.0
//
// Who sits where: the watchers of each topic, what they are sent, and who is let go. Belongs to the
// hub's thread alone, but for what is atomic.

#pragma once

#include "live/hub.hpp"

#include <atomic>
#include <random>
#include <unordered_map>

namespace sala::live {

using Clock = std::chrono::steady_clock;

class Seating {
public:
    explicit Seating(HubOptions options);

    void seat(const std::string& name, std::shared_ptr<Watcher> watcher, const Joining& how);
    void unseat(const Watcher* watcher);
    // To everybody at the topic.
    void tell(const std::string& name, const std::string& event, bool whole);
    // Everybody at the topic goes.
    void dismiss(const std::string& name);
    // A heartbeat to whoever has heard nothing for long; those who poll go home with it.
    void beat();
    void close_all();

    // How often to call beat().
    Clock::duration round_time() const;
    void when_wanted(std::function<void(const std::string&)> wanted);

    std::atomic<bool> ending{false};  // to be seen in the middle of a fan-out
    std::atomic<std::size_t> count{0};

private:
    struct Seat {
        std::shared_ptr<Watcher> watcher;
        Clock::time_point beat_at;
        bool once = false;
    };
    struct Topic {
        History history;
        std::vector<Seat> seats;
    };
    struct Place {
        Topic* topic;
        std::size_t number;
    };

    std::vector<Bytes> missed_by(const Topic& topic, const Joining& how) const;
    void send(const Seat& seat, const Bytes& bytes);
    void rest();
    Clock::time_point next_beat();

    HubOptions options_;
    std::unordered_map<std::string, Topic> topics_;  // never erased from: places point into it
    std::unordered_map<const Watcher*, Place> places_;
    std::size_t sent_ = 0;
    std::minstd_rand chance_{std::random_device{}()};
};

}  // namespace sala::live
