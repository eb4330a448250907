// SPDX-License-Identifier: Apache-2.0
//
// The secretariat plans: the draft, what is not placed and why, how far the planner is.

#include "bilateral/plan.view.hpp"

namespace sala::bilateral {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_plan()
{
    return {.path = "GET /{forum}/bilaterals/plan",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(show)};
}

static Json place_json(const Timetable& timetable, const Place& place)
{
    const auto* row = timetable.desks_of(place.desks);
    return Json::object({{"meeting", place.meeting.word()},
                         {"slot", place.slot + 1},
                         {"desks", row ? Json(row->key) : Json()},
                         {"desk", place.desk},
                         {"pinned", place.pinned}});
}

static Json run_json(const PlanRun& run)
{
    return Json::object({{"how", std::string(word(run.how))},
                         {"status", std::string(word(run.status))},
                         {"layer", run.layer},
                         {"best", run.best},
                         {"bound", run.bound},
                         {"gap", run.gap()},
                         {"proved", run.proved}});
}

static Json plan_json(const web::Reader& reader, const PlanPage& page)
{
    const auto& timetable = page.timetable;
    auto unplaced = Json::array();
    for (const auto& meeting : timetable.meetings)
        if (const auto* place = timetable.place_of(meeting.id()); !place || place->slot < 0)
            unplaced.push(Json::object(
                {{"meeting", meeting.id().word()},
                 {"why",
                  forum::list_json(why_unplaced(timetable, reader, meeting),
                                   [&](const Sentence& why) { return Json(reader.say(why)); })}}));
    return Json::object(
        {{"version", timetable.version},
         {"slots",
          forum::list_json(timetable.slots,
                           [&](const Slot& slot) { return Json(slot_with_day(reader, slot)); })},
         {"places",
          forum::list_json(timetable.places,
                           [&](const Place& place) { return place_json(timetable, place); })},
         {"unplaced", unplaced},
         {"run", page.run ? run_json(*page.run) : Json()},
         {"published", page.published.number}});
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    const PlanPage page{load_timetable(desk.session(), forum.id, desk.now()),
                        newest_run(desk.session(), forum.id),
                        newest_release(desk.session(), forum.id)};
    if (desk.wants(web::Format::json))
        return desk.show(plan_json(desk.reader(), page));
    web::Form usual;
    usual.set("seconds", "10");
    if (!desk.typed())
        desk.comes_back(&usual, {});
    return desk.show(plan_page(desk, forum, page));
}

}  // namespace sala::bilateral
