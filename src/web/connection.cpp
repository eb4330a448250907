// SPDX-License-Identifier: Apache-2.0
//
// The first half of a connection: reading requests. Answers and leaving are in
// connection_wire.cpp.

#include "web/connection.hpp"

#include "web/connection_wire.hpp"
#include "web/peer.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sala::web {

namespace net = boost::asio;
namespace http = boost::beast::http;

namespace {

constexpr std::size_t read_bytes = 4UL * 1024;
constexpr std::size_t body_read_bytes = 64UL * 1024;

std::string_view view(const boost::beast::flat_buffer& buffer)
{
    return {static_cast<const char*>(buffer.data().data()), buffer.size()};
}

}  // namespace

Connection::Connection(Premises& premises, Lane& lane, std::unique_ptr<Line> line)
    : premises_(premises),
      lane_(lane),
      line_(std::move(line)),
      peer_(line_->peer()),
      loopback_(line_->is_loopback())
{
    ++premises_.connections;
}

Connection::~Connection()
{
    premises_.bodies_bytes -= held_;
    --premises_.connections;
}

void Connection::begin()
{
    if (premises_.stopping)
        return;
    lane_.admit(shared_from_this());
    deadline_ = Clock::now() + premises_.options.sender_time_max;
    line_->greet([self = shared_from_this()](Error error) {
        if (self->state_ == gone)
            return;
        if (error)
            return self->finish();
        self->next_request();
    });
}

void Connection::turn_away()
{
    if (line_->is_secure() || premises_.stopping)
        return;  // a handshake for a "no" costs what we do not have
    lane_.admit(shared_from_this());
    refuse(503, "Too many people are connected at the moment. Please try again shortly.");
}

void Connection::too_late()
{
    if (state_ != reading_head && state_ != reading_body)
        return finish();
    // The read that is under way ends with an error, and on_read() then says why.
    refused_late_ = true;
    deadline_ = Clock::now() + farewell_time_max;
    line_->cancel();
}

void Connection::next_request()
{
    forget_request();
    if (premises_.stopping)
        return finish();
    state_ = idle;
    deadline_ = Clock::now() + premises_.options.idle_time_max;
    if (buffer_.size() > 0)
        take_head();
    else
        read();
}

void Connection::forget_request()
{
    premises_.bodies_bytes -= std::exchange(held_, 0);
    request_ = {};
    terms_ = {};
    chunks_.reset();
    head_end_.again();
    if (buffer_.capacity() > 4 * read_bytes && buffer_.size() == 0)
        buffer_.shrink_to_fit();
}

void Connection::read()
{
    line_->read_some(buffer_.prepare(state_ == reading_body ? body_read_bytes : read_bytes),
                     [self = shared_from_this()](Error error, std::size_t bytes) {
                         self->on_read(error, bytes);
                     });
}

void Connection::on_read(Error error, std::size_t bytes)
{
    if (state_ == gone)
        return;
    if (refused_late_)
        return state_ == reading_body
                   ? refuse(408, "too-slow", tr("What you sent took too long to arrive."))
                   : refuse(408, "The request took too long to arrive.");
    if (error)
        return finish();
    buffer_.commit(bytes);
    if (state_ == reading_body)
        take_body();
    else
        take_head();
}

void Connection::take_head()
{
    // RFC 9112, 2.2: empty lines before a request are ignored.
    while (state_ == idle && view(buffer_).starts_with("\r\n"))
        buffer_.consume(2);
    if (buffer_.size() == 0 || (state_ == idle && view(buffer_) == "\r"))
        return read();
    if (state_ == idle) {
        state_ = reading_head;
        began_ = Clock::now();
        deadline_ = began_ + premises_.options.sender_time_max;
    }
    const auto found = head_end_.look(view(buffer_));
    const auto bytes = found == HeadEnd::whole ? head_end_.length() : buffer_.size();
    if (found == HeadEnd::broken)
        return refuse(400, "Lines of a request must end with a carriage return and a line feed.");
    if (found == HeadEnd::more && head_end_.in_first_line() && bytes > target_bytes_max + 64)
        return refuse(414, "The address is longer than 8 KiB.");
    if (bytes > premises_.options.header_bytes_max)
        return refuse(431, fmt::format("The head of the request is longer than {} bytes.",
                                       premises_.options.header_bytes_max));
    if (found == HeadEnd::more)
        return read();
    auto head = read_head(view(buffer_).substr(0, bytes));
    if (auto* no = std::get_if<HeadRefusal>(&head))
        return refuse(no->status, std::move(no->sentence));
    accept_head(std::move(std::get<Head>(head)), bytes);
}

