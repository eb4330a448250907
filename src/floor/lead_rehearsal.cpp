// SPDX-License-Identifier: Apache-2.0
//
// The chair rehearses: everything works as it will, the screens say so, and when the rehearsal ends
// the floor is as it was before, without a trace in its record.

#include "floor/hall.hpp"

namespace sala::floor {

static Result<web::Reply> lead(web::Desk& desk, const Hall& hall, const web::Form& form);

web::Verb lead_rehearsal()
{
    return {.path = "POST /{forum}/sittings/{sitting}/rehearsal",
            .allow = forum::chairs,
            .form = {web::choice(
                         "step", tr("Step"),
                         {{"begin", tr("Begin a rehearsal")}, {"end", tr("End the rehearsal")}}),
                     web::hidden("version")},
            .run = web::on<Hall>(lead)};
}

Result<web::Reply> lead(web::Desk& desk, const Hall& hall, const web::Form& form)
{
    if (const auto fresh = is_fresh(hall, form.number("version").value_or(-1)); !fresh)
        return fresh.refusal();
    const bool begins = form["step"] == "begin";
    if (begins == hall.rehearsal.running)
        return begins ? conflict("already-rehearsing", "A rehearsal is going on already.")
                      : conflict("not-rehearsing", "No rehearsal is going on.");
    if (begins && hall.floor.phase() == Floor::Phase::open)
        return conflict("is-open", "The sitting is open: what is done now is real.");
    if (begins && hall.floor.opened_at())
        return conflict("was-open", "The sitting has been held: there is nothing to rehearse.");
    if (begins)
        begin_rehearsal(desk.session(), hall.forum.id, hall.sitting, hall.version() + 1);
    else
        end_rehearsal(desk.session(), hall.forum.id, hall.sitting, hall.version() + 1);
    desk.again(hall.topic());
    return desk.go(hall.address() + "/chair");
}

}  // namespace sala::floor
