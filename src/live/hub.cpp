// SPDX-License-Identifier: Apache-2.0

#include "live/hub.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <iterator>
#include <mutex>
#include <random>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sala::live {

namespace {

using Clock = std::chrono::steady_clock;
using Bytes = std::shared_ptr<const std::string>;

// A browser whose stream broke comes back after three seconds.
const Bytes greeting = std::make_shared<const std::string>("retry: 3000\n\n");
const Bytes heartbeat = std::make_shared<const std::string>(":\n\n");

struct Wish {
    enum What { join, leave, publish, snapshot };
    What what;
    std::string topic;
    std::shared_ptr<Watcher> watcher;  // join
    const Watcher* leaver = nullptr;   // leave
    Bytes bytes;                       // publish, snapshot
};

void append_line(std::string& out, std::string_view field, std::string_view line)
{
    out.append(field);
    for (const char c : line)
        if (c != '\r' && c != '\n')
            out += c;
    out += '\n';
}

}  // namespace

std::string event_bytes(std::string_view name, std::string_view data)
{
    std::string out;
    append_line(out, "event: ", name);
    while (true) {
        const auto end = data.find('\n');
        append_line(out, "data: ", data.substr(0, end));
        if (end == std::string_view::npos)
            break;
        data.remove_prefix(end + 1);
    }
    return out += '\n';
}

// Only the hub's thread touches the seats, so sending needs no lock; everybody else leaves wishes.
struct Hub::Inside {
    explicit Inside(HubOptions wanted) : options(wanted) {}

    void wish(Wish wish)
    {
        {
            const std::lock_guard lock(mutex);
            if (!stopped) {
                wishes.push_back(std::move(wish));
                some.notify_one();
                return;
            }
        }
        if (wish.what == Wish::join)
            wish.watcher->close();
    }

    void work()
    {
        auto next_round = Clock::now() + round_time();
        while (true) {
            std::deque<Wish> batch;
            {
                std::unique_lock lock(mutex);
                some.wait_until(lock, next_round, [this] { return stopped || !wishes.empty(); });
                if (stopped)
                    break;
                batch.swap(wishes);
            }
            for (auto& wish : batch) {
                if (ending)
                    break;
                fulfil(wish);
            }
            if (Clock::now() >= next_round) {
                beat();
                next_round = Clock::now() + round_time();
            }
            if (ending)
                unfulfilled.swap(batch);
        }
        close_all();
    }

    void fulfil(Wish& wish)
    {
        switch (wish.what) {
        case Wish::join:
            return seat(wish.topic, std::move(wish.watcher));
        case Wish::leave:
            return unseat(wish.leaver);
        case Wish::snapshot:
            topics[wish.topic].last = std::move(wish.bytes);
            return;
        case Wish::publish:
            return tell(topics[wish.topic], wish.bytes);
        }
    }

    struct Seat {
        std::shared_ptr<Watcher> watcher;
        Clock::time_point beat_at;
    };
    struct Topic {
        Bytes last;
        std::vector<Seat> seats;
    };
    struct Place {
        Topic* topic;
        std::size_t number;
    };

    void seat(const std::string& name, std::shared_ptr<Watcher> watcher)
    {
        auto& topic = topics[name];
        const auto* key = watcher.get();
        if (!watcher->send(greeting) || (topic.last && !watcher->send(topic.last)))
            return watcher->close();
        places[key] = {&topic, topic.seats.size()};
        topic.seats.push_back({std::move(watcher), next_beat()});
        count = places.size();
    }

    void unseat(const Watcher* watcher)
    {
        const auto found = places.find(watcher);
        if (found == places.end())
            return;
        const auto [topic, number] = found->second;
        places.erase(found);
        if (number + 1 < topic->seats.size()) {
            topic->seats[number] = std::move(topic->seats.back());
            places[topic->seats[number].watcher.get()].number = number;
        }
        topic->seats.pop_back();
        count = places.size();
    }

    // Backwards: who is dropped is replaced by one who has been told already.
    void tell(Topic& topic, const Bytes& bytes)
    {
        topic.last = bytes;
        for (auto i = topic.seats.size(); i-- > 0 && !ending;) {
            send(topic.seats[i].watcher, bytes);
            rest();
        }
    }

