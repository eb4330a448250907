// SPDX-License-Identifier: Apache-2.0
//
// A delegation says that somebody does not come after all. It can be sent in again.

#include "registration/ask_person.hpp"
#include "registration/decided_letter.hpp"

namespace sala::registration {

static Result<web::Reply> withdraw(web::Desk& desk, const Delegation& delegation);

web::Verb withdraw_registration()
{
    return {.path = "POST /{forum}/delegations/{delegation}/people/{registration}/withdraw",
            .allow = forum::focal_points,
            .run = web::on<Delegation>(withdraw)};
}

Result<web::Reply> withdraw(web::Desk& desk, const Delegation& delegation)
{
    const auto forum = delegation.forum.id;
    const auto one = registered(desk.session(), forum, desk.at("registration"), delegation.id);
    if (!one)
        return one.refusal();

    if (const auto taken = take_step(desk, *one, Step::withdraw, side_of(delegation), {},
                                     categories_at(desk.session(), forum));
        !taken)
        return taken.refusal();
    drop_overtaken_letters(desk, delegation.forum, {one->registration.id()});
    desk.again("forum:" + delegation.forum.slug);
    return desk.go(delegation.address());
}

}  // namespace sala::registration
