// SPDX-License-Identifier: Apache-2.0
//
// The secretariat sees the vehicles of all delegations: which wait for a pass, which have one; and
// prints the passes, part after part where there are more than one paper holds.

#include "door/badge_faces.hpp"
#include "door/vehicles.view.hpp"

#include "forum/text_json.hpp"

namespace sala::door {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_vehicles()
{
    return {.path = "GET /{forum}/vehicles",
            .allow = web::secretariat,
            .query = {{.name = "q",
                       .meaning = "Only those with these words in the plate or in "
                                  "what it is."},
                      {.name = "state",
                       .meaning = "Only those that wait, have a pass, or have ended. Without it, "
                                  "all that have not ended.",
                       .words = {"waiting", "given", "ended"}},
                      {.name = "delegation", .meaning = "Only those of this delegation, by key."},
                      {.name = "from", .meaning = "How many to leave out before the first."},
                      {.name = "size", .meaning = "The paper of a pass.", .words = {"a6", "id1"}},
                      {.name = "cut", .meaning = "Several on a sheet of A4.", .words = {"yes"}}},
            .run = web::on<forum::Forum>(show),
            .also = {web::Format::pdf}};
}

// Never a part of them unless a part was asked for: a pass that is missing is seen at the gate.
static Result<web::Reply> on_paper(const web::Desk& desk, const forum::Forum& forum,
                                   const VehiclesPage& page, VehicleFilter wanted)
{
    wanted.state = VehiclePass::given;
    wanted.at_most = passes_a_paper;
    if (page.to_print == 0)
        return conflict("no-pass", "No vehicle has a pass, so there is nothing to print.");
    if (registration::is_too_much_for_a_paper(desk, page.to_print, passes_a_paper))
        return conflict(
            "too-many-passes",
            "There are {count} passes, and one paper holds {limit}. Print them by "
            "delegation, or part after part, from the page of vehicles.",
            {{"count", std::to_string(page.to_print)}, {"limit", std::to_string(passes_a_paper)}});
    const auto passes = vehicles_at(desk.session(), forum.id, wanted);
    if (passes.empty())
        return conflict("no-more-passes", "There are no passes after these.");
    return passes_on_paper(desk, forum, passes);
}

static Json vehicles_json(const VehiclesPage& page)
{
    return Json::object({{"found", page.pages.found},
                         {"next", web::next_json(page.pages)},
                         {"waiting", page.waiting.count},
                         {"papers", registration::addresses_json(papers_of(page))},
                         {"vehicles", forum::list_json(page.passes, [&](const VehiclePass& pass) {
                              return vehicle_json(page.delegations, pass);
                          })}});
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    auto& session = desk.session();
    VehiclesPage page{.delegations = registration::delegations_at(session, forum.id)};
    VehicleFilter wanted{.words = desk.query("q"), .from = web::from_of(desk)};
    if (const auto key = desk.query("delegation"); !key.empty()) {
        const auto* part = registration::part_keyed(page.delegations, key);
        if (!part)
            return missing("no-such-delegation", "There is no such delegation here.");
        wanted.delegation = registration::DelegationId{part->number};
    }
    auto printed = wanted;
    printed.state = VehiclePass::given;
    page.to_print = count_vehicles(session, forum.id, printed);
    if (desk.wants(web::Format::pdf))
        return on_paper(desk, forum, page, wanted);
    wanted.state = vehicle_state_named(desk.query("state"));
    wanted.standing = !wanted.state;
    wanted.at_most = vehicles_a_page;
    page.waiting = waiting_vehicles(session, forum.id);
    page.passes = vehicles_at(session, forum.id, wanted);
    page.pages = {forum.address() + "/vehicles",
                  {{"q", wanted.words},
                   {"state", wanted.state ? std::string(word(*wanted.state)) : ""},
                   {"delegation", desk.query("delegation")}},
                  count_vehicles(session, forum.id, wanted),
                  wanted.from,
                  vehicles_a_page};
    if (desk.wants(web::Format::json))
        return desk.show(vehicles_json(page));
    return desk.show(vehicles_page(desk, forum, page));
}

}  // namespace sala::door