    void beat()
    {
        const auto now = Clock::now();
        for (auto& [name, topic] : topics)
            for (auto i = topic.seats.size(); i-- > 0 && !ending;)
                if (topic.seats[i].beat_at <= now) {
                    topic.seats[i].beat_at = next_beat();
                    send(topic.seats[i].watcher, heartbeat);
                    rest();
                }
    }

    // The watcher is held here: its seat may go meanwhile.
    // NOLINTNEXTLINE(performance-unnecessary-value-param)
    void send(std::shared_ptr<Watcher> watcher, const Bytes& bytes)
    {
        if (watcher->send(bytes))
            return;
        unseat(watcher.get());
        watcher->close();
    }

    void rest()
    {
        if (++sent % options.batch == 0)
            std::this_thread::sleep_for(options.batch_pause);
    }

    void close_all()
    {
        for (auto& [name, topic] : topics)
            for (auto& seat : std::exchange(topic.seats, {}))
                seat.watcher->close();
        places.clear();
        count = 0;
        {
            const std::lock_guard lock(mutex);
            std::move(wishes.begin(), wishes.end(), std::back_inserter(unfulfilled));
            wishes.clear();
        }
        for (auto& wish : std::exchange(unfulfilled, {}))
            if (wish.what == Wish::join && wish.watcher)
                wish.watcher->close();
    }

    Clock::time_point next_beat()
    {
        // The round may come a little late.
        const auto latest =
            options.heartbeat_max - std::chrono::ceil<std::chrono::milliseconds>(round_time());
        std::uniform_int_distribution<std::int64_t> between(
            options.heartbeat_min.count(), std::max(options.heartbeat_min, latest).count());
        return Clock::now() + std::chrono::milliseconds{between(chance)};
    }

    Clock::duration round_time() const
    {
        return std::clamp<Clock::duration>(options.heartbeat_min / 8, std::chrono::milliseconds{5},
                                           std::chrono::seconds{1});
    }

    const HubOptions options;
    std::mutex mutex;  // guards wishes and stopped
    std::condition_variable some;
    std::deque<Wish> wishes;
    bool stopped = false;
    std::atomic<bool> ending{false};  // as stopped, to be seen in the middle of a fan-out

    std::unordered_map<std::string, Topic> topics;  // never erased from: places point into it
    std::unordered_map<const Watcher*, Place> places;
    std::deque<Wish> unfulfilled;
    std::atomic<std::size_t> count{0};
    std::size_t sent = 0;
    std::minstd_rand chance{std::random_device{}()};
    std::mutex joining;  // of the thread, by stop() and ~Hub()
    std::thread thread;
};

Hub::Hub(HubOptions options) : inside_(std::make_unique<Inside>(options))
{
    inside_->thread = std::thread([inside = inside_.get()] { inside->work(); });
}

Hub::~Hub() { stop(); }

void Hub::join(const std::string& topic, std::shared_ptr<Watcher> watcher)
{
    inside_->wish({.what = Wish::join, .topic = topic, .watcher = std::move(watcher)});
}

void Hub::leave(const Watcher* watcher) { inside_->wish({.what = Wish::leave, .leaver = watcher}); }

void Hub::publish(std::string topic, std::string_view name, std::string_view data)
{
    // Encoded once, however many watch.
    inside_->wish({.what = Wish::publish,
                   .topic = std::move(topic),
                   .bytes = std::make_shared<const std::string>(event_bytes(name, data))});
}

void Hub::set_snapshot(std::string topic, std::string_view name, std::string_view data)
{
    inside_->wish({.what = Wish::snapshot,
                   .topic = std::move(topic),
                   .bytes = std::make_shared<const std::string>(event_bytes(name, data))});
}

std::size_t Hub::watchers() const { return inside_->count; }

void Hub::stop()
{
    {
        const std::lock_guard lock(inside_->mutex);
        inside_->stopped = true;
        inside_->ending = true;
    }
    inside_->some.notify_all();
    const std::lock_guard lock(inside_->joining);
    if (inside_->thread.joinable())
        inside_->thread.join();
}

}  // namespace sala::live
