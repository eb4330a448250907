// SPDX-License-Identifier: Apache-2.0
//
// The queues in front of the workers: who works here before who only reads, and nobody for ever.

#include "web/server_pool.hpp"

#include <doctest/doctest.h>

#include <future>
#include <string>

using namespace sala::web;

namespace {

// One worker, held up until everybody stands in the queue. Answers in which order they were served.
std::string served(const std::string& arriving, std::size_t waiting_max = 100)
{
    Pool pool(1, waiting_max);
    std::promise<void> let_go;
    std::promise<void> begun;
    std::promise<void> over;
    std::string order;
    pool.offer(
        [&, gone = let_go.get_future().share()] {
            begun.set_value();
            gone.wait();
        },
        false);
    pool.start();
    begun.get_future().wait();
    std::string turned_away;
    for (const char who : arriving) {
        const bool reads = who == 'r';
        if (!pool.offer([&order, who] { order += who; }, reads))
            turned_away += who;
    }
    pool.offer([&] { over.set_value(); }, false);
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

TEST_CASE("readers are turned away first")
{
    // Half of the six places are theirs; what still waits at the end is forgotten.
    const auto order = served("rrrrww", 6);
    CHECK(order.starts_with("ww"));
    CHECK(order.ends_with("/r"));
}
