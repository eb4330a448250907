// SPDX-License-Identifier: Apache-2.0
//
// The secretariat sees which vehicles have a pass, and prints the passes.

#include "door/badge_faces.hpp"
#include "door/vehicles.view.hpp"

#include "forum/text_json.hpp"

namespace sala::door {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_vehicles()
{
    return {.path = "GET /{forum}/vehicles",
            .allow = web::secretariat,
            .query = {{.name = "size", .meaning = "The paper of a pass.", .words = {"a6", "id1"}},
                      {.name = "cut", .meaning = "Several on a sheet of A4.", .words = {"yes"}}},
            .run = web::on<forum::Forum>(show),
            .also = {web::Format::pdf}};
}

static Result<web::Reply> on_paper(const web::Desk& desk, const forum::Forum& forum,
                                   const std::vector<VehiclePass>& passes)
{
    auto sheet = sheet_for(desk, desk.reader().say(tr("Vehicles")));
    const auto faces = Faces::read(desk, forum);
    for (const auto& pass : passes)
        if (!pass.ended && !pass.plate.empty())
            sheet.badges.push_back(faces.of_vehicle(pass));
    if (sheet.badges.empty())
        return conflict("no-pass", "No vehicle has a pass, so there is nothing to print.");
    return desk.send("application/pdf", document::write_badges(sheet))
        .with("Content-Disposition", "inline; filename=\"vehicles.pdf\"");
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    const auto passes = vehicles_at(desk.session(), forum.id);
    if (desk.wants(web::Format::pdf))
        return on_paper(desk, forum, passes);
    if (desk.wants(web::Format::json))
        return desk.show(Json::object(
            {{"vehicles", forum::list_json(passes, [](const VehiclePass& pass) {
                  return Json::object(
                      {{"id", pass.id.word()}, {"plate", pass.plate}, {"ended", pass.ended}});
              })}}));
    return desk.show(
        vehicles_page(desk, forum, registration::delegations_at(desk.session(), forum.id), passes));
}

}  // namespace sala::door
