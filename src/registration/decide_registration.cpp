// SPDX-License-Identifier: Apache-2.0
//
// The secretariat decides about one person: comes, waits, is sent back or refused with a reason.
// The delegation sees it on its page at once.

#include "registration/decided_letter.hpp"
#include "registration/decision.view.hpp"

namespace sala::registration {

static Result<web::Reply> decide(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

web::Verb decide_registration()
{
    return {.path = "POST /{forum}/registrations/{registration}",
            .allow = forum::category_managers,
            .form = fields_of_decision(),
            .run = web::on<forum::Forum>(decide)};
}

static Allowed was_seen(web::Desk& desk, const Registered& one, const web::Form& form)
{
    if (hinders(unseen_changes(desk.session(), one, form, "version"),
                questions_at(desk.session(), one.registration.forum())))
        return stale("changed-meanwhile",
                     "This person was changed after you opened the page. What is new stands in the "
                     "table; look at it and decide once more.");
    if (status_seen(desk.session(), one, form))
        return stale("changed-meanwhile",
                     "Somebody else decided about this person after you opened the page. What was "
                     "decided stands in the table; look at it and decide once more if need be.");
    return allowed();
}

Result<web::Reply> decide(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    const auto one = registered(desk.session(), forum.id, desk.at("registration"));
    if (!one)
        return one.refusal();
    const auto categories = categories_at(desk.session(), forum.id);
    // Whoever decides about another category is told nothing of this person, by take_step().
    if (may_decide(desk, categories, one->particulars["category"]))
        if (const auto seen = was_seen(desk, *one, form); !seen)
            return seen.refusal();
    const auto step = *step_named(form["step"]);
    if (const auto taken =
            take_step(desk, *one, step, Side::secretariat, form["reason"], categories);
        !taken)
        return taken.refusal();
    if (one->registration.delegation())
        desk.acts_for("delegation/" + one->registration.delegation().word());
    drop_overtaken_letters(desk, forum, {one->registration.id()});
    if (form.ticked("tell"))
        tell_decisions(
            desk, forum,
            {{one->registration.id(), one->registration.delegation(), one->particulars, step}},
            form["reason"]);
    desk.again("forum:" + forum.slug);
    return desk.go(desk.address());
}

}  // namespace sala::registration
