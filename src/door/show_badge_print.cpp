// SPDX-License-Identifier: Apache-2.0
//
// The badges that were made in one go, on paper: those of them that still open doors.

#include "door/badge_paper.hpp"
#include "door/badges.view.hpp"

namespace sala::door {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_badge_print()
{
    return {.path = "GET /{forum}/badge-prints/{print}",
            .allow = web::secretariat,
            .query = {{.name = "size", .meaning = "The paper of a badge.", .words = {"a6", "id1"}},
                      {.name = "cut", .meaning = "Several on a sheet of A4.", .words = {"yes"}}},
            .run = web::on<forum::Forum>(show),
            .also = {web::Format::pdf}};
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    const auto print = print_at(desk.session(), forum.id, desk.at("print"));
    if (!print)
        return print.refusal();
    const auto badges = badges_of(desk.session(), forum.id, print->id);
    const auto standing = standing_of(desk.session(), forum.id, badges);
    if (desk.wants(web::Format::pdf)) {
        if (standing.empty())
            return conflict("no-badge-stands",
                            "No badge of this print opens doors any more: each was replaced or "
                            "revoked, or its bearer is not approved.");
        return desk.send("application/pdf", badge_paper(desk, forum, tr("Badges"), standing))
            .with("Content-Disposition", "inline; filename=\"badges.pdf\"");
    }
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"badges", badges.size()}, {"standing", standing.size()}}));
    std::vector<registration::Registered> people;
    people.reserve(standing.size());
    for (const auto& badge : standing)
        people.push_back(badge.one);
    return desk.show(print_page(desk, forum, *print, people));
}

}  // namespace sala::door
