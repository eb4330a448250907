// SPDX-License-Identifier: Apache-2.0
//
// The workers that run handlers, and the short queues in front of them: whoever works here does not
// wait behind whoever only reads.
//
// Pages are made by as many workers at once as there are processors: two who take turns on one
// throw each other's store out of its cache, and each page costs a tenth more. But nobody waits
// long behind a slow page: one stands by and takes over from whoever has been at a page for
// `patience`. Changes mostly wait for the disk, and those that wait together are kept together, so
// they begin whenever a worker is free.

#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace sala::web {

class Pool {
public:
    using Job = std::function<void()>;  // must not throw
    enum Kind { change, page, stream, public_page };

    struct Size {
        int workers = 1;
        int processors = 1;
        std::size_t waiting_max = 256;
        std::chrono::milliseconds patience{5};
    };

    explicit Pool(Size size);
    ~Pool();

    void start();
    // False when too many wait; for public pages, when half as many do. They come last, but for
    // every eighth turn, so that nobody waits for ever. Streams are not counted and never refused:
    // a hall that comes back must not keep its own chair from acting. Every other turn is theirs.
    bool offer(Job job, Kind kind);
    // What waits is forgotten; what runs is left to end.
    void close();
    void join();  // closes, and waits for what runs

private:
    using Clock = std::chrono::steady_clock;
    using Lock = std::unique_lock<std::mutex>;

    struct Waiting {
        Job job;
        Kind kind;
    };

    void work(std::size_t worker);
    bool stands_by(Lock& lock, std::size_t worker);
    void rest(Lock& lock, std::size_t worker);
    void call_if_wanted();
    std::deque<Waiting>& next_queue();
    bool none_waits() const { return pressing_.empty() && streams_.empty() && public_.empty(); }

    Size size_;
    std::mutex mutex_;
    std::vector<std::condition_variable> calls_;  // one for each worker
    std::vector<std::size_t> resting_;            // who rested last is called first
    std::condition_variable patience_;            // for the one who stands by
    std::deque<Waiting> pressing_;
    std::deque<Waiting> streams_;
    std::deque<Waiting> public_;
    unsigned turns_ = 1;
    bool closed_ = false;
    int called_ = 0;  // and not there yet
    int making_ = 0;  // pages
    bool one_stands_by_ = false;
    std::vector<Clock::time_point> began_;  // of each worker's page; the epoch when it is at none
    std::vector<std::thread> threads_;
};

}  // namespace sala::web
