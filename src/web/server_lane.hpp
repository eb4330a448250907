// SPDX-License-Identifier: Apache-2.0
//
// One I/O thread and the connections that live on it. A connection never changes its lane, so
// nothing of it needs a lock. Only server*.cpp and connection*.cpp include this file.

#pragma once

#include "web/server_premises.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <memory>
#include <unordered_map>

namespace sala::web {

class Connection;

class Lane {
public:
    explicit Lane(Premises& premises);
    ~Lane();

    boost::asio::io_context& context() { return context_; }

    // From any thread:
    void run();      // blocks until the last connection has gone after wrap_up()
    void wrap_up();  // idle ones and streams are closed, the others get most of a second

    // From the lane's own thread:
    void admit(std::shared_ptr<Connection> connection);
    void remove(Connection& connection);

private:
    void look_round();
    void last_call();

    Premises& premises_;
    boost::asio::io_context context_;
    boost::asio::steady_timer round_;
    boost::asio::steady_timer last_call_;
    std::unordered_map<Connection*, std::shared_ptr<Connection>> connections_;
    bool wrapping_up_ = false;
};

}  // namespace sala::web
