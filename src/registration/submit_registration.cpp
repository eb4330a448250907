// SPDX-License-Identifier: Apache-2.0
//
// A focal point sends one person in: the secretariat decides.

#include "registration/ask_person.hpp"
#include "registration/decided_letter.hpp"
#include "registration/last_day.hpp"
#include "registration/open_questions.hpp"

namespace sala::registration {

static Result<web::Reply> submit(web::Desk& desk, const Delegation& delegation);

web::Verb submit_registration()
{
    return {.path = "POST /{forum}/delegations/{delegation}/people/{registration}/submit",
            .allow = forum::focal_points,
            .run = web::on<Delegation>(submit)};
}

Result<web::Reply> submit(web::Desk& desk, const Delegation& delegation)
{
    const auto forum = delegation.forum.id;
    const auto one = registered(desk.session(), forum, desk.at("registration"), delegation.id);
    if (!one)
        return one.refusal();
    const bool is_new = one->registration.status() == Status::draft;
    if (const auto open = may_still_come(desk, delegation); is_new && !open)
        return open.refusal();
    if (const auto ready = nothing_open(desk, *one, questions_at(desk.session(), forum)); !ready)
        return ready.refusal();
    if (const auto taken = take_step(desk, *one, Step::submit, side_of(delegation), {},
                                     categories_at(desk.session(), forum));
        !taken)
        return taken.refusal();
    drop_overtaken_letters(desk, delegation.forum, {one->registration.id()});
    desk.again("forum:" + delegation.forum.slug);
    return desk.go(delegation.address());
}

}  // namespace sala::registration
