// SPDX-License-Identifier: Apache-2.0
//
// The number of one thing in the store: 63 bits, never reused, sorted by when it was made.
//
// 41 bits of milliseconds since 2020-01-01, 10 bits of the writer, 12 bits of a counter. In JSON
// and HTML an id is a string, because JavaScript rounds numbers over 53 bits.

#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>

namespace sala {

template <class Thing>
class Id {
public:
    constexpr Id() = default;
    constexpr explicit Id(std::int64_t number) : number_(number) {}

    constexpr std::int64_t number() const { return number_; }
    constexpr explicit operator bool() const { return number_ != 0; }
    std::string word() const { return std::to_string(number_); }

    constexpr auto operator<=>(const Id&) const = default;

private:
    std::int64_t number_ = 0;
};

// Numbers for things that are made now. Safe to call from several threads.
//
// `writer` is 0 to 1023 and differs between programs that write to one store at the same time.
class Numbering {
public:
    explicit Numbering(int writer);

    std::int64_t next(std::int64_t milliseconds_since_1970);

private:
    std::int64_t writer_;
    std::int64_t last_ = 0;
};

}  // namespace sala

template <class Thing>
struct std::hash<sala::Id<Thing>> {
    std::size_t operator()(const sala::Id<Thing>& id) const noexcept
    {
        return std::hash<std::int64_t>{}(id.number());
    }
};
