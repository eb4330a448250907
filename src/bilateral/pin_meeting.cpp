// SPDX-License-Identifier: Apache-2.0
//
// The secretariat pins a meeting to its slot, so that no new plan moves it, or lets it go again.

#include "bilateral/move.view.hpp"

namespace sala::bilateral {

static Result<web::Reply> pin(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

web::Verb pin_meeting()
{
    return {.path = "POST /{forum}/bilaterals/plan/pin",
            .allow = web::secretariat,
            .form = {web::hidden("meeting"), web::hidden("version"), web::hidden("pinned")},
            .run = web::on<forum::Forum>(pin)};
}

Result<web::Reply> pin(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    const auto timetable = load_timetable(desk.session(), forum.id, desk.now());
    const auto meeting = meeting_in(timetable, form["meeting"]);
    if (!meeting)
        return meeting.refusal();
    if (const auto same = is_this_draft(timetable, form); !same)
        return same.refusal();
    const auto* place = timetable.place_of((*meeting)->id());
    if (!place || place->slot < 0)
        return conflict("not-placed", "This meeting has no slot to be pinned to. Place it first.");
    const bool pinned = form["pinned"] == "yes";
    try {
        note_pinned(desk.session(), forum.id, (*meeting)->id(), pinned);
        note_change(desk.session(), timetable,
                    {.forum = forum.id,
                     .how = pinned ? "pinned" : "unpinned",
                     .meeting = (*meeting)->id(),
                     .by = desk.visitor().login,
                     .at = desk.now()});
    } catch (const store::Duplicate&) {
        return changed_meanwhile();
    }
    desk.again("plan:" + forum.slug);
    return desk.go(plan_address(forum));
}

}  // namespace sala::bilateral
