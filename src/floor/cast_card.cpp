// SPDX-License-Identifier: Apache-2.0
//
// A delegation shows its card. In the open it may change its mind until the poll is closed; a
// secret card is laid down once, and nothing tells whose it is.

#include "floor/own_delegation.hpp"
#include "floor/poll_store.hpp"
#include "floor/polls.view.hpp"

namespace sala::floor {

static Result<web::Reply> cast(web::Desk& desk, const Hall& hall, const web::Form& form);

web::Verb cast_card()
{
    return {.path = "POST /{forum}/sittings/{sitting}/card",
            .allow = forum::delegates,
            .form = fields_of_card(),
            .query = {{.name = "delegation", .meaning = "Whose, for those of several."}},
            .run = web::on<Hall>(cast)};
}

Result<web::Reply> cast(web::Desk& desk, const Hall& hall, const web::Form& form)
{
    const auto own = own_delegation(desk, hall);
    if (!own)
        return own.refusal();
    if (hall.floor.phase() == Floor::Phase::closed)
        return conflict("is-closed", "The sitting has been closed.");
    const auto polls = polls_of(desk.session(), hall.forum.id, hall.sitting);
    if (polls.empty())
        return conflict("no-poll", "There is no poll at the moment.");
    // A card is for the question it was shown to, and for no other one.
    const auto& poll = polls.front();
    if (std::to_string(poll.id) != form["poll"])
        return conflict("another-poll",
                        "Your card was not counted: the chair has closed the question you saw and "
                        "asked another one. Read it, then show your card.");
    const auto card = *card_named(form["card"]);
    if (const auto may = poll.may_show((*own)->id, seat_named((*own)->seat), card, form["words"]);
        !may)
        return may.refusal();
    Ballot ballot;
    ballot.id = desk.next_id<Ballot>().number();
    ballot.delegation = (*own)->id;
    ballot.card = card;
    ballot.words = form["words"];
    ballot.by = desk.visitor().login.number();
    ballot.at = desk.now();
    keep_ballot(desk.session(), hall.forum.id, poll, ballot);
    // The chair alone: when somebody showed a card is nobody else's business, and no screen
    // changes.
    desk.again(topic_of_polls(hall));
    return desk.go(desk.address() + "?delegation=" + (*own)->key);
}

}  // namespace sala::floor
