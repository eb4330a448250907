// SPDX-License-Identifier: Apache-2.0

#include "web/connection_stream.hpp"

#include "web/connection.hpp"
#include "web/connection_wire.hpp"
#include "web/percent.hpp"
#include "web/server_lane.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <utility>

namespace sala::web {

namespace net = boost::asio;

namespace {

// WHATWG HTML, 9.2.4: a browser that comes back names the last event it heard. Whoever cannot set
// headers says it in the address. The words are not checked here: the hub knows its own marks.
live::Joining joining_of(const Request& request)
{
    live::Joining how;
    how.since = request.header("Last-Event-ID");
    const auto mark = request.target.find('?');
    if (mark == std::string::npos)
        return how;
    for (auto& [name, value] : read_pairs(std::string_view(request.target).substr(mark + 1)))
        if (name == "since")
            how.since = std::move(value);
        else if (name == "once")
            how.once = value == "1";
    return how;
}

}  // namespace

Stream::Stream(std::weak_ptr<Connection> connection, Lane& lane, std::size_t waiting_bytes_max)
    : connection_(std::move(connection)),
      lane_(lane),
      waiting_bytes_max_(waiting_bytes_max)
{
}

bool Stream::send(std::shared_ptr<const std::string> bytes)
{
    const std::lock_guard lock(mutex_);
    // One event larger than everything that may wait is still taken when nothing else waits.
    if (ended_ || (waiting_bytes_ > 0 && waiting_bytes_ + bytes->size() > waiting_bytes_max_))
        return false;
    waiting_bytes_ += bytes->size();
    waiting_.push_back(std::move(bytes));
    if (!std::exchange(under_way_, true))
        lane_.send_soon(shared_from_this());
    return true;
}

void Stream::close()
{
    const std::lock_guard lock(mutex_);
    if (ended_)
        return;
    net::post(lane_.context(), [weak = connection_] {
        if (const auto connection = weak.lock())
            connection->finish();
    });
}

void Stream::send_last(std::shared_ptr<const std::string> bytes)
{
    {
        const std::lock_guard lock(mutex_);
        last_ = true;
    }
    if (!send(std::move(bytes)))
        close();
}

void Stream::sent(std::size_t bytes)
{
    bool last = false;
    {
        const std::lock_guard lock(mutex_);
        waiting_bytes_ -= bytes;
        under_way_ = !waiting_.empty();
        last = last_ && !under_way_;
        if (!under_way_ && !last)
            return;
    }
    if (!last)
        return lane_.send_soon(shared_from_this());
    if (const auto connection = connection_.lock())
        connection->end_stream();
}

void Stream::end()
{
    const std::lock_guard lock(mutex_);
    ended_ = true;
    waiting_.clear();
}

void Stream::send_waiting()
{
    std::vector<std::shared_ptr<const std::string>> events;
    {
        const std::lock_guard lock(mutex_);
        events.swap(waiting_);
    }
    const auto connection = connection_.lock();
    if (connection && !events.empty())
        connection->write_events(std::move(events));
}

void Connection::begin_stream()
{
    if (premises_.stopping)
        return finish();
    state_ = streaming;
    deadline_ = Clock::time_point::max();
    // Thousands of streams may stay open for hours: keep little for each, here and in the kernel.
    Error ignored;
    socket_.set_option(
        net::socket_base::send_buffer_size(static_cast<int>(premises_.options.stream_bytes_max)),
        ignored);
    socket_.non_blocking(true, ignored);
    buffer_.clear();
    buffer_.shrink_to_fit();
    const auto topic = std::move(answer_.stream);
    auto how = joining_of(request_);
    request_ = {};
    answer_ = {};
    stream_ = std::make_shared<Stream>(weak_from_this(), lane_, premises_.options.stream_bytes_max);
    const bool stays = !how.once;
    premises_.hub.join(topic, stream_, std::move(how));
    // Whoever gets one answer is heard of again when it cannot be written.
    if (stays)
        watch_for_leaving();
}

// Whatever a reader of events sends is ignored; only the end of it matters.
void Connection::watch_for_leaving()
{
    read_some(net::buffer(crumbs_), [self = shared_from_this()](Error error, std::size_t) {
        if (self->state_ == gone)
            return;
        if (error)
            self->finish();
        else
            self->watch_for_leaving();
    });
}

void Connection::end_stream()
{
    if (state_ != streaming)
        return;
    premises_.hub.leave(stream_.get());
    stream_->end();
    leave();
}

void Connection::write_events(std::vector<std::shared_ptr<const std::string>> events)
{
    if (state_ != streaming)
        return;
    events_ = std::move(events);
    std::vector<net::const_buffer> parts;
    parts.reserve(events_.size());
    for (const auto& event : events_)
        parts.emplace_back(event->data(), event->size());
    // Mostly all of it fits into the kernel at once; then nothing has to be waited for.
    std::size_t at_once = 0;
    if (!tls_) {
        Error error;
        at_once = socket_.write_some(parts, error);
        if (error && error != net::error::would_block)
            return finish();
        auto done = at_once;
        for (auto& part : parts) {
            const auto of_part = std::min(done, part.size());
            part += of_part;
            done -= of_part;
        }
        if (net::buffer_size(parts) == 0)
            return events_were_sent(at_once);
    }
    deadline_ = Clock::now() + premises_.options.sender_time_max;
    write_all(parts, [self = shared_from_this(), at_once](Error error, std::size_t bytes) {
        if (self->state_ == gone)
            return;
        if (error)
            return self->finish();
        self->deadline_ = Clock::time_point::max();
        self->events_were_sent(at_once + bytes);
    });
}

void Connection::events_were_sent(std::size_t bytes)
{
    events_.clear();
    stream_->sent(bytes);
}

}  // namespace sala::web
