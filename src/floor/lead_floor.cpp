// SPDX-License-Identifier: Apache-2.0
//
// The chair leads the floor: gives it, starts and stops the clock, rules, changes the order. One
// step after another; a step from a page that is not the newest is refused with what happened
// meanwhile, so that two chairs at two desks never work against each other.

#include "floor/chair_step.hpp"
#include "floor/hall_json.hpp"

namespace sala::floor {

static Result<web::Reply> lead(web::Desk& desk, const Hall& seen, const web::Form& form);

web::Verb lead_floor()
{
    return {.path = "POST /{forum}/sittings/{sitting}/chair",
            .allow = forum::chairs,
            .form = fields_of_step(),
            .run = web::on<Hall>(lead),
            .summary = "One step of the chair: give, start, pause, end ..."};
}

Result<web::Reply> lead(web::Desk& desk, const Hall& seen, const web::Form& form)
{
    if (const auto fresh = is_fresh(seen, *form.number("version")); !fresh)
        return fresh.refusal();
    auto hall = seen;
    if (const auto done = take_chair_step(desk, hall, form); !done)
        return done.refusal();
    if (desk.wants(web::Format::json))
        return desk.show(to_json(hall, desk.now(), true));
    return desk.go(desk.address());
}

}  // namespace sala::floor
