// SPDX-License-Identifier: Apache-2.0

#include "web/server_pool.hpp"

#include <algorithm>
#include <utility>

namespace sala::web {

Pool::Pool(int workers, std::size_t waiting_max)
    : waiting_max_(std::max<std::size_t>(waiting_max, 1)),
      workers_(std::max(workers, 1))
{
}

Pool::~Pool() { join(); }

void Pool::start()
{
    for (int i = 0; i < workers_; ++i)
        threads_.emplace_back([this] { work(); });
}

bool Pool::offer(Job job, bool sheddable)
{
    {
        const std::lock_guard lock(mutex_);
        const auto room = sheddable ? (waiting_max_ + 1) / 2 : waiting_max_;
        if (closed_ || waiting_.size() >= room)
            return false;
        waiting_.push_back(std::move(job));
    }
    some_.notify_one();
    return true;
}

void Pool::close()
{
    std::deque<Job> forgotten;  // destroyed outside the lock: jobs hold connections
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        forgotten.swap(waiting_);
    }
    some_.notify_all();
}

void Pool::join()
{
    close();
    for (auto& thread : threads_)
        thread.join();
    threads_.clear();
}

void Pool::work()
{
    while (true) {
        Job job;
        {
            std::unique_lock lock(mutex_);
            some_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
            if (waiting_.empty())
                return;
            job = std::move(waiting_.front());
            waiting_.pop_front();
        }
        job();
    }
}

}  // namespace sala::web
