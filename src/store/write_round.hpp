// SPDX-License-Identifier: Apache-2.0
//
// Changes that reach the disk with one commit. Most of a small change is waiting for the disk, so
// those who stand in the queue are written together; nobody is told that theirs is kept before it
// is. Joined in the write turn; waited for after it.

#pragma once

#include <condition_variable>
#include <exception>
#include <mutex>

namespace sala::store {

class WriteRound {
public:
    void add(bool is_kept)
    {
        ++parts_;
        kept_ += is_kept ? 1 : 0;
    }
    int kept() const { return kept_; }
    // So that the first does not wait for a queue that never ends.
    bool may_grow() const
    {
        constexpr int parts_max = 16;
        return parts_ < parts_max;
    }

    // `failure` is why nothing of the round was kept; none when all of it was.
    void end(std::exception_ptr failure)
    {
        const std::lock_guard lock(mutex_);
        failure_ = std::move(failure);
        is_over_ = true;
        ended_.notify_all();
    }
    // Throws what the round failed with.
    void wait()
    {
        std::unique_lock lock(mutex_);
        ended_.wait(lock, [&] { return is_over_; });
        if (failure_)
            std::rethrow_exception(failure_);
    }

private:
    int parts_ = 0;
    int kept_ = 0;

    std::mutex mutex_;
    std::condition_variable ended_;
    bool is_over_ = false;
    std::exception_ptr failure_;
};

}  // namespace sala::store
