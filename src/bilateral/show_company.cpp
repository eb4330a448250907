// SPDX-License-Identifier: Apache-2.0
//
// A delegation opens what it said about who comes along to a meeting, to change it.

#include "bilateral/kept_meetings.hpp"
#include "bilateral/meeting_form.view.hpp"

namespace sala::bilateral {

static Result<web::Reply> show(web::Desk& desk, const Party& party);

web::Verb show_company()
{
    return {.path = "GET /{forum}/delegations/{delegation}/meetings/{meeting}/company",
            .allow = forum::focal_points,
            .run = web::on<Party>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Party& party)
{
    const auto meeting =
        meeting_of(desk.session(), party.forum.id, party.self.number, desk.at("meeting"));
    if (!meeting)
        return meeting.refusal();
    const auto number = meeting->id().number();
    auto companies = companies_of(desk.session(), party.forum.id, number);
    const auto& said = companies[{number, *meeting->side_of(party.self.number)}];
    if (desk.wants(web::Format::json))
        return desk.show(
            Json::object({{"people", said.people}, {"interpreter", said.interpreter}}));
    web::Form kept;
    kept.set("people", said.people);
    kept.set("interpreter", said.interpreter);
    if (!desk.typed())
        desk.comes_back(&kept, {});
    return desk.show(
        meeting_form_page(desk, party, *meeting, tr("Say who comes"), fields_of_company(),
                          words_stand_until(desk.session(), party.forum.id, desk.now())));
}

}  // namespace sala::bilateral
