// SPDX-License-Identifier: Apache-2.0
//
// The secretariat sees where a meeting could go, and what is in the way elsewhere.

#include "bilateral/move.view.hpp"

namespace sala::bilateral {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_move()
{
    return {
        .path = "GET /{forum}/bilaterals/plan/move",
        .allow = web::secretariat,
        .query = {{.name = "meeting", .meaning = "The number of the meeting.", .required = true}},
        .run = web::on<forum::Forum>(show)};
}

// Slot by slot and desk by desk: for whoever drags.
static Json choices_json(const web::Reader& reader, const Timetable& timetable,
                         const Meeting& meeting)
{
    auto slots = Json::array();
    for (int slot = 0; slot < static_cast<int>(timetable.slots.size()); ++slot) {
        auto taken = Json::array();
        for (const auto& desks : timetable.desks)
            for (int desk = 1; desk <= desks.count; ++desk)
                if (const auto why = desk_taken(timetable, reader, meeting, slot, desks, desk))
                    taken.push(Json::object({{"desks", std::to_string(desks.number)},
                                             {"desk", desk},
                                             {"why", reader.say(*why)}}));
        const auto begins = timetable.slots[static_cast<std::size_t>(slot)].begins;
        slots.push(Json::object(
            {{"begins", std::to_string(begins.milliseconds())},
             {"in_the_way",
              forum::list_json(conflicts_at(timetable, reader, meeting, slot),
                               [&](const Sentence& why) { return Json(reader.say(why)); })},
             {"taken", taken}}));
    }
    return Json::object({{"version", timetable.version}, {"slots", slots}});
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    PlanPage page;
    page.timetable = load_timetable(desk.session(), forum.id, desk.now());
    const auto number = desk.typed() ? (*desk.typed())["meeting"] : desk.query("meeting");
    const auto meeting = meeting_in(page.timetable, number);
    if (!meeting)
        return meeting.refusal();
    if (desk.wants(web::Format::json))
        return desk.show(choices_json(desk.reader(), page.timetable, **meeting));
    return desk.show(move_page(desk, forum, page, **meeting));
}

}  // namespace sala::bilateral
