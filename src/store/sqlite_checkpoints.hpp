// SPDX-License-Identifier: Apache-2.0
//
// Brings what stands in SQLite's write-ahead log into its file while nobody waits for it.
//
// SQLite itself does so within the commit that finds the log long, and whoever made that change
// waits for hundreds of pages and two more visits to the disk. Here a thread does it beside the
// writers. Only when they are so quick that it cannot keep up does a commit do it, so that the log
// has an end. See https://www.sqlite.org/wal.html, "Checkpointing".

#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace sala::store {

class SqliteConnection;

class SqliteCheckpoints {
public:
    static constexpr int pages_worth_it = 1000;      // about 4 MB
    static constexpr int pages_at_most = 16 * 1024;  // 64 MB; then a commit waits

    explicit SqliteCheckpoints(std::string file);
    ~SqliteCheckpoints();  // ends the thread

    // After each commit; returns at once. True: the log is so long that the commit has to do it.
    bool log_has(int pages);

private:
    void work();

    const std::string file_;
    std::mutex mutex_;  // guards what follows
    std::condition_variable some_;
    int pages_ = 0;                 // as heard last
    int next_at_ = pages_worth_it;  // so long is the log when it is worth it again
    bool wanted_ = false;
    bool ended_ = false;
    std::thread thread_;
};

}  // namespace sala::store
