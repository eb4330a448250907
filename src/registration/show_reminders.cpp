// SPDX-License-Identifier: Apache-2.0
//
// The secretariat sees who has not answered, before anybody is reminded.

#include "registration/reminders.view.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_reminders()
{
    return {.path = "GET /{forum}/reminders",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(show)};
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    const auto invited = invited_at(desk.session(), forum.id);
    const auto standings = mail::standings_at(desk.session(), forum.id);
    const auto unheard = unheard_at(desk.session(), forum.id);
    const auto silent = not_answered(invited, standings, unheard);
    const auto delegations = delegations_at(desk.session(), forum.id);
    if (desk.wants(web::Format::html))
        return desk.show(reminders_page(
            desk, forum,
            {silent, wants_no_reminder(invited, standings), not_written_to(invited, unheard)},
            delegations));
    auto list = Json::array();
    for (const auto& one : silent)
        list.push(
            Json::object({{"invitation", one.invitation.id.word()}, {"letters", one.letters}}));
    return desk.show(Json::object({{"not_answered", list}}));
}

}  // namespace sala::registration
