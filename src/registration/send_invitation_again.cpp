// SPDX-License-Identifier: Apache-2.0
//
// The letter of an invitation goes out once more, with a fresh link; every older link ends.

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
    const auto token = make_link(desk.session(), one->invitation, false, desk.visitor().login,
                                 desk.now(), *desk.house().numbering);
    desk.tell(invitation_mail(
        desk, rules, {forum, part ? part->name : Text{}, one->invitation.name, rules.answer_by},
        one->invitation, token, false));
    return desk.go(forum.address() + "/invitations/" + one->invitation.id.word());
}

}  // namespace sala::registration
