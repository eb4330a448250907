// SPDX-License-Identifier: Apache-2.0
//
// A focal point comes to the delegation they speak for, without knowing its address; whoever speaks
// for several chooses.

#include "registration/delegation.hpp"
#include "web/frame.hpp"

#include <algorithm>

namespace sala::registration {

using web::each;
using web::html;

static Result<web::Reply> find(web::Desk& desk, const forum::Forum& forum);

web::Verb find_delegation()
{
    return {.path = "GET /{forum}/delegation",
            .allow = forum::focal_points,
            .run = web::on<forum::Forum>(find)};
}

static web::Page choice_page(const web::Desk& desk, const forum::Forum& forum,
                             const std::vector<forum::Part>& delegations)
{
    const auto& reader = desk.reader();
    auto body = html(
        reader, "<h1>", tr("Our delegation"), "</h1>\n<ul class=\"list\">",
        each(delegations,
             [&](const forum::Part& part) {
                 return html(reader, "<li><a href=\"", forum.address(), "/delegations/", part.key,
                             "\">", part_words(reader, delegations, part.number), "</a></li>\n");
             }),
        "</ul>\n");
    return {.title = reader.say(tr("Our delegation")),
            .body = std::move(body),
            .frame = forum::forum_frame(desk, forum, "delegation")};
}

Result<web::Reply> find(web::Desk& desk, const forum::Forum& forum)
{
    auto delegations = delegations_at(desk.session(), forum.id);
    std::erase_if(delegations, [&](const forum::Part& part) {
        return !desk.may(forum::focal_points, {{"delegation", part.number}});
    });
    if (desk.wants(web::Format::json)) {
        auto list = Json::array();
        for (const auto& part : delegations)
            list.push(part.key);
        return desk.show(Json::object({{"delegations", list}}));
    }
    if (delegations.size() == 1)
        return desk.go(forum.address() + "/delegations/" + delegations.front().key);
    return desk.show(choice_page(desk, forum, delegations));
}

}  // namespace sala::registration
