// SPDX-License-Identifier: Apache-2.0

#include "script/near_sounds.hpp"

#include "script/name_sound.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>

namespace sala::script {

namespace {

// How many letters may differ where the longer one has so many: 95 * (length - differ) / length is
// not below alike_from.
constexpr std::size_t may_differ(std::size_t length) { return (95 - alike_from) * length / 95; }

// Two of which so many letters differ have a word in common once so many letters are left out of
// each (SymSpell). Longer ones have too many such words; few names are as long, so those are
// compared with one another.
constexpr std::size_t longest_left_out = 18;
static_assert(may_differ(longest_left_out) == 2);
constexpr std::size_t long_from = longest_left_out + 1 - may_differ(longest_left_out + 1);

struct Left {
    std::uint64_t hash;  // of what is left
    std::uint32_t place;

    auto operator<=>(const Left&) const = default;
};

// FNV-1a, of all letters but those at two places; a place past the end leaves nothing out.
std::uint64_t hash_without(const std::string& sound, std::size_t first, std::size_t second)
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (std::size_t i = 0; i < sound.size(); ++i)
        if (i != first && i != second)
            hash = (hash ^ static_cast<unsigned char>(sound[i])) * 0x100000001b3U;
    return hash;
}

void leave_out(const std::string& sound, std::uint32_t place, std::vector<Left>& all)
{
    const auto end = sound.size();
    const auto most = may_differ(end);
    all.push_back({hash_without(sound, end, end), place});
    for (std::size_t i = 0; most >= 1 && i < end; ++i) {
        all.push_back({hash_without(sound, i, end), place});
        for (std::size_t j = i + 1; most >= 2 && j < end; ++j)
            all.push_back({hash_without(sound, i, j), place});
    }
}

using Places = std::pair<std::uint32_t, std::uint32_t>;

// Those that have a word in common; more than are alike, and none that is alike is missing.
std::vector<Places> candidates(const std::vector<std::string>& sounds)
{
    std::vector<Left> left;
    std::vector<std::uint32_t> long_ones;
    for (std::uint32_t place = 0; place < sounds.size(); ++place) {
        const auto length = sounds[place].size();
        if (length >= 4 && length <= longest_left_out)
            leave_out(sounds[place], place, left);
        if (length >= long_from)
            long_ones.push_back(place);
    }
    std::sort(left.begin(), left.end());
    left.erase(std::unique(left.begin(), left.end()), left.end());
    std::vector<Places> pairs;
    for (std::size_t begin = 0, end = 0; begin < left.size(); begin = end) {
        while (end < left.size() && left[end].hash == left[begin].hash)
            ++end;
        for (auto i = begin; i < end; ++i)
            for (auto j = i + 1; j < end; ++j)
                pairs.emplace_back(left[i].place, left[j].place);
    }
    for (std::size_t i = 0; i < long_ones.size(); ++i)
        for (std::size_t j = i + 1; j < long_ones.size(); ++j)
            if (std::max(sounds[long_ones[i]].size(), sounds[long_ones[j]].size()) >
                longest_left_out)
                pairs.emplace_back(long_ones[i], long_ones[j]);
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

}  // namespace

std::vector<NearSounds> near_sounds(const std::vector<std::string>& sounds)
{
    std::vector<NearSounds> near;
    for (const auto& [one, other] : candidates(sounds))
        if (const auto score = sound_likeness(sounds[one], sounds[other]); score >= alike_from)
            near.push_back({one, other, score});
    std::sort(near.begin(), near.end(), [](const NearSounds& one, const NearSounds& other) {
        return std::tuple(-one.score, one.one, one.other) <
               std::tuple(-other.score, other.one, other.other);
    });
    return near;
}

}  // namespace sala::script
