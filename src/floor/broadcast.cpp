// SPDX-License-Identifier: Apache-2.0

#include "floor/broadcast.hpp"

#include "floor/frame.hpp"

#include <spdlog/spdlog.h>

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

namespace sala::floor {

namespace {

constexpr std::chrono::milliseconds rest{500};  // after a fault of the store

}  // namespace

struct Broadcast::Inside {
    store::Store& store;
    live::Hub& hub;
    std::function<Instant()> clock;

    std::mutex mutex;  // guards what follows
    std::condition_variable some;
    std::set<std::string> floors;  // to look at; several acts while one is read are one look
    bool others = false;
    bool ended = false;

    std::map<std::string, std::string> sent;  // floor -> its mark; the thread's alone
    std::set<std::string> failed;             // to look at once more, after a rest; likewise
    std::thread thread;

    void wake(const std::function<void()>& change)
    {
        {
            const std::lock_guard lock(mutex);
            change();
        }
        some.notify_one();
    }

    void work()
    {
        while (true) {
            std::set<std::string> looks;
            bool all = false;
            {
                std::unique_lock lock(mutex);
                const auto woken = [this] { return ended || others || !floors.empty(); };
                if (failed.empty())
                    some.wait(lock, woken);
                else
                    some.wait_for(lock, rest, woken);
                if (ended)
                    return;
                looks.swap(floors);
                all = std::exchange(others, false);
            }
            looks.merge(std::exchange(failed, {}));
            for (const auto& floor : looks)
                for (const auto& one : floors_of(floor))
                    try_to_send(one, false);
            if (all)
                for (const auto& [floor, mark] : std::map(sent))
                    try_to_send(floor, true);
        }
    }

    // "floor:SLUG:" means all floors of a forum that anybody has watched.
    std::vector<std::string> floors_of(const std::string& floor) const
    {
        if (!floor.ends_with(':'))
            return {floor};
        std::vector<std::string> all;
        for (const auto& [one, mark] : sent)
            if (one.starts_with(floor))
                all.push_back(one);
        return all;
    }

    // What goes wrong with one floor is no reason to tell the others nothing.
    void try_to_send(const std::string& floor, bool if_changed)
    {
        try {
            send(floor, if_changed);
        } catch (const std::exception& fault) {
            spdlog::error("the floor {} could not be shown: {}", floor, fault.what());
            failed.insert(floor);
        }
    }

    // `if_changed`: only when it is another than the one that was sent last.
    void send(const std::string& floor, bool if_changed)
    {
        const auto slug = floor.find(':') + 1;
        const auto key = floor.find(':', slug) + 1;
        if (slug == 0 || key == 0)
            return;
        std::vector<Frame> frames;
        std::string mark;
        store.read([&](store::Session& session) {
            const auto forum = forum::find_forum(session, floor.substr(slug, key - 1 - slug));
            auto hall = forum ? find_hall(session, *forum, floor.substr(key)) : std::nullopt;
            if (!hall)
                return;
            name_as_released(session, *hall);
            mark = hall->mark();
            if (!if_changed || sent[floor] != mark)
                frames = frames_of(*hall, clock());
        });
        if (frames.empty())
            return;
        sent[floor] = mark;
        for (auto& frame : frames)
            hub.publish_whole(std::move(frame.stream), "frame", frame.data);
    }
};

Broadcast::Broadcast(store::Store& store, live::Hub& hub, std::function<Instant()> clock)
    : inside_(new Inside{store, hub, std::move(clock), {}, {}, {}, false, false, {}, {}, {}})
{
    inside_->thread = std::thread([inside = inside_.get()] { inside->work(); });
}

Broadcast::~Broadcast()
{
    inside_->wake([this] { inside_->ended = true; });
    inside_->thread.join();
}

void Broadcast::look_again(const std::string& floor)
{
    inside_->wake([&] { inside_->floors.insert(floor); });
}

void Broadcast::wanted(const std::string& stream)
{
    if (const auto floor = floor_of(stream); !floor.empty())
        look_again(floor);
}

void Broadcast::others_wrote()
{
    inside_->wake([this] { inside_->others = true; });
}

}  // namespace sala::floor
