// SPDX-License-Identifier: Apache-2.0

#include "bilateral/want.hpp"

#include "base/spaced_words.hpp"

#include <algorithm>
#include <map>

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

namespace {

// What needs and offers point to, by key.
struct Pointed {
    std::map<std::string, Practice, std::less<>> practices;
    std::map<std::string, Said, std::less<>> claims;
    std::multimap<std::string, std::string, std::less<>> about;  // "needs:key" -> claim
};

Text text_of(const std::string& words) { return Text::read(words).value_or(Text{}); }

Pointed pointed_at(store::Session& session, std::int64_t forum)
{
    Pointed pointed;
    for (auto& practice : practices_at(session, forum)) {
        auto key = practice.key;
        pointed.practices.emplace(std::move(key), std::move(practice));
    }
    for (const auto& [key, subject, question, value, source, address] :
         session.select<std::string, std::string, std::string, std::string,
                        std::optional<std::string>, std::optional<std::string>>(
             "SELECT c.key, c.subject, c.question, c.value, s.title, s.address FROM claim c LEFT "
             "JOIN source s ON s.forum = c.forum AND s.id = c.source WHERE c.forum = :forum ORDER "
             "BY c.position, c.id",
             forum)) {
        pointed.claims[key] = {key, text_of(question), text_of(value), text_of(source.value_or("")),
                               address.value_or("")};
        pointed.about.emplace(subject, key);
    }
    return pointed;
}

void point(Want& want, const Pointed& pointed, const std::string& subject,
           const std::string& practices, const std::string& claims)
{
    for (const auto& key : spaced_words(practices))
        if (const auto found = pointed.practices.find(key); found != pointed.practices.end())
            want.practices.push_back(found->second);
    auto keys = spaced_words(claims);
    const auto [first, last] = pointed.about.equal_range(subject);
    for (auto one = first; one != last; ++one)
        if (std::find(keys.begin(), keys.end(), one->second) == keys.end())
            keys.push_back(one->second);
    for (const auto& key : keys)
        if (const auto found = pointed.claims.find(key); found != pointed.claims.end())
            want.claims.push_back(found->second);
}

std::vector<Want> rows_of(store::Session& session, std::int64_t forum, const std::string& table,
                          const Pointed& pointed)
{
    std::vector<Want> wants;
    for (const auto& [key, delegation, topic, priority, flexible, practices, claims, text, note] :
         session.select<std::string, std::int64_t, std::int64_t, std::int64_t, std::string,
                        std::string, std::string, std::string, std::string>(
             "SELECT w.key, w.delegation, w.topic, w.priority, w.flexible, w.practices, w.claims, "
             "w.text, w.note FROM " +
                 table + " w WHERE w.forum = :forum ORDER BY w.priority, w.position, w.id",
             forum)) {
        Want want{key,
                  delegation,
                  topic,
                  static_cast<int>(priority),
                  flexible == "yes",
                  text_of(text),
                  text_of(note),
                  {},
                  {}};
        point(want, pointed, table + "s:" + key, practices, claims);
        wants.push_back(std::move(want));
    }
    return wants;
}

}  // namespace

std::vector<Practice> practices_at(store::Session& session, std::int64_t forum)
{
    std::vector<Practice> all;
    for (const auto& [key, delegation, date, address, title, text, source, note] :
         session.select<std::string, std::int64_t, std::string, std::string, std::string,
                        std::string, std::optional<std::string>, std::string>(
             "SELECT p.key, p.delegation, p.date, p.address, p.title, p.text, s.title, p.note FROM "
             "practice p LEFT JOIN source s ON s.forum = p.forum AND s.id = p.source WHERE p.forum "
             "= :forum ORDER BY p.position, p.id",
             forum))
        all.push_back({key, delegation, date, address, text_of(title), text_of(text),
                       text_of(source.value_or("")), text_of(note)});
    return all;
}

Wants wants_at(store::Session& session, std::int64_t forum)
{
    const auto pointed = pointed_at(session, forum);
    return {rows_of(session, forum, "need", pointed), rows_of(session, forum, "offer", pointed)};
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
