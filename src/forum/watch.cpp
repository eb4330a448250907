// SPDX-License-Identifier: Apache-2.0
//
// A browser watches for changes: one stream for all its tabs, told which topics to look at again.
// Of each topic hears who may open the pages that show it, and nobody else.

#include "forum/hearing.hpp"
#include "live/again.hpp"
#include "web/login_streams.hpp"
#include "web/percent.hpp"
#include "web/verb.hpp"

namespace sala::forum {

static Result<web::Reply> join(web::Desk& desk);

web::Verb watch()
{
    return {.path = "GET /api/live",
            .allow = web::anyone,
            .query = {{.name = "topic",
                       .meaning = "What to watch, such as forum:SLUG; once for each.",
                       .required = true}},
            .run = web::simply(join),
            .summary = "A stream of events for the topics named."};
}

// What may not be heard is left out without a word: nobody learns whether it is there.
static std::set<std::string> heard(const web::Desk& desk)
{
    std::set<std::string> topics;
    if (!desk.visitor().signed_in())
        return topics;
    const auto& target = desk.request().target;
    for (auto& [name, value] :
         web::read_pairs(std::string_view(target).substr(target.find('?') + 1)))
        if (name == "topic" && topics.size() < topics_max && may_hear(desk, value))
            topics.insert(std::move(value));
    return topics;
}

Result<web::Reply> join(web::Desk& desk)
{
    if (desk.query("topic").empty())
        return missing("no-topic", "Say what to watch: /api/live?topic=forum:SLUG.");
    const auto topics = heard(desk);
    web::Reply reply;
    reply.stream = topics.empty() ? live::public_stream
                                  : live::stream_of(web::of_login(desk.visitor().login), topics);
    return reply;
}

}  // namespace sala::forum
