// SPDX-License-Identifier: Apache-2.0

#include "floor/broadcast.hpp"

#include "floor/frame.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
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
    std::set<std::string> forums;  // beginnings of floors that may show other names now
    bool ended = false;

    std::map<std::string, std::string> sent;  // floor -> its mark; the thread's alone
    std::set<std::string> failed;             // to look at once more, after a rest; likewise
    std::set<std::string> beside;             // to look at while nothing was done; likewise
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
            std::set<std::string> named;
            {
                std::unique_lock lock(mutex);
                const auto woken = [this] { return ended || !forums.empty() || !floors.empty(); };
                if (!failed.empty())
                    some.wait_for(lock, rest, woken);
                else if (beside.empty())
                    some.wait(lock, woken);
                if (ended)
                    return;
                looks.swap(floors);
                named.swap(forums);
            }
            looks.merge(std::exchange(failed, {}));
            for (const auto& floor : looks)
                for (const auto& one : floors_of(floor))
                    try_to_send(one, false);
            for (const auto& screen : screens_beside(looks))
                try_to_send(screen, true);
            for (const auto& begins : named)
                for (const auto& [floor, mark] : sent)
                    if (floor.starts_with(begins))
                        beside.insert(floor);
            look_beside();
        }
    }

    // One at a time: what a chair does meanwhile is shown first.
    void look_beside()
    {
        if (!beside.empty())
            try_to_send(beside.extract(beside.begin()).value(), true);
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

    // Screens with a name, of the forums of these floors: one of them may be on it, or now leave
    // it.
    std::vector<std::string> screens_beside(const std::set<std::string>& looks) const
    {
        std::vector<std::string> all;
        for (const auto& [one, mark] : sent) {
            const auto key = one.rfind(':') + 1;
            if (one.compare(key, 1, "@") != 0)
                continue;
            const auto begins = std::string_view(one).substr(0, key);
            if (std::any_of(looks.begin(), looks.end(),
                            [&](const std::string& look) { return look.starts_with(begins); }))
                all.push_back(one);
        }
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
        // `it`: the hall or the screen that was looked at.
        const auto make = [&](const auto& it) {
            mark = it.mark();
            if (!if_changed || sent[floor] != mark)
                frames = frames_of(it, clock());
        };
        store.read([&](store::Session& session) {
            const auto forum = forum::find_forum(session, floor.substr(slug, key - 1 - slug));
            if (!forum)
                return;
            if (const auto number = screen_in(floor.substr(key))) {
                if (auto screen = find_screen(session, *forum, *number))
                    make(showing_of(session, *std::move(screen)));
                return;
            }
            auto hall = find_hall(session, *forum, floor.substr(key));
            if (!hall)
                return;
            name_as_released(session, *hall);
            make(*hall);
        });
        if (frames.empty())
            return;
        sent[floor] = mark;
        for (auto& frame : frames)
            hub.publish_whole(std::move(frame.stream), "frame", frame.data);
    }
};

Broadcast::Broadcast(store::Store& store, live::Hub& hub, std::function<Instant()> clock)
    : inside_(new Inside{store, hub, std::move(clock), {}, {}, {}, {}, false, {}, {}, {}, {}})
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

void Broadcast::told(const std::string& topic)
{
    const auto colon = topic.find(':') + 1;
    const auto what = std::string_view(topic).substr(0, colon);
    std::string begins;
    if (what == "forum:" || what == "released:")
        begins = "floor:" + topic.substr(colon) + ":";
    else if (what == "erased:")
        begins = "floor:";
    if (!begins.empty())
        inside_->wake([&] { inside_->forums.insert(begins); });
}

void Broadcast::wanted(const std::string& stream)
{
    if (const auto floor = floor_of(stream); !floor.empty())
        look_again(floor);
}

void Broadcast::others_wrote()
{
    inside_->wake([this] { inside_->forums.insert("floor:"); });
}

}  // namespace sala::floor
