// SPDX-License-Identifier: Apache-2.0

#include "programme/who_speaks.hpp"

#include "forum/text_json.hpp"
#include "programme/load_draft.hpp"
#include "programme/programme_store.hpp"
#include "script/collation.hpp"

#include <algorithm>
#include <map>

namespace sala::programme {

std::shared_ptr<const Programme> programme_for(const web::Desk& desk, const forum::Forum& forum)
{
    if (!forum.is_public())
        return std::make_shared<const Programme>(load_draft(desk.session(), forum.id));
    if (auto released = released_programme(desk.session(), forum.id))
        return released;
    return std::make_shared<const Programme>();
}

std::vector<Programme::Found> speeches(const Programme& programme,
                                       const std::function<bool(const Intervention&)>& matches)
{
    std::vector<Programme::Found> found;
    for (const auto& day : programme.days)
        for (const auto& sitting : day.sittings)
            for (const auto& one : sitting.interventions)
                if (matches(one))
                    found.push_back({&day, &sitting, &one});
    std::stable_sort(
        found.begin(), found.end(), [](const Programme::Found& a, const Programme::Found& b) {
            const auto key = [](const Programme::Found& one) {
                const auto start = one.intervention->time.start ? one.intervention->time.start
                                                                : one.sitting->time.start;
                return std::pair(one.day->day, start.value_or(24 * 60));
            };
            return key(a) < key(b);
        });
    return found;
}

std::vector<const ProgrammeTopic*> topics_of(const Programme& programme,
                                             const std::vector<Programme::Found>& speeches)
{
    std::vector<const ProgrammeTopic*> topics;
    for (const auto& topic : programme.topics)
        if (std::any_of(speeches.begin(), speeches.end(), [&](const Programme::Found& one) {
                const auto& held = one.intervention->topics;
                return std::find(held.begin(), held.end(), topic.key) != held.end();
            }))
            topics.push_back(&topic);
    return topics;
}

Json speeches_json(const forum::Forum& forum, const std::vector<Programme::Found>& speeches)
{
    return forum::list_json(speeches, [&](const Programme::Found& found) {
        const auto& one = *found.intervention;
        return Json::object({{"key", one.key},
                             {"address", forum.address() + "/interventions/" + one.key},
                             {"date", script::iso(found.day->day)},
                             {"sitting", found.sitting->key},
                             {"sitting_title", forum::text_json(found.sitting->title)},
                             {"start_minute", forum::number_json(one.time.start)},
                             {"minutes", forum::number_json(one.time.minutes)},
                             {"time_in_source", !one.time.illustrative},
                             {"certainty", one.certainty},
                             {"cancelled", one.cancelled},
                             {"speaker", forum::text_json(short_name(one.speaker))},
                             {"topics", forum::list_json(one.topics, [](const std::string& key) {
                                  return Json(key);
                              })}});
    });
}

std::vector<std::pair<std::string, std::string>> cities_that_speak(const Programme& programme,
                                                                   const Language& language)
{
    std::map<std::string, std::string> cities;
    for (const auto& day : programme.days)
        for (const auto& sitting : day.sittings)
            for (const auto& one : sitting.interventions)
                cities[one.speaker.city_key] = one.speaker.city.words(language);
    std::vector<std::pair<std::string, std::string>> sorted(cities.begin(), cities.end());
    const script::Collator collator(language);
    std::sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) {
        if (a.first.empty() != b.first.empty())
            return b.first.empty();
        return collator.less(a.second, b.second);
    });
    return sorted;
}

}  // namespace sala::programme
