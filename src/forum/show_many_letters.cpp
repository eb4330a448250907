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
            .query = {{.name = "all",
                       .meaning = "Whether all of this page are ticked.",
                       .words = {"yes"}},
                      {"from", "How many letters to leave out before the first."}},
            .run = web::on<Forum>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const auto waiting = waiting_letters(desk.session(), forum.id);
    const web::Pages pages{desk.address(),
                           {},
                           static_cast<std::int64_t>(waiting.free.size()),
                           web::from_of(desk),
                           letters_a_page};
    if (desk.wants(web::Format::html)) {
        // Those kept back are few, and each is looked at by itself: the first of them.
        const web::Pages first{.address = desk.address(), .a_page = letters_a_page};
        return desk.show(many_letters_page(
            desk, forum,
            ticks_form(desk, letters_on(desk.session(), waiting.free, pages), pages,
                       desk.query("all") == "yes"),
            {letters_on(desk.session(), waiting.kept_back, first), waiting.kept_back.size()}));
    }
    const auto numbers = [](const std::vector<Id<mail::Letter>>& letters) {
        auto list = Json::array();
        for (const auto& id : letters)
            list.push(id.word());
        return list;
    };
    return desk.show(Json::object(
        {{"waiting", numbers(waiting.free)}, {"kept_back", numbers(waiting.kept_back)}}));
}

}  // namespace sala::forum
