// SPDX-License-Identifier: Apache-2.0
//
// A focal point shares their role with a colleague, or hands it over and has it no longer.

#include "registration/delegation.view.hpp"
#include "registration/take_answer.hpp"

namespace sala::registration {

static Result<web::Reply> share(web::Desk& desk, const Delegation& delegation,
                                const web::Form& form);

web::Verb share_delegation()
{
    return {.path = "POST /{forum}/delegations/{delegation}/focal-points",
            .allow = forum::focal_points,
            .form = fields_of_sharing(),
            .run = web::on<Delegation>(share)};
}

Result<web::Reply> share(web::Desk& desk, const Delegation& delegation, const web::Form& form)
{
    const auto address = web::plain_address(form["address"]);
    if (!mail::is_mail_address(address))
        return invalid("address", "not-a-mail-address",
                       "“{address}” is not an e-mail address. It should look like "
                       "name@city.example.",
                       {{"address", form["address"]}});
    const auto& forum = delegation.forum;
    std::vector<Id<forum::Grant>> own;
    for (const auto& grant : forum::grants_of(desk.session(), forum.id))
        if (grant.stands() && grant.role == "focal-point" && grant.delegation &&
            grant.delegation->number == delegation.id.number()) {
            if (grant.address == address)
                return conflict("already-granted", "This person has this role already.");
            if (grant.to == desk.visitor().login)
                own.push_back(grant.id);
        }
    if (const auto made =
            make_focal_point(desk, forum, {delegation.id.number(), delegation.key, delegation.name},
                             form["name"], address);
        !made)
        return made.refusal();
    if (form["how"] == "share")
        return desk.go(delegation.address());
    // The one who takes it over was given it above, so the delegation is never without.
    for (const auto id : own)
        desk.record(forum::Withdrawal{forum.id, id, desk.visitor().login, desk.now()});
    return desk.go(own.empty() ? delegation.address() : forum.address());
}

}  // namespace sala::registration
