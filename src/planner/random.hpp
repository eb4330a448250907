// SPDX-License-Identifier: Apache-2.0
//
// Numbers that look like chance and are the same for the same seed on every machine.

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sala::planner {

class Random {  // xoshiro256**, seeded by splitmix64
public:
    explicit Random(std::uint64_t seed)
    {
        for (auto& word : state_) {
            seed += 0x9e3779b97f4a7c15;
            std::uint64_t z = seed;
            z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
            z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
            word = z ^ (z >> 31);
        }
    }

    std::uint64_t next()
    {
        const std::uint64_t result = turned(state_[1] * 5, 7) * 9;
        const std::uint64_t shifted = state_[1] << 17;
        state_[2] ^= state_[0];
        state_[3] ^= state_[1];
        state_[1] ^= state_[2];
        state_[0] ^= state_[3];
        state_[2] ^= shifted;
        state_[3] = turned(state_[3], 45);
        return result;
    }

    // 0 ... below - 1
    int below(int end)
    {
        return static_cast<int>((next() >> 32) * static_cast<std::uint64_t>(end) >> 32);
    }
    // 0 <= x < 1
    double real() { return static_cast<double>(next() >> 11) * 0x1p-53; }

private:
    static std::uint64_t turned(std::uint64_t word, int by)
    {
        return (word << by) | (word >> (64 - by));
    }
    std::uint64_t state_[4];
};

// Numbers of which one is drawn; each goes in and out in no time.
class Drawn {
public:
    explicit Drawn(std::size_t numbers) : place_(numbers, -1) {}

    void set(int number, bool is_in)
    {
        int& place = place_[static_cast<std::size_t>(number)];
        if (is_in == (place >= 0))
            return;
        if (is_in) {
            place = static_cast<int>(in_.size());
            in_.push_back(number);
            return;
        }
        in_[static_cast<std::size_t>(place)] = in_.back();
        place_[static_cast<std::size_t>(in_.back())] = place;
        in_.pop_back();
        place = -1;
    }

    bool empty() const { return in_.empty(); }
    int draw(Random& random) const
    {
        return in_[static_cast<std::size_t>(random.below(static_cast<int>(in_.size())))];
    }

private:
    std::vector<int> in_;
    std::vector<int> place_;
};

}  // namespace sala::planner
