// SPDX-License-Identifier: Apache-2.0

#include "floor/names_on_paper.hpp"

#include "script/line_letters.hpp"

namespace sala::floor {

std::vector<std::string> names_on_paper(const Hall& hall, const Language& language)
{
    constexpr std::size_t letters_max = 22;
    std::vector<std::string> names;
    const auto add = [&](const Text& text) {
        if (auto words = text.words(language);
            !words.empty() && script::letters_in_line(words) <= letters_max)
            names.push_back(std::move(words));
    };
    const auto add_speaker = [&](std::int64_t person, std::int64_t post) {
        if (const auto* known = hall.names.person(person))
            add(known->name);
        if (const auto* known = hall.names.post(post))
            add(*known);
    };
    for (const auto& delegation : hall.names.delegations())
        add(delegation.name);
    for (const auto& planned : hall.names.planned())
        add_speaker(planned.person, planned.post);
    for (const auto& member : hall.names.members())
        add_speaker(member.person, member.post);
    for (const auto& entry : hall.floor.entries())
        add_speaker(entry.person, entry.post);
    return names;
}

}  // namespace sala::floor
