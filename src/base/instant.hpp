// SPDX-License-Identifier: Apache-2.0
//
// A moment: UTC milliseconds since 1970. What a clock on the wall says is script/calendar.hpp.

#pragma once

#include <chrono>
#include <compare>
#include <cstdint>

namespace sala {

class Instant {
public:
    constexpr Instant() = default;
    constexpr explicit Instant(std::int64_t milliseconds) : milliseconds_(milliseconds) {}

    constexpr std::int64_t milliseconds() const { return milliseconds_; }
    constexpr explicit operator bool() const { return milliseconds_ != 0; }

    constexpr auto operator<=>(const Instant&) const = default;

    constexpr Instant operator+(std::chrono::milliseconds later) const
    {
        return Instant{milliseconds_ + later.count()};
    }
    constexpr Instant operator-(std::chrono::milliseconds earlier) const
    {
        return Instant{milliseconds_ - earlier.count()};
    }
    constexpr std::chrono::milliseconds operator-(Instant other) const
    {
        return std::chrono::milliseconds{milliseconds_ - other.milliseconds_};
    }

private:
    std::int64_t milliseconds_ = 0;
};

}  // namespace sala
