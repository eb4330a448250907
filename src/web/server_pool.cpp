// SPDX-License-Identifier: Apache-2.0

#include "web/server_pool.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace sala::web {

Pool::Pool(Size size)
    : size_{std::max(size.workers, 1), std::max(size.processors, 1),
            std::max<std::size_t>(size.waiting_max, 1), size.patience},
      calls_(static_cast<std::size_t>(size_.workers)),
      began_(static_cast<std::size_t>(size_.workers))
{
}

Pool::~Pool() { join(); }

void Pool::start()
{
    for (std::size_t worker = 0; worker < began_.size(); ++worker)
        threads_.emplace_back([this, worker] { work(worker); });
}

bool Pool::offer(Job job, Kind kind)
{
    {
        const std::lock_guard lock(mutex_);
        const auto room = kind == public_page ? (size_.waiting_max + 1) / 2 : size_.waiting_max;
        const bool too_many = kind != stream && pressing_.size() + public_.size() >= room;
        if (closed_ || too_many)
            return false;
        auto& queue = kind == stream ? streams_ : kind == public_page ? public_ : pressing_;
        queue.push_back({std::move(job), kind});
        call_if_wanted();
    }
    if (kind == change)
        patience_.notify_one();
    return true;
}

// Calls the one who rested last, whose store is still in the cache; nobody while enough make pages
// and one stands by. Never two at once: who comes and takes a job calls the next one, so that a
// crowd of requests is no crowd of workers.
void Pool::call_if_wanted()
{
    const bool enough = making_ >= size_.processors && one_stands_by_;
    if (resting_.empty() || called_ > 0 || enough)
        return;
    calls_[resting_.back()].notify_one();
    resting_.pop_back();
    ++called_;
}

void Pool::rest(Lock& lock, std::size_t worker)
{
    resting_.push_back(worker);
    calls_[worker].wait(lock);
    if (std::erase(resting_, worker) == 0)
        --called_;  // somebody called; threads may also wake by themselves
}

void Pool::close()
{
    std::array<std::deque<Waiting>, 3> forgotten;  // outside the lock: jobs hold connections
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        forgotten = {std::exchange(pressing_, {}), std::exchange(streams_, {}),
                     std::exchange(public_, {})};
    }
    for (auto& call : calls_)
        call.notify_one();
    patience_.notify_all();
}

void Pool::join()
{
    close();
    for (auto& thread : threads_)
        thread.join();
    threads_.clear();
}

std::deque<Pool::Waiting>& Pool::next_queue()
{
    constexpr unsigned turn_of_public = 8;
    constexpr unsigned turn_of_streams = 2;
    if (turns_ % turn_of_public == 0 && !public_.empty())
        return public_;
    if (!streams_.empty() && (pressing_.empty() || turns_ % turn_of_streams == 0))
        return streams_;
    return pressing_.empty() ? public_ : pressing_;
}

// Waits while enough others make pages and none has been at one for long, unless a change is next.
// True when it waited: everything may be different now.
bool Pool::stands_by(Lock& lock, std::size_t worker)
{
    if (next_queue().front().kind == change)
        return false;
    const auto now = Clock::now();
    int quick = 0;
    auto first = now;
    for (const auto& began : began_)
        if (began != Clock::time_point{} && began + size_.patience > now) {
            ++quick;
            first = std::min(first, began);
        }
    if (quick < size_.processors)
        return false;
    // One is enough: who stands by is not woken for each page that somebody wants.
    if (one_stands_by_) {
        rest(lock, worker);
        return true;
    }
    one_stands_by_ = true;
    patience_.wait_until(lock, first + size_.patience);
    one_stands_by_ = false;
    return true;
}

void Pool::work(std::size_t worker)
{
    Lock lock(mutex_);
    while (true) {
        if (none_waits()) {
            if (closed_)
                return;
            rest(lock, worker);
            continue;
        }
        if (stands_by(lock, worker))
            continue;
        auto& queue = next_queue();
        auto [job, kind] = std::move(queue.front());
        queue.pop_front();
        ++turns_;
        if (kind != change) {
            began_[worker] = Clock::now();
            ++making_;
        }
        if (!none_waits())
            call_if_wanted();
        lock.unlock();
        job();
        job = {};  // outside the lock: it holds a connection
        lock.lock();
        if (kind != change) {
            began_[worker] = {};
            --making_;
        }
    }
}

}  // namespace sala::web
