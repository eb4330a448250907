// SPDX-License-Identifier: Apache-2.0
//
// Hears when another copy of the program has committed something in the same PostgreSQL.

#pragma once

#include <functional>
#include <string>
#include <thread>

namespace sala::store {

class ChangeListener {
public:
    // Listens when it returns, or as soon as the server answers. `heard` runs on the listener's
    // thread: for news that is not `own_news`, and after the line was lost, when news may have
    // been missed.
    ChangeListener(std::string address, std::string own_news, std::function<void()> heard);
    ~ChangeListener();
    ChangeListener(const ChangeListener&) = delete;
    ChangeListener& operator=(const ChangeListener&) = delete;

private:
    class Line;
    void listen(Line line);
    bool stops_within(int milliseconds) const;

    std::string address_;
    std::string own_news_;
    std::function<void()> heard_;
    int stop_read_ = -1;
    int stop_write_ = -1;
    std::thread thread_;
};

}  // namespace sala::store
