// SPDX-License-Identifier: Apache-2.0

#include "live/seating.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <thread>
#include <utility>

namespace sala::live {

namespace {

// A browser whose stream broke comes back after three seconds.
const Bytes greeting = std::make_shared<const std::string>("retry: 3000\n\n");
const Bytes heartbeat = std::make_shared<const std::string>(":\n\n");
// What was missed is not known any more.
const Bytes reset = std::make_shared<const std::string>("event: reset\ndata: \n\n");

std::string fresh_epoch()
{
    std::random_device chance;
    const auto number = (std::uint64_t{chance()} << 32) | chance();
    return fmt::format("{:x}", number);
}

Bytes joined_up(const std::vector<Bytes>& parts)
{
    if (parts.size() == 1)
        return parts.front();
    std::string all;
    for (const auto& part : parts)
        all += *part;
    return std::make_shared<const std::string>(std::move(all));
}

}  // namespace

Seating::Seating(HubOptions options) : options_(std::move(options))
{
    if (options_.epoch.empty())
        options_.epoch = fresh_epoch();
}

void Seating::seat(const std::string& name, std::shared_ptr<Watcher> watcher, const Joining& how)
{
    auto& topic = topics_[name];
    const auto* key = watcher.get();
    const auto missed = missed_by(topic, how);
    if (how.once && !missed.empty())
        return watcher->send_last(joined_up(missed));
    if (!how.once && !watcher->send(greeting))
        return watcher->close();
    for (const auto& bytes : missed)
        if (!watcher->send(bytes))
            return watcher->close();
    places_[key] = {&topic, topic.seats.size()};
    topic.seats.push_back({std::move(watcher), next_beat(), how.once});
    count = places_.size();
    if (!topic.history.last() && options_.wanted)
        options_.wanted(name);
}

std::vector<Bytes> Seating::missed_by(const Topic& topic, const Joining& how) const
{
    const auto& last = topic.history.last();
    const auto mark = Mark::read(how.since);
    if (!mark)
        return last ? std::vector<Bytes>{last} : std::vector<Bytes>{};
    if (auto since = topic.history.since(options_.epoch, *mark))
        return *std::move(since);
    return {last && topic.history.is_whole() ? last : reset};
}

void Seating::unseat(const Watcher* watcher)
{
    const auto found = places_.find(watcher);
    if (found == places_.end())
        return;
    const auto [topic, number] = found->second;
    places_.erase(found);
    if (number + 1 < topic->seats.size()) {
        topic->seats[number] = std::move(topic->seats.back());
        places_[topic->seats[number].watcher.get()].number = number;
    }
    topic->seats.pop_back();
    count = places_.size();
}

// Backwards: who is dropped is replaced by one who has been told already.
void Seating::tell(const std::string& name, const std::string& event, bool whole)
{
    auto& topic = topics_[name];
    const auto bytes = topic.history.add(options_.epoch, event, whole, options_.history);
    for (auto i = topic.seats.size(); i-- > 0 && !ending;) {
        send(topic.seats[i], bytes);
        rest();
    }
}

void Seating::dismiss(const std::string& name)
{
    for (auto& seat : std::exchange(topics_[name].seats, {})) {
        places_.erase(seat.watcher.get());
        seat.watcher->close();
    }
    count = places_.size();
}

void Seating::beat()
{
    const auto now = Clock::now();
    for (auto& [name, topic] : topics_)
        for (auto i = topic.seats.size(); i-- > 0 && !ending;)
            if (topic.seats[i].beat_at <= now) {
                topic.seats[i].beat_at = next_beat();
                send(topic.seats[i], heartbeat);
                rest();
            }
}

void Seating::send(const Seat& seat, const Bytes& bytes)
{
    const bool last = seat.once;
    const auto watcher = seat.watcher;  // held here: its seat may go meanwhile
    if (!last && watcher->send(bytes))
        return;
    unseat(watcher.get());
    if (last)
        watcher->send_last(bytes);
    else
        watcher->close();
}

void Seating::rest()
{
    if (++sent_ % options_.batch == 0)
        std::this_thread::sleep_for(options_.batch_pause);
}

void Seating::close_all()
{
    for (auto& [name, topic] : topics_)
        for (auto& seat : std::exchange(topic.seats, {}))
            seat.watcher->close();
    places_.clear();
    count = 0;
}

Clock::time_point Seating::next_beat()
{
    // The round may come a little late.
    const auto latest =
        options_.heartbeat_max - std::chrono::ceil<std::chrono::milliseconds>(round_time());
    std::uniform_int_distribution<std::int64_t> between(
        options_.heartbeat_min.count(), std::max(options_.heartbeat_min, latest).count());
    return Clock::now() + std::chrono::milliseconds{between(chance_)};
}

Clock::duration Seating::round_time() const
{
    return std::clamp<Clock::duration>(options_.heartbeat_min / 8, std::chrono::milliseconds{5},
                                       std::chrono::seconds{1});
}

void Seating::when_wanted(std::function<void(const std::string&)> wanted)
{
    options_.wanted = std::move(wanted);
}

}  // namespace sala::live
