// SPDX-License-Identifier: Apache-2.0
//
// A delegation sees what is to be decided, and which card it showed.

#include "floor/own_delegation.hpp"
#include "floor/poll_store.hpp"
#include "floor/polls.view.hpp"

namespace sala::floor {

static Result<web::Reply> show(web::Desk& desk, const Hall& hall);

web::Verb show_card()
{
    return {.path = "GET /{forum}/sittings/{sitting}/card",
            .allow = forum::delegates,
            .query = {{.name = "delegation", .meaning = "Whose, for those of several."}},
            .run = web::on<Hall>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Hall& hall)
{
    const auto own = own_delegation(desk, hall);
    if (!own)
        return own.refusal();
    const auto polls = polls_of(desk.session(), hall.forum.id, hall.sitting);
    const auto* poll = polls.empty() ? nullptr : &polls.front();
    if (!desk.wants(web::Format::json))
        return desk.show(card_page(desk, hall, **own, poll));
    const auto* held = poll ? poll->ballot_of((*own)->id) : nullptr;
    return desk.show(
        Json::object({{"poll", poll ? Json(std::to_string(poll->id)) : Json()},
                      {"question", poll ? Json(poll->question) : Json()},
                      {"open", poll && poll->is_open()},
                      {"secret", poll && poll->secret},
                      {"took_part", held != nullptr},
                      {"card", held && held->card ? Json(word(*held->card)) : Json()}}));
}

}  // namespace sala::floor
