// SPDX-License-Identifier: Apache-2.0
//
// The workers that run handlers, and the short queues in front of them: whoever works here does not
// wait behind whoever only reads.

#pragma once

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

    Pool(int workers, std::size_t waiting_max);
    ~Pool();

    void start();
    // False when too many wait; for sheddable jobs, when half as many do. Those that are not
    // sheddable come first, but for every eighth turn, so that nobody waits for ever.
    bool offer(Job job, bool sheddable);
    // What waits is forgotten; what runs is left to end.
    void close();
    void join();  // closes, and waits for what runs

private:
    void work();
    Job next();

    std::mutex mutex_;
    std::condition_variable some_;
    std::deque<Job> pressing_;
    std::deque<Job> sheddable_;
    unsigned turns_ = 0;
    std::size_t waiting_max_;
    bool closed_ = false;
    int workers_;
    std::vector<std::thread> threads_;
};

}  // namespace sala::web
