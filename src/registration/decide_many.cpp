// SPDX-License-Identifier: Apache-2.0
//
// One decision about all those that were ticked in the preview; all of them, or none when somebody
// was faster with one.

#include "registration/decided_letter.hpp"
#include "registration/decision.view.hpp"

namespace sala::registration {

static Result<web::Reply> decide(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

web::Verb decide_many()
{
    return {.path = "POST /{forum}/decisions",
            .allow = forum::category_managers,
            .form = fields_of_decision(),
            .run = web::on<forum::Forum>(decide)};
}

Result<web::Reply> decide(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    const auto categories = categories_at(desk.session(), forum.id);
    const auto step = *step_named(form["step"]);
    std::vector<Decided> decided;
    for (const auto& one : registered_at(desk.session(), forum.id)) {
        if (!form.has("pick-" + one.registration.id().word()))
            continue;
        if (const auto taken =
                take_step(desk, one, step, Side::secretariat, form["reason"], categories);
            !taken)
            return taken.refusal();
        decided.push_back(
            {one.registration.delegation(), person_words(desk.reader(), one.particulars), step});
    }
    if (decided.empty())
        return conflict("nobody-ticked", "Nobody is ticked, so nothing was decided.");
    if (form.ticked("tell"))
        tell_decisions(desk, forum, decided, form["reason"]);
    desk.again("forum:" + forum.slug);
    return desk.go(forum.address() + "/registrations");
}

}  // namespace sala::registration
