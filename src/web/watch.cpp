// SPDX-License-Identifier: Apache-2.0
//
// A browser watches for changes: one stream for all its tabs, told which topics to look at again.

#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> join(Desk& desk);

Verb watch()
{
    return {.path = "GET /api/live",
            .allow = anyone,
            .query = {{.name = "topic",
                       .meaning = "What to watch, such as forum:SLUG.",
                       .required = true}},
            .run = simply(join),
            .summary = "A stream of events for the topics named."};
}

Result<Reply> join(Desk& desk)
{
    if (desk.query("topic").empty())
        return missing("no-topic", "Say what to watch: /api/live?topic=forum:SLUG.");
    // Drafts change on the desk long before anybody else may know that there is a forum. A role at
    // one forum does not open the desks of all.
    Reply reply;
    reply.stream = desk.may(secretariat) ? "desk" : "public";
    return reply;
}

}  // namespace sala::web
