// SPDX-License-Identifier: Apache-2.0
//
// The chair sees the polls of the sitting and how the cards stand.

#include "floor/poll_store.hpp"
#include "floor/polls.view.hpp"

namespace sala::floor {

static Result<web::Reply> show(web::Desk& desk, const Hall& hall);

web::Verb show_polls()
{
    return {.path = "GET /{forum}/sittings/{sitting}/polls",
            .allow = forum::chairs,
            .run = web::on<Hall>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Hall& hall)
{
    const auto polls = polls_of(desk.session(), hall.forum.id, hall.sitting);
    if (!desk.wants(web::Format::json))
        return desk.show(polls_page(desk, hall, polls));
    auto list = Json::array();
    for (const auto& poll : polls) {
        const auto tally = poll.tally();
        list.push(Json::object({{"poll", std::to_string(poll.id)},
                                {"question", poll.question},
                                {"secret", poll.secret},
                                {"open", poll.is_open()},
                                {"took_part", poll.ballots.size()},
                                {"agree", tally ? Json(tally->agree) : Json()},
                                {"object", tally ? Json(tally->object) : Json()},
                                {"abstain", tally ? Json(tally->abstain) : Json()}}));
    }
    return desk.show(Json::object({{"polls", std::move(list)}}));
}

}  // namespace sala::floor
