// SPDX-License-Identifier: Apache-2.0
//
// One visitor's connection, plain or TLS: reads a request, has it answered, writes, and again.
//
// Everything here runs on the connection's lane, except the handler. Requests that were sent ahead
// wait in the buffer, so answers leave in the order of the questions. Only server*.cpp and
// connection*.cpp include this file.

#pragma once

#include "web/connection_line.hpp"
#include "web/server_answer.hpp"
#include "web/server_head.hpp"
#include "web/server_lane.hpp"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <memory>
#include <string>

namespace sala::web {

class Connection : public Occupant, public std::enable_shared_from_this<Connection> {
public:
    Connection(Premises& premises, Lane& lane, std::unique_ptr<Line> line);
    ~Connection() override;

    void begin();
    void turn_away();  // there are too many: 503 instead of a conversation

    bool is_late(Clock::time_point now) const override { return now >= deadline_; }
    void too_late() override;
    void wrap_up() override;
    void finish() override;

private:
    enum State { greeting, idle, reading_head, reading_body, working, writing, leaving, gone };
    using Error = Line::Error;

    void next_request();
    void read();
    void on_read(Error error, std::size_t bytes);
    void take_head();
    void accept_head(Head head, std::size_t head_bytes);
    bool expect_chunks(std::size_t head_bytes);
    void invite_body();
    void take_body();
    bool take_plain_body();
    bool take_chunked_body();
    bool hold(std::size_t bytes);
    void forget_request();

    Pool::Kind kind_of(const Request& request) const;
    void answer_request();
    void work();
    void refuse(int status, std::string sentence);
    void refuse(int status, const std::string& code, const Sentence& sentence);
    void refuse_size();
    void send(Answer answer);
    void write();
    void on_written(Error error, std::size_t bytes);
    void log_answer();

    void become_stream();
    void leave();

    Premises& premises_;
    Lane& lane_;
    std::unique_ptr<Line> line_;
    std::string peer_;
    bool loopback_ = false;

    State state_ = greeting;
    Clock::time_point deadline_ = Clock::time_point::max();
    Clock::time_point began_;
    bool refused_late_ = false;

    boost::beast::flat_buffer buffer_;
    HeadEnd head_end_;
    Request request_;
    Terms terms_;
    std::uint64_t body_left_ = 0;
    std::size_t held_ = 0;
    std::unique_ptr<boost::beast::http::request_parser<boost::beast::http::string_body>> chunks_;

    Answer answer_;
    std::size_t written_ = 0;
};

}  // namespace sala::web
