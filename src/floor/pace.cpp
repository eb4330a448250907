// SPDX-License-Identifier: Apache-2.0

#include "floor/pace.hpp"

#include <algorithm>
#include <vector>

namespace sala::floor {

namespace {

milliseconds median(std::vector<milliseconds> all, milliseconds otherwise)
{
    if (all.empty())
        return otherwise;
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
    std::nth_element(all.begin(), middle, all.end());
    return *middle;
}

milliseconds needed_by(const Entry& entry, const Pace& pace)
{
    const auto given = std::chrono::seconds{entry.seconds};
    const auto whole = milliseconds{
        static_cast<std::int64_t>(static_cast<double>(milliseconds{given}.count()) * pace.stretch)};
    return std::max(whole - entry.spent, milliseconds{0});
}

}  // namespace

Pace pace_of(const Floor& floor)
{
    constexpr int enough = 3;
    Pace pace;
    int many = 0;
    milliseconds spoken{0};
    milliseconds given{0};
    std::vector<const Entry*> speeches;
    for (const auto& entry : floor.entries())
        if (entry.status == Status::spoken && is_listed(entry.kind)) {
            ++many;
            spoken += entry.spent;
            given += std::chrono::seconds{entry.seconds};
            speeches.push_back(&entry);
        }
    if (many >= enough && given.count() > 0)
        pace.stretch = std::clamp(
            static_cast<double>(spoken.count()) / static_cast<double>(given.count()), 0.25, 3.0);
    std::sort(speeches.begin(), speeches.end(),
              [](const Entry* one, const Entry* other) { return one->began_at < other->began_at; });
    std::vector<milliseconds> between;
    for (std::size_t i = 1; i < speeches.size(); ++i)
        between.push_back(
            std::max(speeches[i]->began_at - speeches[i - 1]->ended_at, milliseconds{0}));
    pace.between = std::min(median(std::move(between), pace.between), milliseconds{600'000});
    return pace;
}

Outlook outlook_of(const Floor& floor, Instant now)
{
    Outlook outlook;
    if (floor.phase() != Floor::Phase::open)
        return outlook;
    const auto pace = pace_of(floor);
    auto at = now;
    for (const auto& turn : floor.turns())
        at = at + std::max(turn.clock.left_at(now), milliseconds{0});
    for (const auto id : floor.list()) {
        const auto* entry = floor.entry(id);
        if (at > now || !floor.turns().empty())
            at = at + pace.between;
        outlook.turns[id] = at;
        at = at + needed_by(*entry, pace);
    }
    outlook.list_ends = at;
    return outlook;
}

}  // namespace sala::floor
