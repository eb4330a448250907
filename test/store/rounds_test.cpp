// SPDX-License-Identifier: Apache-2.0
//
// Changes that stand in the queue and are committed together.

#include "cities.hpp"

#include "store/sqlite_store.hpp"

#include <atomic>
#include <thread>

#include <doctest/doctest.h>

using namespace sala;
using namespace sala::store;

namespace {

class Queue : public SqliteStore {
public:
    explicit Queue(const std::string& file) : SqliteStore(file) { migrate(city_steps()); }
    std::size_t waiting() const { return turn_.waiting(); }
};

}  // namespace

TEST_CASE("those who stand in the queue are committed together, and told together")
{
    const Cities cities;
    if (!cities->is_sqlite())
        return;  // PostgreSQL commits each by itself
    Queue queue(cities.place.address());
    std::atomic<bool> first_works = false;
    std::atomic<bool> second_works = false;
    std::atomic<bool> second_may_end = false;
    std::atomic<int> told = 0;
    std::thread first([&] {
        queue.write([&](Session& session) {
            first_works = true;
            while (queue.waiting() == 0)
                std::this_thread::yield();
            add_one(session);
            return true;
        });
        ++told;
    });
    while (!first_works)
        std::this_thread::yield();
    std::thread second([&] {
        queue.write([&](Session& session) {
            add_one(session);
            second_works = true;
            while (!second_may_end)
                std::this_thread::yield();
            return true;
        });
        ++told;
    });
    while (!second_works)
        std::this_thread::yield();

    CHECK(told == 0);
    CHECK(cities.count() == 0);
    second_may_end = true;
    first.join();
    second.join();
    CHECK(told == 2);
    CHECK(cities.number("SELECT max(id) FROM town") == 2);
    CHECK(queue.generation() == 2);
}

TEST_CASE("what goes wrong in one part takes nothing of the others with it")
{
    const Cities cities;
    if (!cities->is_sqlite())
        return;
    Queue queue(cities.place.address());
    std::atomic<bool> first_works = false;
    std::atomic<bool> all_wait = false;
    std::thread first([&] {
        queue.write([&](Session& session) {
            first_works = true;
            while (!all_wait)
                std::this_thread::yield();
            add_one(session);
            return true;
        });
    });
    while (!first_works)
        std::this_thread::yield();
    std::atomic<int> refused = 0;
    std::vector<std::thread> others;
    const auto wait_in_line = [&](std::function<bool(Session&)> work) {
        others.emplace_back([&, work = std::move(work)] {
            try {
                queue.write(work);
            } catch (const Dangling&) {
                ++refused;
            }
        });
        while (queue.waiting() < others.size())
            std::this_thread::yield();
    };
    // Looked at only when the round commits, and yet it is this part that is refused.
    wait_in_line([](Session& session) {
        session.run("INSERT INTO bridge (a, b) VALUES (1, 77)");
        return true;
    });
    wait_in_line([](Session& session) {
        add_one(session);
        return false;
    });
    wait_in_line([](Session& session) {
        add_one(session);
        return true;
    });
    all_wait = true;
    first.join();
    for (auto& other : others)
        other.join();

    CHECK(refused == 1);
    CHECK(cities.number("SELECT max(id) FROM town") == 2);
    CHECK(cities.number("SELECT count(*) FROM bridge") == 0);
}
