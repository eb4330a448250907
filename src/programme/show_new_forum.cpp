// SPDX-License-Identifier: Apache-2.0
//
// Where a forum begins.

#include "programme/new_forum.hpp"
#include "programme/new_forum.view.hpp"

namespace sala::programme {

static Result<web::Reply> show(web::Desk& desk);

web::Verb show_new_forum()
{
    return {.path = "GET /forums/new", .allow = web::secretariat, .run = web::simply(show)};
}

Result<web::Reply> show(web::Desk& desk)
{
    if (desk.wants(web::Format::json))
        return desk.show(
            Json::object({{"ways", Json::array({"file", "pattern", "template", "blank"})}}));
    NewForumPage page{{}, desk.refusals(), forum::all_forums(desk.session(), true)};
    if (desk.typed()) {
        page.way = (*desk.typed())["way"];
        if (page.way != "file")
            page.refusals = all_wrong(desk.session(), *desk.typed());
        if (page.refusals.empty())
            page.refusals = desk.refusals();
    }
    return desk.show(new_forum_page(desk, page, {}));
}

}  // namespace sala::programme
