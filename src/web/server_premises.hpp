// SPDX-License-Identifier: Apache-2.0
//
// What all connections of one server share.

#pragma once

#include "live/hub.hpp"
#include "web/server.hpp"
#include "web/server_log.hpp"
#include "web/server_pool.hpp"

#include <atomic>
#include <chrono>
#include <cstddef>

namespace sala::web {

using Clock = std::chrono::steady_clock;

struct Premises {
    ServerOptions options;
    Handler handler;
    Sort sort;
    AtOnce at_once;
    live::Hub& hub;
    AccessLog log;
    Pool pool;
    std::atomic<std::size_t> connections{0};
    std::atomic<std::size_t> bodies_bytes{0};  // of request bodies held in memory
    std::atomic<bool> stopping{false};
};

}  // namespace sala::web
