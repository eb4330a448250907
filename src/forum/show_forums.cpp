// SPDX-License-Identifier: Apache-2.0
//
// The first page of the server: every forum that is open to the public, the newest first.
//
// The secretariat also sees its drafts, marked as such.

#include "forum/show_forums.view.hpp"

#include "forum/forum_store.hpp"
#include "forum/text_json.hpp"

namespace sala::forum {

static Result<web::Reply> show(web::Desk& desk);

web::Verb show_forums()
{
    return {.path = "GET /",
            .allow = web::anyone,
            .run = web::simply(show),
            .summary = "The forums of this server, newest first"};
}

static Json forums_json(const std::vector<Forum>& forums)
{
    return Json::object({{"forums", list_json(forums, [](const Forum& forum) {
                              return Json::object(
                                  {{"slug", forum.slug},
                                   {"address", forum.address()},
                                   {"title", text_json(forum.title)},
                                   {"summary", text_json(forum.summary)},
                                   {"date", forum.date ? Json(forum.date->iso()) : Json()},
                                   {"city", text_json(forum.city_name)},
                                   {"country_code", forum.country_code},
                                   {"bodies", text_json(forum.bodies)},
                                   {"release", forum.release},
                                   {"public", forum.is_public()}});
                          })}});
}

Result<web::Reply> show(web::Desk& desk)
{
    const auto forums = forums_for(desk);
    if (desk.wants(web::Format::json))
        return desk.show(forums_json(forums));
    return desk.show(forums_page(desk, forums));
}

}  // namespace sala::forum
