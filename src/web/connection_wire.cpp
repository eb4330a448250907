// SPDX-License-Identifier: Apache-2.0
//
// The second half of a connection: answering, writing, leaving.

#include "web/connection_wire.hpp"

#include "web/connection.hpp"
#include "web/connection_stream.hpp"

#include <boost/asio/post.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace sala::web {

namespace net = boost::asio;

// How the request waits, when it must.
Pool::Kind Connection::kind_of(const Request& request) const
{
    if (request.method != "GET")
        return Pool::change;
    switch (premises_.sort ? premises_.sort(request) : Asks::page) {
    case Asks::stream:
        return Pool::stream;
    case Asks::public_page:
        return Pool::public_page;
    case Asks::page:
        break;
    }
    return Pool::page;
}

// First at once, here; else on a worker; else, when too many wait, not at all.
void Connection::answer_request()
{
    state_ = working;
    deadline_ = Clock::time_point::max();
    if (terms_.head_only)
        request_.method = "GET";
    if (premises_.at_once) {
        std::optional<Reply> reply;
        try {
            reply = premises_.at_once(request_);
        } catch (...) {
            reply.reset();  // the handler will meet the same trouble and can say so better
        }
        if (reply)
            return send(
                answer_safely(request_, terms_, [&](const Request&) { return std::move(*reply); }));
    }
    if (!premises_.pool.offer([self = shared_from_this()] { self->work(); }, kind_of(request_)))
        send(answer_to(request_,
                       refusal_reply(request_, 503, "too-many-ask",
                                     tr("Too many people are asking at the moment. Please try "
                                        "again in a few seconds.")),
                       terms_));
}

// On a worker. The lane leaves request_ and terms_ alone until send().
void Connection::work()
{
    auto terms = terms_;
    auto answer = answer_safely(request_, terms, [&](const Request& request) {
        auto reply = premises_.handler(request);
        terms.keep_alive = terms.keep_alive && !premises_.stopping;  // perhaps since a moment ago
        return reply;
    });
    net::post(lane_.context(), [self = shared_from_this(), answer = std::move(answer)]() mutable {
        self->send(std::move(answer));
    });
}

void Connection::refuse(int status, std::string sentence)
{
    terms_.keep_alive = false;
    if (state_ == greeting || state_ == idle)
        began_ = Clock::now();
    send(answer_to(request_, plain_reply(status, std::move(sentence)), terms_));
}

// The same once the head is known, so that people get a page and programs a problem.
void Connection::refuse(int status, const std::string& code, const Sentence& sentence)
{
    terms_.keep_alive = false;
    send(answer_to(request_, refusal_reply(request_, status, code, sentence), terms_));
}

void Connection::refuse_size()
{
    constexpr std::size_t mebibyte = 1024UL * 1024;
    const auto most = premises_.options.body_bytes_max;
    refuse(413, "too-much-sent",
           tr("This is more than can be sent here: at most {size}.",
              {{"size", most < mebibyte ? fmt::format("{} B", most)
                                        : fmt::format("{} MiB", most / mebibyte)}}));
}

void Connection::send(Answer answer)
{
    if (state_ == gone)
        return;
    state_ = writing;
    answer_ = std::move(answer);
    written_ = 0;
    write();
}

void Connection::write()
{
    deadline_ = Clock::now() + premises_.options.sender_time_max;
    const auto rest = answer_.rest();
    const auto in_head = std::min(written_, answer_.head.size());
    const auto in_rest = std::min(written_ - in_head, rest.size());
    line_->write_some({std::string_view(answer_.head).substr(in_head), rest.substr(in_rest)},
                      [self = shared_from_this()](Error error, std::size_t bytes) {
                          self->on_written(error, bytes);
                      });
}

void Connection::on_written(Error error, std::size_t bytes)
{
    if (state_ == gone)
        return;
    if (error)
        return finish();
    written_ += bytes;
    if (written_ < answer_.head.size() + answer_.rest().size())
        return write();
    log_answer();
    if (!answer_.stream.empty())
        return become_stream();
    const bool stay = answer_.keep_alive && !premises_.stopping;
    answer_ = {};
    if (stay)
        next_request();
    else
        leave();
}

void Connection::log_answer()
{
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - began_);
    premises_.log.write({.method = terms_.head_only ? "HEAD" : std::string_view(request_.method),
                         .target = request_.target,
                         .status = answer_.status,
                         .bytes = answer_.body_bytes,
                         .took = took,
                         .peer = request_.peer.empty() ? peer_ : request_.peer});
}

// Requests under way are still answered: on_written() sees that we stop.
void Connection::wrap_up()
{
    if (state_ == idle || state_ == greeting)
        finish();
}

void Connection::finish()
{
    if (state_ == gone)
        return;
    const auto self = shared_from_this();
    state_ = gone;
    line_->close();
    lane_.remove(*this);
}

// From here on the visitor is a stream and this connection is over.
void Connection::become_stream()
{
    const auto self = shared_from_this();
    state_ = gone;
    if (premises_.stopping)
        line_->close();
    else
        Stream::begin(premises_, lane_, std::move(line_), answer_.stream, request_);
    lane_.remove(*this);
}

void Connection::leave()
{
    state_ = leaving;
    forget_request();  // what it held is free before the other side hears that we are done
    buffer_.clear();
    deadline_ = Clock::now() + farewell_time_max;
    line_->part([self = shared_from_this()] { self->finish(); });
}

}  // namespace sala::web
