// SPDX-License-Identifier: Apache-2.0

#include "web/connection_stream.hpp"

#include "web/connection_wire.hpp"
#include "web/percent.hpp"

#include <cerrno>
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

void Stream::begin(Premises& premises, Lane& lane, std::unique_ptr<Line> line,
                   const std::string& topic, const Request& request)
{
    auto how = joining_of(request);
    const bool stays = !how.once;
    line->keep_little(premises.options.stream_bytes_max);
    const auto stream = std::make_shared<Stream>(premises, lane, std::move(line));
    lane.admit(stream);
    premises.hub.join(topic, stream, std::move(how));
    // Whoever gets one answer is heard of again when it cannot be written.
    if (stays)
        stream->watch_for_leaving();
}

Stream::Stream(Premises& premises, Lane& lane, std::unique_ptr<Line> line)
    : premises_(premises),
      lane_(lane),
      line_(std::move(line))
{
    ++premises_.connections;
}

bool Stream::send(std::shared_ptr<const std::string> bytes)
{
    const std::lock_guard lock(mutex_);
    // One event larger than everything that may wait is still taken when nothing else waits.
    if (has_ended_ ||
        (waiting_bytes_ > 0 && waiting_bytes_ + bytes->size() > premises_.options.stream_bytes_max))
        return false;
    waiting_bytes_ += bytes->size();
    waiting_ =
        waiting_ ? std::make_shared<const std::string>(*waiting_ + *bytes) : std::move(bytes);
    if (!std::exchange(is_sending_, true))
        lane_.send_soon(shared_from_this());
    return true;
}

void Stream::close()
{
    const std::lock_guard lock(mutex_);
    if (!has_ended_)
        net::post(lane_.context(), [self = shared_from_this()] { self->finish(); });
}

void Stream::send_last(std::shared_ptr<const std::string> bytes)
{
    {
        const std::lock_guard lock(mutex_);
        is_last_ = true;
    }
    if (!send(std::move(bytes)))
        close();
}

std::string_view Stream::to_send()
{
    {
        const std::lock_guard lock(mutex_);
        under_way_ = std::move(waiting_);
    }
    if (!line_ || is_parting_ || !under_way_)
        return {};
    ready_ = line_->made_ready(*under_way_);
    if (ready_.empty())
        finish();
    return ready_;
}

// Mostly the kernel takes all of it at once; then nothing has to be waited for.
void Stream::was_sent(long taken)
{
    if (!line_)
        return;
    if (taken < 0 && taken != -EAGAIN && taken != -EINTR)
        return finish();
    const auto left = line_->left_of(ready_, taken < 0 ? 0 : static_cast<std::size_t>(taken));
    if (left.empty())
        return all_sent();
    deadline_ = Clock::now() + premises_.options.sender_time_max;
    line_->write_rest(left, [self = shared_from_this()](Line::Error error) {
        if (!self->line_)
            return;
        if (error)
            return self->finish();
        self->deadline_ = Clock::time_point::max();
        self->all_sent();
    });
}

void Stream::all_sent()
{
    bool last = false;
    {
        const std::lock_guard lock(mutex_);
        waiting_bytes_ -= std::exchange(under_way_, nullptr)->size();
        is_sending_ = waiting_ != nullptr;
        last = is_last_ && !is_sending_;
        if (!is_sending_ && !last)
            return;
    }
    if (last)
        part();
    else
        lane_.send_soon(shared_from_this());
}

// Whatever a reader of events sends is ignored; only the end of it matters.
void Stream::watch_for_leaving()
{
    line_->read_some(Line::crumbs(), [self = shared_from_this()](Line::Error error, std::size_t) {
        if (!self->line_)
            return;
        if (error)
            self->finish();
        else
            self->watch_for_leaving();
    });
}

void Stream::part()
{
    premises_.hub.leave(this);
    is_parting_ = true;
    deadline_ = Clock::now() + farewell_time_max;
    line_->part([self = shared_from_this()] { self->finish(); });
}

// The hub may hold this longer than the lane lives, so the line goes here, behind whatever already
// has something to tell it.
void Stream::finish()
{
    if (!line_)
        return;
    const auto self = shared_from_this();
    {
        const std::lock_guard lock(mutex_);
        has_ended_ = true;
        waiting_.reset();
    }
    line_->close();
    net::post(lane_.context(), [line = std::move(line_)] {});
    premises_.hub.leave(this);
    --premises_.connections;
    lane_.remove(*this);
}

}  // namespace sala::web
