// SPDX-License-Identifier: Apache-2.0
//
// The line to one visitor, plain or TLS: bytes in, bytes out, and a polite end. A connection that
// becomes a stream hands its line on. Everything here is called on the lane it belongs to; whoever
// waits for something keeps the line alive. Only server*.cpp and connection*.cpp include this file.

#pragma once

#include "web/connection_tls.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace sala::web {

class Line {
public:
    using Socket = boost::asio::ip::tcp::socket;
    using Error = boost::system::error_code;
    using Parts = std::array<std::string_view, 2>;

    Line(Socket socket, SSL_CTX* tls);  // null: plain

    bool is_secure() const { return tls_ != nullptr; }
    // Who is at the other end, without the cloak of IPv6 around IPv4; and whether that and our own
    // end are this machine.
    std::string peer() const;
    bool is_loopback() const;

    // `then(Error)` when both sides have agreed how to speak.
    template <class Then>
    void greet(Then then);
    // `then(Error, bytes)`, once, never from inside these calls.
    template <class Then>
    void read_some(boost::asio::mutable_buffer into, Then then);
    template <class Then>
    void write_some(const Parts& parts, Then then);

    // For whoever sends to thousands at once: what the kernel is to be given for `words` (empty:
    // the line is broken), what it took of that, and then the rest, all of it.
    std::string_view made_ready(std::string_view words);
    int socket() { return socket_.native_handle(); }
    std::string_view left_of(std::string_view ready, std::size_t taken);
    template <class Then>
    void write_rest(std::string_view rest, Then then);

    void keep_little(std::size_t bytes);  // in the kernel, of what waits to be sent
    // Where to read what nobody wants to know: all visitors of a lane share the place.
    static boost::asio::mutable_buffer crumbs();
    void cancel();  // who waits hears of it with an error
    void close();   // at once; harmless to repeat
    // Says that we are done and waits for the other side to agree; `then()` when it has.
    template <class Then>
    void part(Then then);

private:
    template <class Then>
    void greets_on(Then then);
    template <class Then>
    void reads_on(boost::asio::mutable_buffer into, Then then);
    // Sends what is sealed; `then(error)` from inside.
    template <class Then>
    void sends_on(Then then);
    template <class Then>
    void drain(Then then);
    template <class Then, class... What>
    void soon(Then then, What... what);

    // What has been sealed goes to the kernel, as far as it takes it.
    Error send_sealed();
    std::size_t seal(const Parts& parts);

    Socket socket_;
    std::unique_ptr<Tls> tls_;
};

template <class Then, class... What>
void Line::soon(Then then, What... what)
{
    boost::asio::post(socket_.get_executor(),
                      [then = std::move(then), what...]() mutable { then(what...); });
}

template <class Then>
void Line::greet(Then then)
{
    if (tls_)
        greets_on(std::move(then));
    else
        soon(std::move(then), Error{});
}

template <class Then>
void Line::greets_on(Then then)
{
    const auto step = tls_->greet(socket_.native_handle());
    sends_on([this, step, then = std::move(then)](Error error) mutable {
        if (error || step == Tls::done)
            return soon(std::move(then), error);
        if (step != Tls::wants_more)
            return soon(std::move(then), Error(boost::asio::error::connection_aborted));
        socket_.async_wait(Socket::wait_read, [this, then = std::move(then)](Error failed) mutable {
            if (failed || !socket_.is_open())
                then(failed ? failed : Error(boost::asio::error::operation_aborted));
            else
                greets_on(std::move(then));
        });
    });
}

// Nothing is tried before something has come: most reads wait for the next question.
template <class Then>
void Line::read_some(boost::asio::mutable_buffer into, Then then)
{
    if (!tls_)
        return socket_.async_read_some(into, std::move(then));
    if (tls_->holds_more())
        return boost::asio::post(
            socket_.get_executor(),
            [this, into, then = std::move(then)]() mutable { reads_on(into, std::move(then)); });
    socket_.async_wait(Socket::wait_read,
                       [this, into, then = std::move(then)](Error error) mutable {
                           if (error)
                               then(error, 0);
                           else
                               reads_on(into, std::move(then));
                       });
}

template <class Then>
void Line::reads_on(boost::asio::mutable_buffer into, Then then)
{
    if (!socket_.is_open())
        return then(Error(boost::asio::error::operation_aborted), 0);
    std::size_t bytes = 0;
    const auto step =
        tls_->read(socket_.native_handle(), static_cast<char*>(into.data()), into.size(), bytes);
    // The protocol may have something to say itself; what the kernel does not take now goes with
    // the next answer.
    if (const auto error = send_sealed(); error && step == Tls::done)
        return then(error, 0);
    switch (step) {
    case Tls::done:
        return then(Error{}, bytes);
    case Tls::wants_more:
        return read_some(into, std::move(then));
    case Tls::ended:
        return then(Error(boost::asio::error::eof), 0);
    case Tls::broken:
        return then(Error(boost::asio::error::connection_aborted), 0);
    }
}

template <class Then>
void Line::write_some(const Parts& parts, Then then)
{
    if (!tls_)
        return socket_.async_write_some(
            std::array{boost::asio::const_buffer(parts[0].data(), parts[0].size()),
                       boost::asio::const_buffer(parts[1].data(), parts[1].size())},
            std::move(then));
    const auto bytes = seal(parts);
    if (bytes == 0)
        return soon(std::move(then), Error(boost::asio::error::connection_aborted), std::size_t{0});
    sends_on([this, bytes, then = std::move(then)](Error error) mutable {
        soon(std::move(then), error, error ? 0 : bytes);
    });
}

template <class Then>
void Line::sends_on(Then then)
{
    const auto error = send_sealed();
    if (error || tls_->to_send().empty())
        return then(error);
    socket_.async_wait(Socket::wait_write, [this, then = std::move(then)](Error failed) mutable {
        if (failed || !socket_.is_open())
            then(failed ? failed : Error(boost::asio::error::operation_aborted));
        else
            sends_on(std::move(then));
    });
}

template <class Then>
void Line::write_rest(std::string_view rest, Then then)
{
    if (tls_)
        sends_on(std::move(then));
    else
        boost::asio::async_write(
            socket_, boost::asio::const_buffer(rest.data(), rest.size()),
            [then = std::move(then)](Error error, std::size_t) mutable { then(error); });
}

// Closing while bytes are unread would reset the connection and could destroy the answer on its
// way.
template <class Then>
void Line::part(Then then)
{
    if (tls_) {
        tls_->say_goodbye();
        send_sealed();
    }
    Error ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
    drain(std::move(then));
}

template <class Then>
void Line::drain(Then then)
{
    socket_.async_read_some(crumbs(),
                            [this, then = std::move(then)](Error error, std::size_t) mutable {
                                if (error || !socket_.is_open())
                                    then();
                                else
                                    drain(std::move(then));
                            });
}

}  // namespace sala::web
