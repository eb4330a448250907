// SPDX-License-Identifier: Apache-2.0
//
// Hears what other copies of the program tell in the same PostgreSQL when they commit.

#pragma once

#include <functional>
#include <string>
#include <thread>
#include <vector>

namespace sala::store {

class ChangeListener {
public:
    using Heard = std::function<void(const std::vector<std::string>& news)>;
    // Listens to `channel` when it returns, or as soon as the server answers. `heard` runs on the
    // listener's thread: with news that do not begin with `own_news`, in the order of the commits;
    // and with none after the line was lost, when news may have been missed.
    ChangeListener(std::string address, std::string channel, std::string own_news, Heard heard);
    ~ChangeListener();
    ChangeListener(const ChangeListener&) = delete;
    ChangeListener& operator=(const ChangeListener&) = delete;

private:
    class Line;
    void listen(Line line);
    bool stops_within(int milliseconds) const;

    std::string address_;
    std::string channel_;
    std::string own_news_;
    Heard heard_;
    int stop_read_ = -1;
    int stop_write_ = -1;
    std::thread thread_;
};

}  // namespace sala::store
