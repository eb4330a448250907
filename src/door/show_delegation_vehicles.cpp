// SPDX-License-Identifier: Apache-2.0
//
// A focal point sees the vehicles of the delegation, and prints the passes that were given.

#include "door/badge_faces.hpp"
#include "door/delegation_vehicles.view.hpp"
#include "door/vehicle_paper.hpp"

#include "forum/text_json.hpp"

namespace sala::door {

static Result<web::Reply> show(web::Desk& desk, const registration::Delegation& delegation);

web::Verb show_delegation_vehicles()
{
    return {.path = "GET /{forum}/delegations/{delegation}/vehicles",
            .allow = forum::focal_points,
            .query = {{.name = "size", .meaning = "The paper of a pass.", .words = {"a6", "id1"}},
                      {.name = "cut", .meaning = "Several on a sheet of A4.", .words = {"yes"}}},
            .run = web::on<registration::Delegation>(show),
            .also = {web::Format::pdf}};
}

// How many of those that ended are still shown.
constexpr std::size_t vehicles_shown_max = 500;

Result<web::Reply> show(web::Desk& desk, const registration::Delegation& delegation)
{
    auto passes = vehicles_at(desk.session(), delegation.forum.id,
                              {.delegation = delegation.id, .at_most = vehicles_shown_max});
    if (desk.wants(web::Format::pdf)) {
        std::erase_if(passes, [](const VehiclePass& pass) { return !pass.opens(); });
        if (passes.empty())
            return conflict("no-pass", "No vehicle has a pass, so there is nothing to print.");
        return passes_on_paper(desk, delegation.forum, passes);
    }
    if (desk.wants(web::Format::json)) {
        const std::vector<forum::Part> self{
            {delegation.id.number(), delegation.key, delegation.name}};
        return desk.show(Json::object({{"vehicles", forum::list_json(passes, [&](const auto& pass) {
                                            return vehicle_json(self, pass);
                                        })}}));
    }
    return desk.show(own_vehicles_page(desk, delegation, passes));
}

}  // namespace sala::door
