// SPDX-License-Identifier: Apache-2.0
//
// The secretariat finds the lists from which guests are received.

#include "registration/working_list.view.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_working_lists()
{
    return {.path = "GET /{forum}/lists",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(show)};
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    if (desk.wants(web::Format::html))
        return desk.show(working_lists_page(desk, forum));
    auto list = Json::array();
    for (const auto& kind : all_lists())
        list.push(kind.word);
    return desk.show(Json::object({{"lists", list}}));
}

}  // namespace sala::registration
