// SPDX-License-Identifier: Apache-2.0
//
// A delegation is invited: its letter, with a link of its own, waits in the outbox until somebody
// has read it.

#include "registration/invitation_letter.hpp"
#include "registration/invitations.view.hpp"
#include "web/login_store.hpp"

namespace sala::registration {

static Result<web::Reply> invite(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

web::Verb invite_delegation()
{
    return {.path = "POST /{forum}/invitations",
            .allow = web::secretariat,
            .form = fields_of_invitation(),
            .run = web::on<forum::Forum>(invite)};
}

static Result<Invitation> invitation_of(web::Desk& desk, const forum::Forum& forum,
                                        const web::Form& form, const forum::Part& part)
{
    const auto address = web::plain_address(form["address"]);
    if (!mail::is_mail_address(address))
        return mail::no_mail_address("address", form["address"]);
    for (const auto& one : invited_at(desk.session(), forum.id))
        if (one.invitation.delegation.number() == part.number)
            return conflict("already-invited",
                            "This delegation has been invited already. Its letter can be sent "
                            "again from its own page.");
    return Invitation{forum.id,
                      desk.next_id<Invitation>(),
                      DelegationId{part.number},
                      desk.visitor().login,
                      desk.now(),
                      form["name"],
                      address,
                      *Language::named(form["language"])};
}

Result<web::Reply> invite(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    const auto delegations = delegations_at(desk.session(), forum.id);
    const auto* part = part_keyed(delegations, form["delegation"]);
    if (!part)
        return invalid("delegation", "not-a-choice", "“{value}” is not one of the choices.",
                       {{"value", form["delegation"]}});
    const auto invitation = invitation_of(desk, forum, form, *part);
    if (!invitation)
        return invitation.refusal();
    const auto rules = rules_at(desk.session(), forum.id);
    desk.record(*invitation);
    desk.acts_for("delegation/" + invitation->delegation.word());
    write_to_invited(desk, rules, {forum, part->name, invitation->name, rules.answer_by},
                     *invitation, false);
    desk.again("forum:" + forum.slug);
    return desk.go(forum.address() + "/invitations");
}

}  // namespace sala::registration
