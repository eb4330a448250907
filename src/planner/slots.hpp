// SPDX-License-Identifier: Apache-2.0
//
// A set of slots of a timetable, one bit each. A forum has at most 64 slots.

#pragma once

#include <bit>
#include <cstdint>

namespace sala::planner {

inline constexpr int slots_max = 64;

using Slots = std::uint64_t;

constexpr Slots slot(int at) { return Slots{1} << at; }
// The slots before `end`.
constexpr Slots slots_before(int end) { return end >= slots_max ? ~Slots{0} : slot(end) - 1; }
// first, first + 1 ... end - 1
constexpr Slots slots_between(int first, int end)
{
    return first >= end ? 0 : slots_before(end) & ~slots_before(first);
}
constexpr bool has(Slots set, int at) { return (set >> at & 1) != 0; }
constexpr int count(Slots set) { return std::popcount(set); }
constexpr int first_of(Slots set) { return std::countr_zero(set); }
constexpr int last_of(Slots set) { return slots_max - 1 - std::countl_zero(set); }

// Idle runs between the first and the last busy slot.
constexpr int breaks_of(Slots busy) { return busy == 0 ? 0 : count(busy & ~(busy << 1)) - 1; }
// Idle slots between the first and the last busy slot.
constexpr int idle_slots_of(Slots busy)
{
    return busy == 0 ? 0 : last_of(busy) - first_of(busy) + 1 - count(busy);
}

// How far a day is from having no break: each is closed by filling it, or by moving what comes
// before or after it.
constexpr int moves_to_close(Slots busy)
{
    const int all = count(busy);
    int before = 0;
    int moves = 0;
    while (busy != 0) {
        busy >>= first_of(busy);
        const int block = std::countr_one(busy);
        before += block;
        if (before == all)
            break;
        busy >>= block;
        const int gap = first_of(busy);
        const int smaller = before < all - before ? before : all - before;
        moves += gap < smaller ? gap : smaller;
    }
    return moves;
}

// for (int t : each_of(set))
class EachSlot {
public:
    explicit constexpr EachSlot(Slots set) : left_(set) {}
    constexpr int operator*() const { return first_of(left_); }
    constexpr EachSlot& operator++()
    {
        left_ &= left_ - 1;
        return *this;
    }
    constexpr bool operator!=(const EachSlot& other) const { return left_ != other.left_; }
    constexpr EachSlot begin() const { return *this; }
    constexpr EachSlot end() const { return EachSlot{0}; }

private:
    Slots left_;
};
constexpr EachSlot each_of(Slots set) { return EachSlot{set}; }

}  // namespace sala::planner
