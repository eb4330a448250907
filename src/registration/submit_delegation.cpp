// SPDX-License-Identifier: Apache-2.0
//
// A focal point sends in everybody of the delegation who is only written down so far; all of them,
// or nobody when a question is still open.

#include "registration/ask_person.hpp"

namespace sala::registration {

static Result<web::Reply> submit(web::Desk& desk, const Delegation& delegation);

web::Verb submit_delegation()
{
    return {.path = "POST /{forum}/delegations/{delegation}/submit",
            .allow = forum::focal_points,
            .run = web::on<Delegation>(submit)};
}

Result<web::Reply> submit(web::Desk& desk, const Delegation& delegation)
{
    const auto forum = delegation.forum.id;
    const auto questions = questions_at(desk.session(), forum);
    const auto categories = categories_at(desk.session(), forum);
    const auto drafts = registered_at(desk.session(), forum,
                                      {.delegation = delegation.id, .status = Status::draft});
    if (drafts.empty())
        return conflict("nobody-to-send-in", "Nobody is left to be sent in.");
    for (const auto& one : drafts) {
        if (const auto ready = nothing_open(desk.session(), one, questions); !ready)
            return ready.refusal();
        if (const auto taken =
                take_step(desk, one, Step::submit, side_of(delegation), {}, categories);
            !taken)
            return taken.refusal();
    }
    desk.again("forum:" + delegation.forum.slug);
    return desk.go(delegation.address());
}

}  // namespace sala::registration
