// SPDX-License-Identifier: Apache-2.0
//
// The secretariat sees all asks and meetings, and which of them are stuck.

#include "bilateral/heads.hpp"
#include "bilateral/meetings.view.hpp"

namespace sala::bilateral {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_meetings()
{
    return {.path = "GET /{forum}/bilaterals",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(show)};
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    MeetingsPage page;
    page.all = known_at(desk.session(), forum.id);
    page.meetings = meetings_at(desk.session(), forum.id);
    if (desk.wants(web::Format::json))
        return desk.show(
            Json::object({{"meetings", forum::list_json(page.meetings, [&](const Meeting& meeting) {
                               auto json = meeting_json(meeting, page.all, desk.now());
                               json.set("stuck", meeting.is_stuck(desk.now()));
                               return json;
                           })}}));
    page.head_changes = head_changes(desk.session(), forum.id, page.meetings,
                                     heads_at(desk.session(), forum.id), desk.now())
                            .size();
    return desk.show(meetings_page(desk, forum, page));
}

}  // namespace sala::bilateral