void Connection::accept_head(Head head, std::size_t head_bytes)
{
    request_.method = std::move(head.method);
    request_.target = std::move(head.target);
    request_.headers = std::move(head.headers);
    request_.peer = peer_of(request_.headers, peer_);
    request_.secure = line_->is_secure();
    request_.loopback = loopback_ && !forwarded_in_the_clear(request_.headers);
    terms_.old = head.old;
    terms_.keep_alive = head.keep_alive && !premises_.stopping;
    terms_.head_only = request_.method == "HEAD";
    body_left_ = head.length;
    if (head.length > premises_.options.body_bytes_max)
        return refuse_size();
    if (head.chunked && !expect_chunks(head_bytes))
        return refuse(400, "The request cannot be understood.");
    buffer_.consume(head_bytes);
    state_ = reading_body;
    if (head.expects_continue && buffer_.size() == 0 && (body_left_ > 0 || chunks_))
        invite_body();
    else
        take_body();
}

// Chunks are Beast's to read; it wants to have seen the head.
bool Connection::expect_chunks(std::size_t head_bytes)
{
    chunks_ = std::make_unique<http::request_parser<http::string_body>>();
    chunks_->header_limit(static_cast<std::uint32_t>(premises_.options.header_bytes_max));
    chunks_->body_limit(premises_.options.body_bytes_max);
    chunks_->eager(true);
    Error error;
    chunks_->put(net::buffer(buffer_.data(), head_bytes), error);
    return !error || error == http::error::need_more;
}

// RFC 9110, 10.1.1: the sender waits to hear that the body is welcome.
void Connection::invite_body()
{
    static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    line_->write_some({go_on, {}}, [self = shared_from_this()](Error error, std::size_t bytes) {
        if (self->state_ == gone)
            return;
        // So few bytes are taken whole, or the visitor takes nothing any more.
        if (error || bytes < go_on.size())
            return self->finish();
        self->read();
    });
}

// A body that is taken only in part is either read on or refused; whole, it is answered.
void Connection::take_body()
{
    if (!(chunks_ ? take_chunked_body() : take_plain_body()))
        return;
    answer_request();
}

bool Connection::take_plain_body()
{
    const auto bytes =
        static_cast<std::size_t>(std::min<std::uint64_t>(body_left_, buffer_.size()));
    if (!hold(bytes))
        return false;
    request_.body.append(view(buffer_).substr(0, bytes));
    buffer_.consume(bytes);
    body_left_ -= bytes;
    if (body_left_ > 0)
        read();
    return body_left_ == 0;
}

bool Connection::take_chunked_body()
{
    while (buffer_.size() > 0 && !chunks_->is_done()) {
        Error error;
        const auto bytes = chunks_->put(buffer_.data(), error);
        buffer_.consume(bytes);
        if (!hold(bytes))
            return false;
        if (error == http::error::need_more)
            break;
        if (error == http::error::body_limit)
            return refuse_size(), false;
        if (error)
            return refuse(400, "The chunks of the body cannot be understood."), false;
    }
    if (!chunks_->is_done()) {
        if (buffer_.size() > premises_.options.header_bytes_max)
            refuse(431, "A chunk's extension or a trailer is too long.");
        else
            read();
        return false;
    }
    // Trailers stay behind: only what stood in the head counts as a header.
    request_.body = std::move(chunks_->get().body());
    return true;
}

// Memory for bodies is shared by all who send at the same time. A small form passes nevertheless:
// a few who hold large files must not keep everybody from signing in and saving.
bool Connection::hold(std::size_t bytes)
{
    held_ += bytes;
    deadline_ += std::chrono::milliseconds{bytes * 1000 / bytes_a_second_min};
    const auto of_all = premises_.bodies_bytes += bytes;
    if (of_all <= premises_.options.bodies_bytes_max || held_ <= premises_.options.small_body_bytes)
        return true;
    refuse(503, "too-many-send",
           tr("Too many large files are being sent at the moment. Please try again shortly."));
    return false;
}

}  // namespace sala::web
