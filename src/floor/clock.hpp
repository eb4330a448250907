// SPDX-License-Identifier: Apache-2.0
//
// The clock of a speech, as the server tells it: while it runs, the absolute moment at which the
// time is over; while it stands, what is left. Nobody else's clock is ever asked.

#pragma once

#include "base/instant.hpp"

#include <chrono>

namespace sala::floor {

using std::chrono::milliseconds;

struct Clock {
    bool running = false;
    Instant ends_at;        // while running
    milliseconds left{0};   // while standing; below zero: so much over
    milliseconds limit{0};  // what was given, with what the chair added

    // What is left at `now`; below zero, so much over.
    milliseconds left_at(Instant now) const { return running ? ends_at - now : left; }
    milliseconds spent_at(Instant now) const { return limit - left_at(now); }

    void start(Instant now)
    {
        ends_at = now + left;
        running = true;
    }
    void stop(Instant now)
    {
        left = left_at(now);
        running = false;
    }
    void add(milliseconds more)
    {
        limit += more;
        left += more;
        ends_at = ends_at + more;
    }

    bool operator==(const Clock&) const = default;
};

}  // namespace sala::floor
