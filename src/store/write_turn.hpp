// SPDX-License-Identifier: Apache-2.0
//
// Who may write now: first come, first served, so that nobody waits for those who came later.
// Who does not mind may share a commit with the one before and the one after.

#pragma once

#include "base/result.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace sala::store {

class WriteTurn {
public:
    // Held while the turn lasts.
    class Held {
    public:
        explicit Held(WriteTurn& turn, bool shares = false) : turn_(turn) { turn_.take(shares); }
        ~Held() { turn_.pass_on(); }
        Held(const Held&) = delete;
        Held& operator=(const Held&) = delete;

    private:
        WriteTurn& turn_;
    };

    std::size_t waiting() const
    {
        const std::lock_guard lock(mutex_);
        return queue_.size();
    }

    // Asked by the holder: somebody waits who will go on with what is not committed yet.
    bool next_shares() const
    {
        const std::lock_guard lock(mutex_);
        return !queue_.empty() && queue_.front()->shares;
    }

private:
    struct Waiter {
        bool shares = false;
        std::thread::id who = std::this_thread::get_id();
        std::condition_variable called;
        bool is_next = false;
    };

    void take(bool shares)
    {
        std::unique_lock lock(mutex_);
        if (holder_ == std::this_thread::get_id())
            throw Fault("A write inside a write would wait for itself.");
        if (holder_ == std::thread::id{}) {
            holder_ = std::this_thread::get_id();
            return;
        }
        Waiter waiter;
        waiter.shares = shares;
        queue_.push_back(&waiter);
        waiter.called.wait(lock, [&] { return waiter.is_next; });
    }

    // Handed over directly: a thread that comes at this moment cannot slip in between.
    void pass_on()
    {
        const std::lock_guard lock(mutex_);
        holder_ = {};
        if (queue_.empty())
            return;
        auto& next = *queue_.front();
        queue_.pop_front();
        holder_ = next.who;
        next.is_next = true;
        next.called.notify_one();
    }

    mutable std::mutex mutex_;
    std::thread::id holder_;
    std::deque<Waiter*> queue_;
};

}  // namespace sala::store
