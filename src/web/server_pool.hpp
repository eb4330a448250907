// SPDX-License-Identifier: Apache-2.0
//
// The workers that run handlers, and the short queue in front of them.

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
    // False when the queue is full; for sheddable jobs, when it is half full.
    bool offer(Job job, bool sheddable);
    // What waits is forgotten; what runs is left to end.
    void close();
    void join();  // closes, and waits for what runs

private:
    void work();

    std::mutex mutex_;
    std::condition_variable some_;
    std::deque<Job> waiting_;
    std::size_t waiting_max_;
    bool closed_ = false;
    int workers_;
    std::vector<std::thread> threads_;
};

}  // namespace sala::web
