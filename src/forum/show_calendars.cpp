// SPDX-License-Identifier: Apache-2.0
//
// Where a delegation finds the programme for its own calendar, and the feed of what changed.

#include "forum/show_calendars.view.hpp"

#include "forum/forum_store.hpp"
#include "forum/text_json.hpp"

namespace sala::forum {

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_calendars()
{
    return {.path = "GET /{forum}/calendars",
            .allow = web::anyone,
            .run = web::on<Forum>(show),
            .summary = "The addresses of a forum's calendar, schedule and feed"};
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    if (desk.wants(web::Format::json))
        return desk.show(Json::object(
            {{"addresses", list_json(subscriptions(forum), [&](const Subscription& one) {
                  return Json::object(
                      {{"address", desk.absolute(one.path)}, {"media_type", one.media_type}});
              })}}));
    auto page = calendars_page(desk, forum);
    page.frame = forum_frame(desk, forum, "calendars");
    return desk.show(std::move(page));
}

}  // namespace sala::forum
