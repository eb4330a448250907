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
        if (closed_ || pressing_.size() + sheddable_.size() >= room)
            return false;
        (sheddable ? sheddable_ : pressing_).push_back(std::move(job));
    }
    some_.notify_one();
    return true;
}

void Pool::close()
{
    std::deque<Job> forgotten;  // destroyed outside the lock: jobs hold connections
    std::deque<Job> forgotten_too;
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        forgotten.swap(pressing_);
        forgotten_too.swap(sheddable_);
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

Pool::Job Pool::next()
{
    constexpr unsigned turn_of_readers = 8;
    const bool readers = ++turns_ % turn_of_readers == 0;
    auto& first = pressing_.empty() || (readers && !sheddable_.empty()) ? sheddable_ : pressing_;
    auto job = std::move(first.front());
    first.pop_front();
    return job;
}

void Pool::work()
{
    while (true) {
        Job job;
        {
            std::unique_lock lock(mutex_);
            some_.wait(lock,
                       [this] { return closed_ || !pressing_.empty() || !sheddable_.empty(); });
            if (pressing_.empty() && sheddable_.empty())
                return;
            job = next();
        }
        job();
    }
}

}  // namespace sala::web
