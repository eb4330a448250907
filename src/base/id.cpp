// SPDX-License-Identifier: Apache-2.0

#include "base/id.hpp"

#include <atomic>
#include <cassert>

namespace sala {

namespace {
constexpr std::int64_t epoch_2020 = 1'577'836'800'000;
constexpr int counter_bits = 12;
constexpr int writer_bits = 10;
}  // namespace

Numbering::Numbering(int writer) : writer_(writer)
{
    assert(writer >= 0 && writer < (1 << writer_bits));
}

std::int64_t Numbering::next(std::int64_t milliseconds_since_1970)
{
    const auto since = std::max<std::int64_t>(milliseconds_since_1970 - epoch_2020, 0);
    const auto first = since << (writer_bits + counter_bits) | writer_ << counter_bits;
    constexpr std::int64_t counter_mask = (1 << counter_bits) - 1;

    std::atomic_ref<std::int64_t> shared(last_);
    auto last = shared.load();
    for (;;) {
        auto id = first;
        // A clock that steps back, or a 4097th thing in one millisecond, borrows from the future.
        if (id <= last) {
            const bool full = (last & counter_mask) == counter_mask;
            id = full ? (((last >> (writer_bits + counter_bits)) + 1)
                             << (writer_bits + counter_bits) |
                         writer_ << counter_bits)
                      : last + 1;
        }
        if (shared.compare_exchange_weak(last, id))
            return id;
    }
}

}  // namespace sala
