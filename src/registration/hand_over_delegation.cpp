// SPDX-License-Identifier: Apache-2.0
//
// A focal point gives the role to a colleague and lays it down: the delegation is never without.
// A colleague with whom they share it has it already; then it is only laid down.

#include "registration/delegation.view.hpp"
#include "registration/take_answer.hpp"
#include "web/login_streams.hpp"

namespace sala::registration {

static Result<web::Reply> hand_over(web::Desk& desk, const Delegation& delegation,
                                    const web::Form& form);

web::Verb hand_over_delegation()
{
    return {.path = "POST /{forum}/delegations/{delegation}/hand-over",
            .allow = forum::focal_points,
            .form = fields_of_sharing(),
            .run = web::on<Delegation>(hand_over)};
}

Result<web::Reply> hand_over(web::Desk& desk, const Delegation& delegation, const web::Form& form)
{
    const auto given = give_focal_point(desk, delegation, form);
    if (!given)
        return given.refusal();
    for (const auto id : given->own)
        desk.record(forum::Withdrawal{delegation.forum.id, id, desk.visitor().login, desk.now()});
    desk.again(web::of_login(desk.visitor().login));
    return desk.go(given->own.empty() ? delegation.address() : delegation.forum.address());
}

}  // namespace sala::registration
