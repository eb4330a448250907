// SPDX-License-Identifier: Apache-2.0
//
// Those who decide read a change that was asked for after the last day, by itself: also when it is
// another one than they read before.

#include "registration/decision.view.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_wish()
{
    return {.path = "GET /{forum}/registrations/{registration}/wish",
            .allow = forum::category_managers,
            .run = web::on<forum::Forum>(show)};
}

// The wish that was answered and is open no more, as it was read.
static std::optional<Wish> read_before(const web::Desk& desk, const PersonPage& page)
{
    if (!desk.typed())
        return std::nullopt;
    for (const auto& one : page.asked_for)
        if (one.wish.id.word() == (*desk.typed())["wish"] &&
            (!page.wish || page.wish->id != one.wish.id))
            return one.wish;
    return std::nullopt;
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    auto& session = desk.session();
    const auto one = registered(session, forum.id, desk.at("registration"));
    if (!one)
        return one.refusal();
    PersonPage page{.one = *one};
    page.categories = categories_at(session, forum.id);
    if (!may_decide(desk, page.categories, one->particulars["category"]))
        return missing("no-such-registration", "There is no such registration here.");
    const auto id = one->registration.id();
    page.wish = open_wish(session, forum.id, id);
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"asked_for", wish_json(page.wish)}}));
    page.asked = questions_at(session, forum.id);
    page.answers = answers_of(session, forum.id, id);
    page.asked_for = wishes_of(session, forum.id, id);
    return desk.show(wish_page(desk, forum, page, read_before(desk, page)));
}

}  // namespace sala::registration
