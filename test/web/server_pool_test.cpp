// SPDX-License-Identifier: Apache-2.0
//
// The queues in front of the workers: who works here before who only reads, and nobody for ever.

#include "web/server_pool.hpp"

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <future>
#include <latch>
#include <memory>
#include <string>

using namespace sala::web;

namespace {

// One worker, held up until everybody stands in the queue. Answers in which order they were served.
std::string served(const std::string& arriving, std::size_t waiting_max = 100)
{
    Pool pool({.waiting_max = waiting_max});
    std::promise<void> let_go;
    std::promise<void> begun;
    std::promise<void> over;
    std::string order;
    pool.offer(
        [&, gone = let_go.get_future().share()] {
            begun.set_value();
            gone.wait();
        },
        Pool::page);
    pool.start();
    begun.get_future().wait();
    std::string turned_away;
    for (const char who : arriving) {
        const auto kind = who == 'r' ? Pool::public_page : who == 's' ? Pool::stream : Pool::page;
        if (!pool.offer([&order, who] { order += who; }, kind))
            turned_away += who;
    }
    pool.offer([&] { over.set_value(); }, Pool::page);
    let_go.set_value();
    over.get_future().wait();
    pool.join();
    return order + (turned_away.empty() ? "" : "/" + turned_away);
}

}  // namespace

TEST_CASE("who works here does not wait behind who reads")
{
    CHECK(served("rrrrwww").substr(0, 3) == "www");
}

TEST_CASE("readers get every eighth turn, however many work")
{
    // The one that holds the worker up took the first turn.
    CHECK(served("rwwwwwwwwwwwww").substr(0, 8) == "wwwwwwrw");
}

TEST_CASE("screens that come back get every other turn, and take nobody's place")
{
    const auto order = served("ssssssww", 3);
    CHECK(order.starts_with("swsw"));
    CHECK(order.find('/') == std::string::npos);
}

TEST_CASE("when too many wait, screens still get their place")
{
    Pool pool({.waiting_max = 1});
    CHECK(pool.offer([] {}, Pool::page));
    CHECK_FALSE(pool.offer([] {}, Pool::change));
    CHECK_FALSE(pool.offer([] {}, Pool::public_page));
    for (int i = 0; i < 10; ++i)
        CHECK(pool.offer([] {}, Pool::stream));
}

TEST_CASE("readers are turned away first")
{
    // Half of the six places are theirs; what still waits at the end is forgotten.
    const auto order = served("rrrrww", 6);
    CHECK(order.starts_with("ww"));
    CHECK(order.ends_with("/r"));
}

namespace {

constexpr std::chrono::milliseconds for_ever = std::chrono::hours{1};
constexpr std::chrono::seconds long_enough{30};

// A page that is made until `let_go` is kept.
struct SlowPage {
    std::promise<void> begun;
    std::promise<void> let_go;

    void offer_to(Pool& pool)
    {
        pool.offer(
            [this, gone = let_go.get_future().share()] {
                begun.set_value();
                gone.wait();
            },
            Pool::page);
        REQUIRE(begun.get_future().wait_for(long_enough) == std::future_status::ready);
    }
};

std::future<void> offered(Pool& pool, Pool::Kind kind)
{
    auto over = std::make_shared<std::promise<void>>();
    auto done = over->get_future();
    pool.offer([over] { over->set_value(); }, kind);
    return done;
}

}  // namespace

TEST_CASE("nobody waits long behind a slow page")
{
    Pool pool({.workers = 2, .processors = 1});
    pool.start();
    SlowPage slow;
    slow.offer_to(pool);
    for (int n = 0; n < 20; ++n)
        CHECK(offered(pool, Pool::page).wait_for(long_enough) == std::future_status::ready);
    slow.let_go.set_value();
    pool.join();
}

TEST_CASE("one processor makes one page at a time, and changes begin meanwhile")
{
    Pool pool({.workers = 4, .processors = 1, .patience = for_ever});
    pool.start();
    SlowPage slow;
    slow.offer_to(pool);
    auto page = offered(pool, Pool::page);
    CHECK(page.wait_for(std::chrono::milliseconds{50}) == std::future_status::timeout);
    slow.let_go.set_value();
    CHECK(page.wait_for(long_enough) == std::future_status::ready);

    SlowPage next;
    next.offer_to(pool);
    CHECK(offered(pool, Pool::change).wait_for(long_enough) == std::future_status::ready);
    next.let_go.set_value();
    pool.join();
}

TEST_CASE("two processors make two pages at a time")
{
    Pool pool({.workers = 4, .processors = 2, .patience = for_ever});
    pool.start();
    SlowPage one;
    SlowPage other;
    one.offer_to(pool);
    other.offer_to(pool);
    one.let_go.set_value();
    other.let_go.set_value();
    pool.join();
}

TEST_CASE("changes wait for the disk together, as many as there are workers")
{
    Pool pool({.workers = 4, .processors = 1, .patience = for_ever});
    pool.start();
    std::latch together(4);
    std::array<std::promise<void>, 4> over;
    for (auto& one : over)
        pool.offer(
            [&] {
                together.arrive_and_wait();
                one.set_value();
            },
            Pool::change);
    for (auto& one : over)
        CHECK(one.get_future().wait_for(long_enough) == std::future_status::ready);
    pool.join();
}
