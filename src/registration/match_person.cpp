// SPDX-License-Identifier: Apache-2.0
//
// A focal point says that somebody registered is a person the server knows from before. Only those
// who were suggested can be said.

#include "registration/likeness_store.hpp"

namespace sala::registration {

static Result<web::Reply> match(web::Desk& desk, const Delegation& delegation,
                                const web::Form& form);

web::Verb match_person()
{
    return {.path = "POST /{forum}/delegations/{delegation}/people/{registration}/person",
            .allow = forum::focal_points,
            .form = {web::text("person", tr("Person")).at_most(64)},
            .run = web::on<Delegation>(match)};
}

Result<web::Reply> match(web::Desk& desk, const Delegation& delegation, const web::Form& form)
{
    const auto forum = delegation.forum.id;
    const auto one = registered(desk.session(), forum, desk.at("registration"), delegation.id);
    if (!one)
        return one.refusal();
    const auto known = people_of_delegation(desk.session(), forum, delegation.id);
    for (const auto& like : people_alike(one->particulars, known)) {
        if (like.key != form["person"])
            continue;
        desk.record(Match{forum, desk.next_id<Match>(), one->registration.id(), like.id,
                          desk.visitor().login, desk.now()});
        return desk.go(delegation.address() + "/people/" + one->registration.id().word());
    }
    return invalid("person", "not-a-choice", "“{value}” is not one of the choices.",
                   {{"value", form["person"]}});
}

}  // namespace sala::registration
