// SPDX-License-Identifier: Apache-2.0
//
// Names that sound nearly alike are found without comparing all with all, and none is missed.

#include "script/near_sounds.hpp"

#include "script/name_sound.hpp"

#include <doctest/doctest.h>

#include <random>
#include <set>
#include <tuple>

using namespace sala::script;

namespace {

std::string drawn(std::mt19937& random, std::size_t length)
{
    constexpr std::string_view sounds = "KTTTNNPMLWY ";
    std::string sound;
    while (sound.size() < length)
        sound += sounds[random() % sounds.size()];
    return sound;
}

// A letter or several are put in, taken out or changed.
std::string nearly(std::mt19937& random, std::string sound)
{
    for (auto times = random() % 4; times > 0; --times) {
        const auto at = random() % sound.size();
        switch (random() % 3) {
        case 0:
            sound.insert(at, 1, "KTNP"[random() % 4]);
            break;
        case 1:
            sound.erase(at, sound.size() > 4 ? 1 : 0);
            break;
        default:
            sound[at] = "KTNP"[random() % 4];
        }
    }
    return sound;
}

}  // namespace

TEST_CASE("whoever sounds nearly alike is found, whatever the length, and nobody else")
{
    std::mt19937 random(7);
    std::set<std::string> drawn_sounds{"", "TMT", "TMTT"};
    for (int i = 0; i < 150; ++i) {
        const auto sound = drawn(random, 3 + random() % 28);
        drawn_sounds.insert(sound);
        drawn_sounds.insert(nearly(random, sound));
        drawn_sounds.insert(nearly(random, sound));
    }
    const std::vector<std::string> sounds(drawn_sounds.begin(), drawn_sounds.end());
    std::set<std::tuple<std::size_t, std::size_t, int>> expected;
    for (std::size_t i = 0; i < sounds.size(); ++i)
        for (std::size_t j = i + 1; j < sounds.size(); ++j)
            if (const auto score = sound_likeness(sounds[i], sounds[j]); score >= alike_from)
                expected.emplace(i, j, score);
    CHECK(expected.size() > 100);
    std::set<std::tuple<std::size_t, std::size_t, int>> found;
    int last = 100;
    for (const auto& [one, other, score] : near_sounds(sounds)) {
        CHECK(score <= last);
        last = score;
        CHECK(found.emplace(one, other, score).second);
    }
    CHECK(found == expected);
}
