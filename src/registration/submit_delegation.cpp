// SPDX-License-Identifier: Apache-2.0
//
// A focal point sends in everybody of the delegation who is only written down so far: all of them,
// or, when the button said so, those of whom every answer is there.

#include "registration/ask_person.hpp"
#include "registration/last_day.hpp"
#include "registration/open_questions.hpp"

namespace sala::registration {

static Result<web::Reply> submit(web::Desk& desk, const Delegation& delegation,
                                 const web::Form& form);

web::Verb submit_delegation()
{
    return {.path = "POST /{forum}/delegations/{delegation}/submit",
            .allow = forum::focal_points,
            .form = {web::tick("complete", tr("Only those of whom every answer is there"))},
            .run = web::on<Delegation>(submit)};
}

Result<web::Reply> submit(web::Desk& desk, const Delegation& delegation, const web::Form& form)
{
    const auto forum = delegation.forum.id;
    if (const auto open = may_still_come(desk, delegation); !open)
        return open.refusal();
    const auto questions = questions_at(desk.session(), forum);
    const auto categories = categories_at(desk.session(), forum);
    const auto drafts = registered_at(desk.session(), forum,
                                      {.delegation = delegation.id, .status = Status::draft});
    const auto missing = missing_of(desk.session(), forum, drafts, questions);
    if (!missing.empty() && !form.ticked("complete"))
        return conflict("questions-open",
                        "Nobody was sent in, because answers are missing: {missing}. Open each of "
                        "them, answer and save.",
                        {{"missing", missing_words(desk.reader(), missing)}});
    if (drafts.size() == missing.size())
        return conflict("nobody-to-send-in", "Nobody is left to be sent in.");
    for (const auto& one : drafts) {
        if (std::any_of(missing.begin(), missing.end(),
                        [&](const Missing& of) { return of.one == &one; }))
            continue;
        if (const auto taken =
                take_step(desk, one, Step::submit, side_of(delegation), {}, categories);
            !taken)
            return taken.refusal();
    }
    desk.again("forum:" + delegation.forum.slug);
    return desk.go(delegation.address());
}

}  // namespace sala::registration
