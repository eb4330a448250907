// SPDX-License-Identifier: Apache-2.0

#include "floor/preference.hpp"

#include "programme/programme_store.hpp"

#include <algorithm>
#include <set>

namespace sala::floor {

namespace {

std::set<std::string> topics_in(const programme::Sitting& sitting)
{
    std::set<std::string> topics;
    for (const auto& one : sitting.interventions)
        if (!one.cancelled)
            topics.insert(one.topics.begin(), one.topics.end());
    return topics;
}

bool share(const std::set<std::string>& one, const std::set<std::string>& other)
{
    return std::any_of(one.begin(), one.end(),
                       [&](const std::string& topic) { return other.count(topic) > 0; });
}

}  // namespace

std::vector<Sibling> siblings_of(store::Session& session, const Hall& hall)
{
    std::vector<Sibling> all;
    const auto released = programme::released_programme(session, hall.forum.id);
    const auto* own = released ? released->sitting(hall.key) : nullptr;
    if (!own)
        return all;
    std::map<std::string, std::int64_t> numbers;
    for (const auto& [key, id] : session.select<std::string, std::int64_t>(
             "SELECT key, id FROM sitting WHERE forum = :forum", hall.forum.id))
        numbers[key] = id;
    const auto topics = topics_in(*own);
    for (const auto& day : released->days)
        for (const auto& sitting : day.sittings)
            if (sitting.key != hall.key && !sitting.cancelled && numbers.count(sitting.key) > 0 &&
                share(topics, topics_in(sitting)))
                all.push_back({numbers[sitting.key], sitting.key, sitting.title});
    return all;
}

std::vector<Preference> preferences_of(store::Session& session, const Hall& hall)
{
    std::vector<Preference> all;
    for (const auto& [delegation, kind, prefers, level, person, title] :
         session.select<std::int64_t, std::string, std::int64_t, std::string, std::int64_t,
                        std::optional<std::string>>(
             "SELECT i.delegation, i.kind, i.prefers, i.level, i.person, s.title FROM inscription "
             "i LEFT JOIN sitting "
             "s ON s.forum = i.forum AND s.id = CASE WHEN i.prefers = :sitting THEN i.sitting ELSE "
             "i.prefers END WHERE i.forum = :forum AND i.withdrawn = 0 AND i.prefers <> 0 AND "
             "(i.sitting = :sitting OR i.prefers = :sitting) AND i.id = (SELECT MAX(n.id) FROM "
             "inscription n WHERE n.forum = i.forum AND n.sitting = i.sitting AND n.delegation = "
             "i.delegation) ORDER BY i.id",
             hall.sitting, hall.forum.id))
        all.push_back({delegation,
                       prefers == hall.sitting,
                       kind_named(kind).value_or(Kind::statement),
                       {level, person, false, {}, {}, 0},
                       Text::read(title.value_or("")).value_or(Text{})});
    return all;
}

}  // namespace sala::floor
