// SPDX-License-Identifier: Apache-2.0
//
// Which of many names sound nearly alike, without comparing each with each.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace sala::script {

// From here on two names are so alike that a person should compare them.
inline constexpr int alike_from = 80;

struct NearSounds {
    std::size_t one = 0;  // places in the list that was given
    std::size_t other = 0;
    int score = 0;  // sound_likeness(), from alike_from to 94

    bool operator==(const NearSounds&) const = default;
};

// All pairs of `sounds` (name_sound(), each there once) that are not less alike than alike_from;
// best first, then by their places. Those of less than four letters are like no other.
std::vector<NearSounds> near_sounds(const std::vector<std::string>& sounds);

}  // namespace sala::script
