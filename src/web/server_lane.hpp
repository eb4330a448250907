// SPDX-License-Identifier: Apache-2.0
//
// One I/O thread and the connections that live on it. A connection never changes its lane, so
// nothing of it needs a lock. Only server*.cpp and connection*.cpp include this file.

#pragma once

#include "web/server_premises.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <deque>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace sala::web {

class Connection;
class Stream;

class Lane {
public:
    explicit Lane(Premises& premises);
    ~Lane();

    boost::asio::io_context& context() { return context_; }

    // From any thread:
    void run();  // blocks until the last connection has gone after wrap_up()
    // Streams with something to send take turns, a few at a time, so that whoever asks for a page
    // in the middle of an event for thousands need not wait for its end.
    void send_soon(std::shared_ptr<Stream> stream);
    void wrap_up();  // idle ones and streams are closed, the others get most of a second

    // From the lane's own thread:
    void admit(std::shared_ptr<Connection> connection);
    void remove(Connection& connection);

private:
    void send_some();
    void look_round();
    void last_call();

    Premises& premises_;
    boost::asio::io_context context_;
    boost::asio::steady_timer round_;
    boost::asio::steady_timer last_call_;
    std::unordered_map<Connection*, std::shared_ptr<Connection>> connections_;
    bool wrapping_up_ = false;

    std::mutex sending_;  // guards what follows
    std::deque<std::shared_ptr<Stream>> to_send_;
    bool is_sending_ = false;  // or about to
};

}  // namespace sala::web
