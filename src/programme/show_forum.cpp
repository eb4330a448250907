// SPDX-License-Identifier: Apache-2.0
//
// Anybody opens a forum: when and where it is, which meetings share its roof, what they speak
// about, what happens in the morning and in the afternoon, and what nobody is sure of.

#include "programme/show_forum.view.hpp"

#include "forum/forum_store.hpp"

namespace sala::programme {

using forum::Forum;

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_forum()
{
    return {.path = "GET /{forum}",
            .allow = web::anyone,
            .run = web::on<Forum>(show),
            .summary = "A forum: date, place, meetings, hosts, topics and questions"};
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const auto home = load_forum_home(desk, forum);
    if (desk.wants(web::Format::json))
        return desk.show(to_json(home));
    auto page = forum_page(desk, home);
    page.frame = forum::forum_frame(desk, forum, "");
    page.json_ld = forum_event(desk, home).write();
    return desk.show(std::move(page));
}

}  // namespace sala::programme
