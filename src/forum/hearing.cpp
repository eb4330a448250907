// SPDX-License-Identifier: Apache-2.0

#include "forum/hearing.hpp"

#include "forum/roles.hpp"
#include "web/doors.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace sala::forum {

namespace {

struct Topic {
    std::string kind;
    std::string forum;
    std::string key;  // empty: the whole forum
};

std::optional<Topic> read(const std::string& words)
{
    const auto first = words.find(':');
    if (first == std::string::npos)
        return std::nullopt;
    const auto second = words.find(':', first + 1);
    Topic topic{words.substr(0, first), words.substr(first + 1, second - first - 1), {}};
    if (second != std::string::npos)
        topic.key = words.substr(second + 1);
    return topic;
}

// What a role has to be for: the body of the sitting, the delegation. Nothing when it is not there.
std::optional<web::Limits> limits_of(store::Session& session, const Topic& topic)
{
    if (topic.kind == "polls") {
        const auto sitting = session.find<std::int64_t>(
            "SELECT COALESCE(e.body, 0) FROM sitting s JOIN forum f ON f.id = s.forum LEFT JOIN "
            "edition e ON e.forum = s.forum AND e.id = s.edition WHERE f.key = :forum AND s.key = "
            ":sitting",
            topic.forum, topic.key);
        return sitting ? std::optional(web::Limits{{"body", std::get<0>(*sitting)}}) : std::nullopt;
    }
    const auto delegation = session.find<std::int64_t>(
        "SELECT d.id FROM delegation d JOIN forum f ON f.id = d.forum WHERE f.key = :forum AND "
        "d.key = :delegation",
        topic.forum, topic.key);
    return delegation ? std::optional(web::Limits{{"delegation", std::get<0>(*delegation)}})
                      : std::nullopt;
}

bool is_for_secretariat(const Topic& topic)
{
    constexpr std::array whole{"forum", "plan", "door"};
    const bool of_forum = std::find(whole.begin(), whole.end(), topic.kind) != whole.end();
    return topic.key.empty() ? of_forum : topic.kind == "report";
}

}  // namespace

bool may_hear(const web::Desk& desk, const std::string& topic)
{
    const auto said = read(topic);
    if (!said)
        return false;
    const auto visitor = web::visitor_at(desk, {{"forum", said->forum}});
    if (is_for_secretariat(*said))
        return web::secretariat.held_by(visitor);
    if (said->kind != "polls" && said->kind != "delegation")
        return false;
    const auto limits = limits_of(desk.session(), *said);
    return limits && (said->kind == "polls" ? chairs : delegates).reaches(visitor, *limits);
}

std::string topic_of_delegation(const std::string& forum, const std::string& delegation)
{
    return "delegation:" + forum + ":" + delegation;
}

}  // namespace sala::forum
