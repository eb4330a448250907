// SPDX-License-Identifier: Apache-2.0
//
// The secretariat sees who has not answered, before anybody is reminded; or takes the list along as
// a sheet.

#include "forum/sheet_download.hpp"
#include "registration/reminders.view.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_reminders()
{
    return {.path = "GET /{forum}/reminders",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(show),
            .also = {web::Format::csv, web::Format::xlsx}};
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    const auto invited = invited_at(desk.session(), forum.id);
    const auto standings = mail::standings_at(desk.session(), forum.id);
    const auto unheard = unheard_at(desk.session(), forum.id);
    const auto silent = not_answered(invited, standings, unheard);
    const auto delegations = delegations_at(desk.session(), forum.id);
    if (desk.wants(web::Format::html))
        return desk.show(
            reminders_page(desk, forum,
                           {silent, wants_no_reminder(invited, standings),
                            not_written_to(invited, unheard), invited.empty(),
                            std::all_of(invited.begin(), invited.end(),
                                        [](const Invited& one) { return one.answer.has_value(); })},
                           delegations));
    if (!desk.wants(web::Format::json)) {
        const auto name = forum.slug + "-not-answered";
        return forum::download_sheet(
            desk, name,
            {.name = name,
             .rows = unanswered_rows(desk.reader(), invited, standings, unheard, delegations)});
    }
    auto list = Json::array();
    for (const auto& one : silent)
        list.push(
            Json::object({{"invitation", one.invitation.id.word()}, {"letters", one.letters}}));
    return desk.show(Json::object({{"not_answered", list}}));
}

}  // namespace sala::registration
