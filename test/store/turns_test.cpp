// SPDX-License-Identifier: Apache-2.0
//
// Many people at once: turns, snapshots, repeated work, and news of what others wrote.

#include "cities.hpp"

#include "store/write_turn.hpp"
#include "store/writer_lease.hpp"

#include <atomic>
#include <thread>

#include <doctest/doctest.h>
#include <libpq-fe.h>

using namespace sala;
using namespace sala::store;

namespace {

// Waits for what a thread of the store does; a test that hangs here has failed.
template <class Condition>
bool comes_true(Condition condition)
{
    for (int n = 0; n < 2'000; ++n) {
        if (condition())
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return false;
}

}  // namespace

TEST_CASE("eight writers write 1200 times, all succeed, and each sees the one before")
{
    const Cities store;
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 8; ++writer)
        writers.emplace_back([&] {
            for (int n = 0; n < 150; ++n)
                store->write([](Session& session) {
                    add_one(session);
                    return true;
                });
        });
    for (auto& writer : writers)
        writer.join();

    CHECK(store.count() == 1200);
    CHECK(store.number("SELECT max(id) FROM town") == 1200);
    CHECK(store->generation() >= 1200);
}

TEST_CASE("who comes first writes first")
{
    WriteTurn turn;
    std::vector<int> order;
    std::vector<std::thread> writers;
    {
        const WriteTurn::Held held(turn);
        for (int n = 0; n < 5; ++n) {
            writers.emplace_back([&turn, &order, n] {
                const WriteTurn::Held mine(turn);
                order.push_back(n);
            });
            while (turn.waiting() <= static_cast<std::size_t>(n))
                std::this_thread::yield();
        }
        CHECK(order.empty());
    }
    for (auto& writer : writers)
        writer.join();
    CHECK(order == std::vector<int>{0, 1, 2, 3, 4});
    CHECK(turn.waiting() == 0);
}

TEST_CASE("a reader goes on seeing what was there when it began to look")
{
    const Cities store;
    store->read([&](Session& session) {
        const auto count = [&] {
            return std::get<0>(*session.find<std::int64_t>("SELECT count(*) FROM town"));
        };
        CHECK(count() == 0);
        store.run("INSERT INTO town (id) VALUES (1)");
        CHECK(count() == 0);
    });
    CHECK(store.count() == 1);
}

TEST_CASE("what answers false or throws leaves nothing, and is no news")
{
    const Cities store;
    const auto before = store->generation();
    store->write([](Session& session) {
        add_one(session);
        return false;
    });
    CHECK_THROWS_AS(store->write([](Session& session) -> bool {
        add_one(session);
        throw std::runtime_error("the verb failed");
    }),
                    std::runtime_error);

    CHECK(store.count() == 0);
    CHECK(store->generation() == before);
    store.run("INSERT INTO town (id) VALUES (1)");
    CHECK(store->generation() == before + 1);
}

TEST_CASE("a write inside a write is a fault and not a wait for ever")
{
    const Cities store;
    CHECK_THROWS_AS(store->write([&](Session&) {
        store.run("INSERT INTO town (id) VALUES (1)");
        return true;
    }),
                    Fault);
    CHECK(store.count() == 0);
    store.run("INSERT INTO town (id) VALUES (1)");
    CHECK(store.count() == 1);
}

TEST_CASE("two programs write to one store, and none overwrites what the other has read")
{
    const Cities here;
    const auto there = here.opened();
    std::atomic<int> runs = 0;
    const auto write = [&](Store& store) {
        for (int n = 0; n < 100; ++n)
            store.write([&](Session& session) {
                ++runs;
                add_one(session);
                return true;
            });
    };
    std::thread other([&] { write(*there); });
    write(*here.store);
    other.join();

    CHECK(here.count() == 200);
    CHECK(here.number("SELECT max(id) FROM town") == 200);
    CHECK(runs >= 200);
}

TEST_CASE("work is repeated when another program was quicker, also if it swallowed the fault")
{
    const Cities here;
    if (here->is_sqlite())
        return;  // the other program would wait for its turn
    const auto there = here.opened();
    int runs = 0;
    here->write([&](Session& session) {
        ++runs;
        const auto count = std::get<0>(*session.find<std::int64_t>("SELECT count(*) FROM town"));
        if (runs == 1)
            there->write([](Session& other) {
                add_one(other);
                return true;
            });
        try {
            session.run("INSERT INTO town (id, share) VALUES (:id, :share)", 1 + count, count);
        } catch (const Fault&) {
        }
        return true;
    });
    CHECK(runs == 2);
    CHECK(here.count() == 2);
    CHECK(here.number("SELECT count(*) FROM town WHERE share = 1") == 1);
}

TEST_CASE("a program hears at once when another one has written, and not when it wrote itself")
{
    const Cities here;
    if (here->is_sqlite())
        return;  // one file, one program
    const auto there = here.opened();
    std::atomic<int> told = 0;
    here->when_others_write([&] { ++told; });
    const auto before = here->generation();

    here.run("INSERT INTO town (id) VALUES (1)");
    CHECK(here->generation() == before + 1);
    there->write([](Session& session) {
        add_one(session);
        return true;
    });
    CHECK(comes_true([&] { return told == 1; }));
    CHECK(here->generation() == before + 2);
    here->when_others_write({});
}

TEST_CASE("the store survives that the server cuts every line, and news come again")
{
    const Cities here;
    if (here->is_sqlite())
        return;
    const auto there = here.opened();
    CHECK(here.count() == 0);
    {
        const std::unique_ptr<PGconn, decltype(&PQfinish)> line(
            PQconnectdb(here.place.address().c_str()), &PQfinish);
        PQclear(PQexec(line.get(), "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                                   "WHERE datname = current_database() "
                                   "AND pid <> pg_backend_pid()"));
    }
    here.run("INSERT INTO town (id) VALUES (1)");
    CHECK(here.count() == 1);

    // The listener counts its own return as news, because it may have missed some.
    std::atomic<int> told = 0;
    here->when_others_write([&] { ++told; });
    CHECK(comes_true([&] {
        there->write([](Session& session) {
            add_one(session);
            return true;
        });
        return told >= 2;
    }));
    here->when_others_write({});
}

TEST_CASE("programs that write to one store have different numbers, and give them back")
{
    const Cities here;
    const auto there = here.opened();

    CHECK(lease_writer(*here.store) == 0);
    CHECK(lease_writer(*there) == 1);
    CHECK(lease_writer(*here.store) == 2);
    give_back_writer(*there, 1);
    CHECK(lease_writer(*here.store) == 1);
    CHECK_NOTHROW(renew_writer(*here.store, 1));
}

TEST_CASE("a lease that ended goes to the next, and cannot be renewed once it is somebody else's")
{
    const Cities here;
    const auto number = lease_writer(*here.store);
    here.run("UPDATE writer SET leased_until = 1");
    CHECK(lease_writer(*here.store) == number);
    here.run("UPDATE writer SET name = 'another program'");

    CHECK_THROWS_AS(renew_writer(*here.store, number), StoreFault);
    give_back_writer(*here.store, number);
    CHECK(here.number("SELECT count(*) FROM writer") == 1);
}

TEST_CASE("when 1024 programs write already, the next is told so")
{
    const Cities here;
    here->write([](Session& session) {
        for (int number = 0; number < 1024; ++number)
            session.run("INSERT INTO writer (number, leased_until, name) "
                        "VALUES (:number, 9000000000000000, 'somebody')",
                        number);
        return true;
    });
    CHECK_THROWS_AS(lease_writer(*here.store), StoreFault);
}
