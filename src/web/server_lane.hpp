// SPDX-License-Identifier: Apache-2.0
//
// One I/O thread and the occupants that live on it. An occupant never changes the lane, so
// nothing of it needs a lock. Only server*.cpp and connection*.cpp include this file.

#pragma once

#include "web/server_premises.hpp"
#include "web/server_sends.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <deque>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace sala::web {

class Stream;

// Who is on a lane: a connection, or the stream it became.
class Occupant {
public:
    virtual ~Occupant() = default;
    virtual bool is_late(Clock::time_point now) const = 0;
    virtual void too_late() = 0;  // may still say why
    virtual void wrap_up() = 0;   // the server stops: what rests ends, what is asked is answered
    virtual void finish() = 0;    // closes at once; harmless to repeat
};

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
    void admit(std::shared_ptr<Occupant> occupant);
    void remove(Occupant& occupant);

private:
    void send_some();
    void look_round();
    void last_call();

    Premises& premises_;
    boost::asio::io_context context_;
    boost::asio::steady_timer round_;
    boost::asio::steady_timer last_call_;
    std::unordered_map<Occupant*, std::shared_ptr<Occupant>> occupants_;
    Sends sends_;
    bool wrapping_up_ = false;

    std::mutex sending_;  // guards what follows
    std::deque<std::shared_ptr<Stream>> to_send_;
    bool is_sending_ = false;  // or about to
};

}  // namespace sala::web
