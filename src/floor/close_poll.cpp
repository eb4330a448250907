// SPDX-License-Identifier: Apache-2.0
//
// The chair closes a poll; what was secret is counted now.

#include "floor/hall.hpp"
#include "floor/poll_store.hpp"
#include "floor/polls.view.hpp"

namespace sala::floor {

static Result<web::Reply> close(web::Desk& desk, const Hall& hall);

web::Verb close_poll()
{
    return {.path = "POST /{forum}/sittings/{sitting}/polls/{poll}/end",
            .allow = forum::chairs,
            .run = web::on<Hall>(close)};
}

Result<web::Reply> close(web::Desk& desk, const Hall& hall)
{
    for (const auto& poll : polls_of(desk.session(), hall.forum.id, hall.sitting)) {
        if (std::to_string(poll.id) != desk.at("poll"))
            continue;
        if (!poll.is_open())
            return conflict("poll-closed", "The poll has been closed.");
        end_poll(desk.session(), hall.forum.id, poll.id, desk.visitor().login.number(), desk.now());
        desk.again(hall.topic());
        desk.again(topic_of_polls(hall));
        return desk.go(hall.address() + "/polls");
    }
    return missing("no-such-poll", "There is no such poll in this sitting.");
}

}  // namespace sala::floor
