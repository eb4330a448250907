// SPDX-License-Identifier: Apache-2.0
//
// One topic of a forum, and everybody who speaks on it.

#include "programme/show_topic.view.hpp"

#include "forum/forum_store.hpp"
#include "forum/listed.hpp"
#include "forum/text_json.hpp"

#include <algorithm>

namespace sala::programme {

using forum::Forum;
using forum::Listed;

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_topic()
{
    return {.path = "GET /{forum}/topics/{topic}",
            .allow = web::anyone,
            .run = web::on<Forum>(show),
            .summary = "A topic, and who speaks on it"};
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const Listed topics(desk.session(), "topics", forum.id);
    const Listed sources(desk.session(), "sources", forum.id);
    const Listed editions(desk.session(), "editions", forum.id);
    const auto* row = topics.find(desk.at("topic"));
    if (!row)
        return missing("no-such-topic",
                       "There is no such topic. The topics are on the forum's page.");
    const auto programme = programme_for(desk, forum);
    const auto found = speeches(*programme, [&](const Intervention& one) {
        return std::find(one.topics.begin(), one.topics.end(), row->key) != one.topics.end();
    });
    const TopicShown topic{topics.number(*row, "number").value_or(0), topics.text(*row, "title"),
                           editions.text_of(topics.words(*row, "edition"), "name"),
                           sources.text_of(topics.words(*row, "source"), "title"),
                           topics.text(*row, "note")};
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"key", row->key},
                                       {"number", topic.number},
                                       {"title", forum::text_json(topic.title)},
                                       {"edition", topics.words(*row, "edition")},
                                       {"source", topics.words(*row, "source")},
                                       {"note", forum::text_json(topic.note)},
                                       {"interventions", speeches_json(forum, found)}}));
    auto page = topic_page({desk.reader(), *programme, forum.address(), true}, topic, found);
    page.frame = forum::forum_frame(desk, forum, "");
    return desk.show(std::move(page));
}

}  // namespace sala::programme
