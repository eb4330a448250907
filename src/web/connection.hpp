// SPDX-License-Identifier: Apache-2.0
//
// One visitor's connection, plain or TLS: reads a request, has it answered, writes, and again.
//
// Everything here runs on the connection's lane, except the handler. Requests that were sent ahead
// wait in the buffer, so answers leave in the order of the questions. Only server*.cpp and
// connection*.cpp include this file.

#pragma once

#include "web/server_answer.hpp"
#include "web/server_head.hpp"
#include "web/server_lane.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace sala::web {

class Stream;

class Connection : public std::enable_shared_from_this<Connection> {
public:
    using Socket = boost::asio::ip::tcp::socket;

    Connection(Premises& premises, Lane& lane, Socket socket, boost::asio::ssl::context* tls);
    ~Connection();

    void begin();
    void turn_away();  // there are too many: 503 instead of a conversation

    bool is_late(Clock::time_point now) const { return now >= deadline_; }
    void too_late();
    void wrap_up();
    void finish();  // closes at once; harmless to repeat

    // For Stream: sends these and calls Stream::sent(); and says goodbye after the last.
    void write_events(std::vector<std::shared_ptr<const std::string>> events);
    void end_stream();

private:
    enum State {
        greeting,
        idle,
        reading_head,
        reading_body,
        working,
        writing,
        streaming,
        leaving,
        gone
    };
    using Error = boost::system::error_code;

    template <class Buffers, class Then>
    void read_some(Buffers buffers, Then then);
    template <class Buffers, class Then>
    void write_some(Buffers buffers, Then then);
    template <class Buffers, class Then>
    void write_all(const Buffers& buffers, Then then);

    void greet();
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

    void answer_request();
    void work();
    void refuse(int status, std::string sentence);
    void refuse(int status, const std::string& code, const Sentence& sentence);
    void refuse_size();
    void send(Answer answer);
    void write();
    void on_written(Error error, std::size_t bytes);
    void log_answer();

    void begin_stream();
    void events_were_sent(std::size_t bytes);
    void watch_for_leaving();
    void leave();
    void hang_up();
    void drain();

    Premises& premises_;
    Lane& lane_;
    Socket socket_;
    std::unique_ptr<boost::asio::ssl::stream<Socket&>> tls_;
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
    std::shared_ptr<Stream> stream_;
    std::vector<std::shared_ptr<const std::string>> events_;
    std::array<char, 64> crumbs_{};
};

}  // namespace sala::web
