// SPDX-License-Identifier: Apache-2.0
//
// A delegation wants no more what it asked for after the last day. Everything stays as it is.

#include "registration/entering.hpp"

namespace sala::registration {

static Result<web::Reply> withdraw(web::Desk& desk, const Delegation& delegation,
                                   const web::Form& form);

web::Verb withdraw_wish()
{
    return {.path = "POST /{forum}/delegations/{delegation}/people/{registration}/wish",
            .allow = forum::focal_points,
            .form = {web::hidden("wish")},
            .run = web::on<Delegation>(withdraw)};
}

Result<web::Reply> withdraw(web::Desk& desk, const Delegation& delegation, const web::Form& form)
{
    const auto forum = delegation.forum.id;
    const auto one = registered(desk.session(), forum, desk.at("registration"), delegation.id);
    if (!one)
        return one.refusal();
    if (const auto ended = call_off_wish(desk, *one, form["wish"]); !ended)
        return ended.refusal();
    desk.again("forum:" + delegation.forum.slug);
    return desk.go(delegation.address() + "/people/" + one->registration.id().word());
}

}  // namespace sala::registration
