// SPDX-License-Identifier: Apache-2.0
//
// The secretariat asks for a timetable: anew, with as few changes as possible, or only filling
// gaps. It is worked out beside the requests; the page shows how far it is.

#include "bilateral/plan.view.hpp"

namespace sala::bilateral {

static Result<web::Reply> start(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

web::Verb start_planning()
{
    return {.path = "POST /{forum}/bilaterals/plan",
            .allow = web::secretariat,
            .form = fields_of_run(),
            .run = web::on<forum::Forum>(start)};
}

Result<web::Reply> start(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    const auto timetable = load_timetable(desk.session(), forum.id, desk.now());
    if (const auto can = can_be_asked(timetable); !can)
        return can.refusal();
    if (const auto run = newest_run(desk.session(), forum.id); run && run->is_on(desk.now()))
        return desk.go(plan_address(forum));
    PlanRun run{.forum = forum.id, .id = desk.next_id<PlanRun>().number()};
    run.how = *planned_named(form["how"]);
    run.seconds = static_cast<int>(*form.number("seconds"));
    run.version = timetable.version;
    run.at = desk.now();
    insert(desk.session(), run, desk.visitor().login);
    desk.again("plan:" + forum.slug);
    return desk.go(plan_address(forum));
}

}  // namespace sala::bilateral
