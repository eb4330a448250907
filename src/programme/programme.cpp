// SPDX-License-Identifier: Apache-2.0

#include "programme/programme.hpp"

namespace sala::programme {

const Sitting* Programme::sitting(std::string_view key) const
{
    for (const auto& day : days)
        for (const auto& sitting : day.sittings)
            if (sitting.key == key)
                return &sitting;
    return nullptr;
}

const ProgrammeDay* Programme::day_of(std::string_view sitting) const
{
    for (const auto& day : days)
        for (const auto& one : day.sittings)
            if (one.key == sitting)
                return &day;
    return nullptr;
}

std::optional<Programme::Found> Programme::intervention(std::string_view key) const
{
    for (const auto& day : days)
        for (const auto& sitting : day.sittings)
            for (const auto& intervention : sitting.interventions)
                if (intervention.key == key)
                    return Found{&day, &sitting, &intervention};
    return std::nullopt;
}

const ProgrammeRoom* Programme::room(std::string_view key) const
{
    for (const auto& room : rooms)
        if (room.key == key)
            return &room;
    return nullptr;
}

const ProgrammeTopic* Programme::topic(std::string_view key) const
{
    for (const auto& topic : topics)
        if (topic.key == key)
            return &topic;
    return nullptr;
}

Instant Programme::at(const script::Day& day, int minutes) const
{
    const auto found = script::Zone::named(zone);
    const auto& in = found ? *found : script::Zone::utc();
    const auto on = script::plus_days(day, minutes / 1440);
    for (int later = 0; later <= 180; ++later)
        if (const auto at = script::instant_of(on, (minutes % 1440) + later, in))
            return *at;
    return *script::instant_of(on, minutes % 1440, script::Zone::utc());
}

const Text& short_name(const Speaker& speaker)
{
    if (!speaker.city.empty())
        return speaker.city;
    return speaker.delegation.empty() ? speaker.name : speaker.delegation;
}

}  // namespace sala::programme
