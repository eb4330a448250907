// SPDX-License-Identifier: Apache-2.0
//
// The letter of an invitation is prepared once more, with a fresh link, perhaps to another address.
// Older links work until it has left; those that went to a wrong address end at once.

#include "registration/circular_store.hpp"
#include "registration/invitation_again.view.hpp"

namespace sala::registration {

static Result<web::Reply> again(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

web::Verb send_invitation_again()
{
    return {.path = "POST /{forum}/invitations/{invitation}/again",
            .allow = web::secretariat,
            .form = fields_of_again(),
            .run = web::on<forum::Forum>(again)};
}

// What is left empty stays as it was.
static Result<Invitation> addressed_as(const web::Form& form, Invitation invitation)
{
    if (!form["name"].empty())
        invitation.name = form["name"];
    if (!form["address"].empty())
        invitation.address = web::plain_address(form["address"]);
    if (!form["language"].empty())
        invitation.language = *Language::named(form["language"]);
    if (invitation.address.empty())
        return conflict("no-address", "The address of this invitation is not kept any more.");
    if (!mail::is_mail_address(invitation.address))
        return mail::no_mail_address("address", form["address"]);
    return invitation;
}

Result<web::Reply> again(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    const auto one = invited_by_number(desk.session(), forum.id, desk.at("invitation"));
    if (!one)
        return one.refusal();
    const auto& before = one->invitation;
    const auto now = addressed_as(form, before);
    if (!now)
        return now.refusal();
    const bool new_address = now->address != before.address;
    if (new_address || now->name != before.name || now->language != before.language) {
        desk.record(Correction{forum.id, desk.next_id<Correction>(), now->id, desk.visitor().login,
                               desk.now(), new_address, now->name, now->address, now->language});
        drop_waiting(desk.session(), forum.id, now->id, new_address, desk.now());
    }
    const auto rules = rules_at(desk.session(), forum.id);
    const auto delegations = delegations_at(desk.session(), forum.id);
    const auto* part = part_of(delegations, now->delegation.number());
    write_to_invited(desk, rules, {forum, part ? part->name : Text{}, now->name, rules.answer_by},
                     *now, false);
    desk.again("forum:" + forum.slug);
    return desk.go(forum.address() + "/invitations/" + now->id.word());
}

}  // namespace sala::registration
