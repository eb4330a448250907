// SPDX-License-Identifier: Apache-2.0

#include "live/hub.hpp"

#include "live/seating.hpp"

#include <condition_variable>
#include <deque>
#include <iterator>
#include <mutex>
#include <thread>
#include <utility>

namespace sala::live {

namespace {

struct Wish {
    enum What { join, leave, publish, whole, dismiss };
    What what;
    std::string topic = {};
    std::shared_ptr<Watcher> watcher = {};  // join
    const Watcher* leaver = nullptr;        // leave
    std::string event = {};                 // publish, whole
    Joining how = {};                       // join
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
    explicit Inside(HubOptions options) : seating(std::move(options)) {}

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
        auto next_round = Clock::now() + seating.round_time();
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
                if (seating.ending)
                    break;
                fulfil(wish);
            }
            if (Clock::now() >= next_round) {
                seating.beat();
                next_round = Clock::now() + seating.round_time();
            }
            if (seating.ending)
                unfulfilled.swap(batch);
        }
        close_all();
    }

    void fulfil(Wish& wish)
    {
        switch (wish.what) {
        case Wish::join:
            return seating.seat(wish.topic, std::move(wish.watcher), wish.how);
        case Wish::leave:
            return seating.unseat(wish.leaver);
        case Wish::publish:
        case Wish::whole:
            return seating.tell(wish.topic, wish.event, wish.what == Wish::whole);
        case Wish::dismiss:
            return seating.dismiss(wish.topic);
        }
    }

    void close_all()
    {
        seating.close_all();
        {
            const std::lock_guard lock(mutex);
            std::move(wishes.begin(), wishes.end(), std::back_inserter(unfulfilled));
            wishes.clear();
        }
        for (auto& wish : std::exchange(unfulfilled, {}))
            if (wish.what == Wish::join && wish.watcher)
                wish.watcher->close();
    }

    std::mutex mutex;  // guards wishes and stopped
    std::condition_variable some;
    std::deque<Wish> wishes;
    bool stopped = false;

    Seating seating;
    std::deque<Wish> unfulfilled;
    std::mutex joining;  // of the thread, by stop() and ~Hub()
    std::thread thread;
};

Hub::Hub(HubOptions options) : inside_(std::make_unique<Inside>(std::move(options)))
{
    inside_->thread = std::thread([inside = inside_.get()] { inside->work(); });
}

Hub::~Hub() { stop(); }

void Hub::join(const std::string& topic, std::shared_ptr<Watcher> watcher, Joining how)
{
    inside_->wish(
        {.what = Wish::join, .topic = topic, .watcher = std::move(watcher), .how = std::move(how)});
}

void Hub::leave(const Watcher* watcher) { inside_->wish({.what = Wish::leave, .leaver = watcher}); }

// Encoded once, however many watch.
static Wish told(Wish::What what, std::string topic, std::string_view name, std::string_view data)
{
    return {.what = what, .topic = std::move(topic), .event = event_bytes(name, data)};
}

void Hub::publish(std::string topic, std::string_view name, std::string_view data)
{
    inside_->wish(told(Wish::publish, std::move(topic), name, data));
}

void Hub::publish_whole(std::string topic, std::string_view name, std::string_view data)
{
    inside_->wish(told(Wish::whole, std::move(topic), name, data));
}

void Hub::dismiss(std::string topic)
{
    inside_->wish({.what = Wish::dismiss, .topic = std::move(topic)});
}

void Hub::when_wanted(std::function<void(const std::string& topic)> wanted)
{
    inside_->seating.when_wanted(std::move(wanted));
}

std::size_t Hub::watchers() const { return inside_->seating.count; }

void Hub::stop()
{
    {
        const std::lock_guard lock(inside_->mutex);
        inside_->stopped = true;
        inside_->seating.ending = true;
    }
    inside_->some.notify_all();
    const std::lock_guard lock(inside_->joining);
    if (inside_->thread.joinable())
        inside_->thread.join();
}

}  // namespace sala::live
