// SPDX-License-Identifier: Apache-2.0
//
// The letter of an invitation is prepared once more, with a fresh link. Older links work until it
// has left.

#include "registration/invitation_letter.hpp"

namespace sala::registration {

static Result<web::Reply> again(web::Desk& desk, const forum::Forum& forum);

web::Verb send_invitation_again()
{
    return {.path = "POST /{forum}/invitations/{invitation}/again",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(again)};
}

Result<web::Reply> again(web::Desk& desk, const forum::Forum& forum)
{
    const auto one = invited_by_number(desk.session(), forum.id, desk.at("invitation"));
    if (!one)
        return one.refusal();
    if (!mail::is_mail_address(one->invitation.address))
        return conflict("no-address", "The address of this invitation is not kept any more.");
    const auto rules = rules_at(desk.session(), forum.id);
    const auto delegations = delegations_at(desk.session(), forum.id);
    const auto* part = part_of(delegations, one->invitation.delegation.number());
    write_to_invited(desk, rules,
                     {forum, part ? part->name : Text{}, one->invitation.name, rules.answer_by},
                     one->invitation, false);
    return desk.go(forum.address() + "/invitations/" + one->invitation.id.word());
}

}  // namespace sala::registration
