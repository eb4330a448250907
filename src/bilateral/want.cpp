// SPDX-License-Identifier: Apache-2.0

#include "bilateral/want.hpp"

#include <algorithm>

namespace sala::bilateral {

std::vector<Topic> topics_at(store::Session& session, std::int64_t forum)
{
    std::vector<Topic> topics;
    for (const auto& [number, key, position, title] :
         session.select<std::int64_t, std::string, std::int64_t, std::string>(
             "SELECT id, key, COALESCE(number, 0), title FROM topic WHERE forum = :forum ORDER BY "
             "position, id",
             forum))
        topics.push_back({number, key, position, Text::read(title).value_or(Text{})});
    return topics;
}

const Topic* find(const std::vector<Topic>& topics, std::int64_t number)
{
    const auto found = std::find_if(topics.begin(), topics.end(),
                                    [&](const Topic& topic) { return topic.number == number; });
    return found == topics.end() ? nullptr : &*found;
}

static std::vector<Want> rows_of(store::Session& session, std::int64_t forum,
                                 const std::string& table)
{
    std::vector<Want> wants;
    for (const auto& [key, delegation, topic, priority, flexible, text, note, claims] :
         session.select<std::string, std::int64_t, std::int64_t, std::int64_t, std::string,
                        std::string, std::string, std::int64_t>(
             "SELECT w.key, w.delegation, w.topic, w.priority, w.flexible, w.text, w.note, (SELECT "
             "COUNT(*) FROM claim c WHERE c.forum = w.forum AND c.subject = '" +
                 table + "s:' || w.key) FROM " + table +
                 " w WHERE w.forum = :forum ORDER BY w.priority, w.position, w.id",
             forum))
        wants.push_back({key, delegation, topic, static_cast<int>(priority), flexible == "yes",
                         Text::read(text).value_or(Text{}), Text::read(note).value_or(Text{}),
                         static_cast<int>(claims)});
    return wants;
}

Wants wants_at(store::Session& session, std::int64_t forum)
{
    return {rows_of(session, forum, "need"), rows_of(session, forum, "offer")};
}

Wants of(const Wants& all, std::int64_t delegation)
{
    const auto own = [&](const std::vector<Want>& from) {
        std::vector<Want> some;
        std::copy_if(from.begin(), from.end(), std::back_inserter(some),
                     [&](const Want& want) { return want.delegation == delegation; });
        return some;
    };
    return {own(all.needs), own(all.offers)};
}

}  // namespace sala::bilateral
