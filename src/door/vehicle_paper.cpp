// SPDX-License-Identifier: Apache-2.0

#include "door/vehicle_paper.hpp"

#include "door/badge_faces.hpp"

namespace sala::door {

web::Reply passes_on_paper(const web::Desk& desk, const forum::Forum& forum,
                           const std::vector<VehiclePass>& passes)
{
    auto sheet = sheet_for(desk, desk.reader().say(tr("Vehicles")));
    const auto faces = Faces::read(desk, forum);
    for (const auto& pass : passes)
        sheet.badges.push_back(faces.of_vehicle(pass));
    return desk.send("application/pdf", document::write_badges(sheet))
        .with("Content-Disposition", "inline; filename=\"vehicles.pdf\"")
        .with("Cache-Control", "no-store");
}

}  // namespace sala::door
