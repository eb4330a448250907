// SPDX-License-Identifier: Apache-2.0
//
// A focal point shares their role with a colleague; both have it then.

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
    const auto given = give_focal_point(desk, delegation, form);
    if (!given)
        return given.refusal();
    if (given->had_it)
        return has_role_already();
    return desk.go(delegation.address());
}

}  // namespace sala::registration
