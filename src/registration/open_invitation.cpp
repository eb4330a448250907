// SPDX-License-Identifier: Apache-2.0
//
// Whoever got the letter follows its link, reads it once more and finds the form of the answer.
// Following the link changes nothing, so that a mail scanner does not use it up.

#include "registration/invitation.view.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk);

web::Verb open_invitation()
{
    return {
        .path = "GET /{forum}/invitation/{token}", .allow = web::anyone, .run = web::simply(show)};
}

// The forum may still be a draft: the link is what lets one in.
Result<web::Reply> show(web::Desk& desk)
{
    const auto forum = forum::find_forum(desk.session(), desk.at("forum"));
    const auto one =
        invited_by_link(desk.session(), forum ? forum->id : 0, desk.at("token"), desk.now());
    if (!one)
        return one.refusal();
    desk.in_zone(forum->zone);
    const auto rules = rules_at(desk.session(), forum->id);
    const auto delegations = delegations_at(desk.session(), forum->id);
    const auto* part = part_of(delegations, one->invitation.delegation.number());
    const LetterFacts facts{*forum, part ? part->name : Text{}, one->invitation.name,
                            rules.answer_by};
    auto reply = desk.wants(web::Format::json)
                     ? desk.show(Json::object(
                           {{"delegation", part ? Json(part->key) : Json()},
                            {"letter", letter_words(rules, facts, desk.reader().language).body}}))
                     : desk.show(open_invitation_page(desk, rules, facts));
    return reply.with("Referrer-Policy", "no-referrer").with("Cache-Control", "no-store");
}

}  // namespace sala::registration
