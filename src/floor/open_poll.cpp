// SPDX-License-Identifier: Apache-2.0
//
// The chair asks the hall to decide: one question at a time, open or secret.

#include "floor/poll_store.hpp"
#include "floor/polls.view.hpp"

namespace sala::floor {

static Result<web::Reply> open(web::Desk& desk, const Hall& hall, const web::Form& form);

web::Verb open_poll()
{
    return {.path = "POST /{forum}/sittings/{sitting}/polls",
            .allow = forum::chairs,
            .form = fields_of_poll(),
            .run = web::on<Hall>(open)};
}

Result<web::Reply> open(web::Desk& desk, const Hall& hall, const web::Form& form)
{
    if (hall.rehearsal.running)
        return conflict("rehearsing",
                        "A rehearsal is going on, and a poll would stay in the record. End the "
                        "rehearsal first, then open the poll.");
    if (hall.floor.phase() == Floor::Phase::closed)
        return conflict("is-closed", "The sitting has been closed.");
    for (const auto& poll : polls_of(desk.session(), hall.forum.id, hall.sitting))
        if (poll.is_open())
            return conflict("poll-open", "A poll is open. Close it first.");
    Poll poll;
    poll.id = desk.next_id<Poll>().number();
    poll.sitting = hall.sitting;
    poll.question = form["question"];
    poll.secret = form.ticked("secret");
    poll.opened_at = desk.now();
    keep_poll(desk.session(), hall.forum.id, poll, desk.visitor().login.number());
    desk.again(hall.topic());
    desk.again(topic_of_polls(hall));
    return desk.go(hall.address() + "/polls");
}

}  // namespace sala::floor
