// SPDX-License-Identifier: Apache-2.0
//
// The secretariat reads the letters that wait and ticks those that may leave together.

#include "forum/many_letters.view.hpp"

namespace sala::forum {

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_many_letters()
{
    return {.path = "GET /{forum}/outbox/many",
            .allow = web::secretariat,
            .query = {{.name = "all", .meaning = "Whether all are ticked.", .words = {"yes"}}},
            .run = web::on<Forum>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const auto waiting = waiting_letters(desk.session(), forum.id);
    if (desk.wants(web::Format::html))
        return desk.show(many_letters_page(
            desk, forum, ticks_form(desk, waiting.free, desk.query("all") == "yes"),
            waiting.kept_back));
    const auto numbers = [](const std::vector<mail::Kept>& letters) {
        auto list = Json::array();
        for (const auto& kept : letters)
            list.push(kept.id.word());
        return list;
    };
    return desk.show(Json::object(
        {{"waiting", numbers(waiting.free)}, {"kept_back", numbers(waiting.kept_back)}}));
}

}  // namespace sala::forum
