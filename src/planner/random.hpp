// SPDX-License-Identifier: Apache-2.0
//
// Numbers that look like chance and are the same for the same seed on every machine.

#pragma once

#include <cstdint>

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

}  // namespace sala::planner
