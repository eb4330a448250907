// SPDX-License-Identifier: Apache-2.0

#include "web/server_lane.hpp"

#include "web/connection_stream.hpp"

#include <boost/asio/post.hpp>

#include <sched.h>

#include <array>
#include <span>
#include <utility>
#include <vector>

namespace sala::web {

namespace net = boost::asio;

namespace {

constexpr auto round_every = std::chrono::milliseconds{250};
// Half a millisecond's work.
constexpr std::size_t streams_at_once = Sends::parcels_max;
constexpr std::size_t looked_at_once = 1024;
constexpr auto open_requests_get = std::chrono::milliseconds{900};

// A lane that has something to send does not push a worker off its processor in the middle of a
// page: it takes the next free one, or waits some milliseconds for the end of the worker's turn and
// sends what was answered meanwhile together. See sched(7), SCHED_BATCH; measured on one processor,
// a page of fifty rows takes 225 microseconds instead of 290. Refused, it is slower and no worse.
void push_nobody_aside()
{
    const sched_param none{};
    static_cast<void>(::sched_setscheduler(0, SCHED_BATCH, &none));
}

}  // namespace

Lane::Lane(Premises& premises)
    : premises_(premises),
      context_(1),
      round_(context_),
      last_call_(context_)
{
}

Lane::~Lane()
{
    // Handlers that never ran hold connections, and those hold sockets of this context.
    to_send_.clear();
    occupants_.clear();
}

void Lane::run()
{
    push_nobody_aside();
    look_round();
    context_.run();
}

void Lane::admit(std::shared_ptr<Occupant> occupant)
{
    auto* key = occupant.get();
    occupants_.emplace(key, std::move(occupant));
}

void Lane::remove(Occupant& occupant)
{
    occupants_.erase(&occupant);
    if (wrapping_up_ && occupants_.empty())
        context_.stop();
}

void Lane::send_soon(std::shared_ptr<Stream> stream)
{
    const std::lock_guard lock(sending_);
    to_send_.push_back(std::move(stream));
    if (!std::exchange(is_sending_, true))
        net::post(context_, [this] { send_some(); });
}

void Lane::send_some()
{
    std::array<std::shared_ptr<Stream>, streams_at_once> some;
    std::array<Parcel, streams_at_once> parcels;
    {
        const std::lock_guard lock(sending_);
        for (std::size_t i = 0; i < some.size() && !to_send_.empty(); ++i) {
            some[i] = std::move(to_send_.front());
            to_send_.pop_front();
        }
    }
    std::size_t count = 0;
    for (; count < some.size() && some[count]; ++count)
        if (const auto bytes = some[count]->to_send(); !bytes.empty())
            parcels[count] = {.socket = some[count]->socket(), .bytes = bytes};
    sends_.send(std::span(parcels).first(count));
    for (std::size_t i = 0; i < count; ++i)
        if (parcels[i].socket >= 0)
            some[i]->was_sent(parcels[i].taken);
    const std::lock_guard lock(sending_);
    is_sending_ = !to_send_.empty();
    if (is_sending_)
        net::post(context_, [this] { send_some(); });
}

// One timer for all: a timer a connection would cost more than the requests themselves.
void Lane::look_round()
{
    round_.expires_after(round_every);
    round_.async_wait([this](boost::system::error_code error) {
        if (error)
            return;
        const auto now = Clock::now();
        std::vector<std::shared_ptr<Occupant>> late;
        // Of thousands a part each time: to look at all would cost a tenth of what they are sent.
        thread_local std::size_t round = 0;
        const auto parts = 1 + occupants_.size() / looked_at_once;
        for (auto bucket = ++round % parts; bucket < occupants_.bucket_count(); bucket += parts)
            for (auto one = occupants_.begin(bucket); one != occupants_.end(bucket); ++one)
                if (one->second->is_late(now))
                    late.push_back(one->second);
        for (const auto& occupant : late)
            occupant->too_late();
        premises_.log.flush();
        look_round();
    });
}

void Lane::wrap_up()
{
    net::post(context_, [this] {
        wrapping_up_ = true;
        std::vector<std::shared_ptr<Occupant>> all;
        all.reserve(occupants_.size());
        for (const auto& [key, occupant] : occupants_)
            all.push_back(occupant);
        for (const auto& occupant : all)
            occupant->wrap_up();
        if (occupants_.empty())
            return context_.stop();
        last_call_.expires_after(open_requests_get);
        last_call_.async_wait([this](boost::system::error_code) { last_call(); });
    });
}

void Lane::last_call()
{
    const auto all = std::exchange(occupants_, {});
    for (const auto& [key, occupant] : all)
        occupant->finish();
    context_.stop();
}

}  // namespace sala::web
