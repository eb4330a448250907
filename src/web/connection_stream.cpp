// SPDX-License-Identifier: Apache-2.0

#include "web/connection_stream.hpp"

#include "web/connection.hpp"

#include <boost/asio/post.hpp>

#include <utility>

namespace sala::web {

namespace net = boost::asio;

Stream::Stream(std::weak_ptr<Connection> connection, net::io_context& lane,
               std::size_t waiting_bytes_max)
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
        net::post(lane_, [self = shared_from_this()] { self->send_waiting(); });
    return true;
}

void Stream::close()
{
    const std::lock_guard lock(mutex_);
    if (ended_)
        return;
    net::post(lane_, [weak = connection_] {
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
        return send_waiting();
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

}  // namespace sala::web
