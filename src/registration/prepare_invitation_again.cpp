// SPDX-License-Identifier: Apache-2.0
//
// The secretariat is about to send a letter again, and may put right whom it goes to.

#include "registration/invitation_again.view.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb prepare_invitation_again()
{
    return {.path = "GET /{forum}/invitations/{invitation}/again",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(show)};
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    const auto one = invited_by_number(desk.session(), forum.id, desk.at("invitation"));
    if (!one)
        return one.refusal();
    const auto& invitation = one->invitation;
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"name", invitation.name},
                                       {"address", invitation.address},
                                       {"language", invitation.language.tag()}}));
    const auto delegations = delegations_at(desk.session(), forum.id);
    const auto* part = part_of(delegations, invitation.delegation.number());
    web::Form kept;
    kept.set("name", invitation.name);
    kept.set("address", invitation.address);
    kept.set("language", std::string(invitation.language.tag()));
    if (!desk.typed())
        desk.comes_back(&kept, desk.refusals());
    return desk.show(again_page(desk, forum, invitation, part ? part->name : Text{}));
}

}  // namespace sala::registration
