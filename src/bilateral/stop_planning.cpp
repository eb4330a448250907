// SPDX-License-Identifier: Apache-2.0
//
// The secretariat has seen enough: the planner stops and keeps the best timetable it has.

#include "bilateral/plan.view.hpp"

namespace sala::bilateral {

static Result<web::Reply> stop(web::Desk& desk, const forum::Forum& forum);

web::Verb stop_planning()
{
    return {.path = "POST /{forum}/bilaterals/plan/stop",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(stop)};
}

Result<web::Reply> stop(web::Desk& desk, const forum::Forum& forum)
{
    if (const auto run = newest_run(desk.session(), forum.id); run && run->is_on(desk.now()))
        stop_run(desk.session(), *run, desk.visitor().login, desk.now());
    return desk.go(plan_address(forum));
}

}  // namespace sala::bilateral
