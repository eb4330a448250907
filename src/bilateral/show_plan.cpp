// SPDX-License-Identifier: Apache-2.0
//
// The secretariat plans: the draft, what is not placed and why, how far the planner is.

#include "bilateral/doing.hpp"
#include "bilateral/plan.view.hpp"

#include <set>

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
                         {"proved", run.proved},
                         {"let_go", forum::list_json(run.let_go, [](Id<Meeting> meeting) {
                              return Json(meeting.word());
                          })}});
}

static Json plan_json(const web::Reader& reader, const PlanPage& page)
{
    const auto& timetable = page.timetable;
    const auto said = [&](const Sentence& why) { return Json(reader.say(why)); };
    auto unplaced = Json::array();
    for (const auto& meeting : timetable.meetings)
        if (!timetable.place_of(meeting.id()))
            unplaced.push(Json::object(
                {{"meeting", meeting.id().word()},
                 {"why", forum::list_json(why_unplaced(timetable, reader, meeting), said)}}));
    const auto way = [&](const InTheWay& one) {
        return Json::object(
            {{"meeting", one.meeting->id().word()}, {"why", forum::list_json(one.why, said)}});
    };
    return Json::object(
        {{"version", timetable.version},
         {"slots",
          forum::list_json(timetable.slots,
                           [&](const Slot& slot) { return Json(slot_with_day(reader, slot)); })},
         {"places",
          forum::list_json(timetable.places,
                           [&](const Place& place) { return place_json(timetable, place); })},
         {"unplaced", unplaced},
         {"in_the_way", forum::list_json(page.in_the_way, way)},
         {"run", page.run ? run_json(*page.run) : Json()},
         {"published", page.published.number}});
}

// Delegations that meet, in the draft or as published, and for which nobody would get a letter.
static std::vector<std::int64_t> unheard(const PlanPage& page,
                                         const std::vector<forum::KeptGrant>& speakers)
{
    std::set<std::int64_t> meet;
    for (const auto& release : {as_release(page.timetable), page.published})
        for (const auto& entry : release.entries)
            meet.insert(entry.delegations.begin(), entry.delegations.end());
    for (const auto& grant : speakers)
        meet.erase(grant.delegation->number);
    return {meet.begin(), meet.end()};
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    PlanPage page{load_timetable(desk.session(), forum.id, desk.now()),
                  newest_run(desk.session(), forum.id),
                  newest_release(desk.session(), forum.id),
                  {},
                  {}};
    page.in_the_way = all_in_the_way(page.timetable, desk.reader());
    page.unheard = unheard(page, speakers_at(desk.session(), forum.id));
    if (desk.wants(web::Format::json))
        return desk.show(plan_json(desk.reader(), page));
    web::Form usual;
    usual.set("seconds", "10");
    if (!desk.typed())
        desk.comes_back(&usual, {});
    return desk.show(plan_page(desk, forum, page));
}

}  // namespace sala::bilateral
