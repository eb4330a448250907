// SPDX-License-Identifier: Apache-2.0

#include "store/sqlite_checkpoints.hpp"

#include "base/result.hpp"
#include "store/sqlite_connection.hpp"

#include <spdlog/spdlog.h>

#include <utility>

namespace sala::store {

SqliteCheckpoints::SqliteCheckpoints(std::string file)
    : file_(std::move(file)),
      thread_([this] { work(); })
{
}

SqliteCheckpoints::~SqliteCheckpoints()
{
    {
        const std::lock_guard lock(mutex_);
        ended_ = true;
    }
    some_.notify_one();
    thread_.join();
}

bool SqliteCheckpoints::log_has(int pages)
{
    {
        const std::lock_guard lock(mutex_);
        if (pages < std::exchange(pages_, pages))
            next_at_ = pages_worth_it;  // all was brought over, and the log began anew
        if (pages < next_at_)
            return false;
        next_at_ = pages + pages_worth_it;
        wanted_ = true;
    }
    some_.notify_one();
    return pages >= pages_at_most;
}

void SqliteCheckpoints::work()
{
    std::unique_ptr<SqliteConnection> line;
    while (true) {
        {
            std::unique_lock lock(mutex_);
            some_.wait(lock, [this] { return ended_ || wanted_; });
            if (ended_)
                return;
            wanted_ = false;
        }
        try {
            if (!line)
                line = std::make_unique<SqliteConnection>(file_, SqliteConnection::Mode::writing);
            line->bring_log_over();
        } catch (const Fault& fault) {
            // Nothing is lost: the log holds it, and the next commits ask again.
            spdlog::warn("The log of the store could not be brought over: {}", fault.what());
        }
    }
}

}  // namespace sala::store
