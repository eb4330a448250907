// SPDX-License-Identifier: Apache-2.0

#include "floor/broadcast.hpp"

#include "floor/frame.hpp"

#include <spdlog/spdlog.h>

#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace sala::floor {

struct Broadcast::Inside {
    store::Store& store;
    live::Hub& hub;
    std::function<Instant()> clock;

    std::mutex mutex;  // guards what follows
    std::condition_variable some;
    std::set<std::string> floors;  // to look at; several acts while one is read are one look
    bool others = false;
    bool ended = false;

    std::map<std::string, std::int64_t> sent;  // floor -> version; the thread's alone
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
                some.wait(lock, [this] { return ended || others || !floors.empty(); });
                if (ended)
                    return;
                looks.swap(floors);
                all = std::exchange(others, false);
            }
            try {
                for (const auto& floor : looks)
                    send(floor, false);
                if (all)
                    for (const auto& [floor, version] : std::map(sent))
                        send(floor, true);
            } catch (const std::exception& fault) {
                spdlog::error("a floor could not be shown: {}", fault.what());
            }
        }
    }

    // `if_changed`: only when its version is another than the one that was sent last.
    void send(const std::string& floor, bool if_changed)
    {
        const auto slug = floor.find(':') + 1;
        const auto key = floor.find(':', slug) + 1;
        if (slug == 0 || key == 0)
            return;
        std::vector<Frame> frames;
        store.read([&](store::Session& session) {
            const auto forum = forum::find_forum(session, floor.substr(slug, key - 1 - slug));
            const auto hall = forum ? find_hall(session, *forum, floor.substr(key)) : std::nullopt;
            if (!hall || (if_changed && sent[floor] == hall->floor.version()))
                return;
            sent[floor] = hall->floor.version();
            frames = frames_of(*hall, clock());
        });
        for (auto& frame : frames)
            hub.publish_whole(std::move(frame.stream), "frame", frame.data);
    }
};

Broadcast::Broadcast(store::Store& store, live::Hub& hub, std::function<Instant()> clock)
    : inside_(new Inside{store, hub, std::move(clock), {}, {}, {}, false, false, {}, {}})
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
