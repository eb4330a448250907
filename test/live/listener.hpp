// SPDX-License-Identifier: Apache-2.0
//
// Somebody who watches a hub and remembers everything, and patience for what another thread does.

#pragma once

#include "live/hub.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

namespace sala::live {

using namespace std::chrono_literals;

// Remembers what it was sent; can be told to have no room.
class Listener : public Watcher {
public:
    bool send(std::shared_ptr<const std::string> bytes) override
    {
        const std::lock_guard lock(mutex_);
        if (full_)
            return false;
        heard_ += without_id(*bytes);
        whole_ += *bytes;
        pieces_.push_back(std::move(bytes));
        return true;
    }
    void close() override { ++closed_; }

    std::string heard() const
    {
        const std::lock_guard lock(mutex_);
        return heard_;
    }
    std::string heard_with_ids() const
    {
        const std::lock_guard lock(mutex_);
        return whole_;
    }
    std::shared_ptr<const std::string> last_piece() const
    {
        const std::lock_guard lock(mutex_);
        return pieces_.back();
    }
    void fill()
    {
        const std::lock_guard lock(mutex_);
        full_ = true;
    }
    int closed() const { return closed_; }

private:
    static std::string without_id(const std::string& bytes)
    {
        return bytes.starts_with("id: ") ? bytes.substr(bytes.find('\n') + 1) : bytes;
    }

    mutable std::mutex mutex_;
    std::string heard_;
    std::string whole_;
    std::vector<std::shared_ptr<const std::string>> pieces_;
    bool full_ = false;
    std::atomic<int> closed_{0};
};

template <class Condition>
bool comes_true(Condition condition)
{
    for (int i = 0; i < 4000; ++i) {
        if (condition())
            return true;
        std::this_thread::sleep_for(5ms);
    }
    return false;
}

// Waits until the hub has done everything it was asked so far.
inline void settle(Hub& hub)
{
    const auto last = std::make_shared<Listener>();
    hub.join("settled", last);
    REQUIRE(comes_true([&] { return !last->heard().empty(); }));
    hub.leave(last.get());
}

inline const std::string greeting = "retry: 3000\n\n";

}  // namespace sala::live
