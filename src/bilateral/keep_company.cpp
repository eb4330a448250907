// SPDX-License-Identifier: Apache-2.0
//
// A delegation says who comes along to a meeting and who interprets for it; the other side sees it.

#include "bilateral/doing.hpp"
#include "bilateral/meeting_form.view.hpp"

namespace sala::bilateral {

static Result<web::Reply> keep(web::Desk& desk, const Party& party, const web::Form& form);

web::Verb keep_company()
{
    return {.path = "POST /{forum}/delegations/{delegation}/meetings/{meeting}/company",
            .allow = forum::focal_points,
            .form = fields_of_company(),
            .run = web::on<Party>(keep)};
}

Result<web::Reply> keep(web::Desk& desk, const Party& party, const web::Form& form)
{
    const auto meeting =
        meeting_of(desk.session(), party.forum.id, party.self.number, desk.at("meeting"));
    if (!meeting)
        return meeting.refusal();
    if (meeting->status(desk.now()) != Status::accepted)
        return conflict("not-agreed", "Who comes is said once the meeting is agreed.");
    const auto side = *meeting->side_of(party.self.number);
    const Company said{form["people"], form["interpreter"]};
    if (companies_of(desk.session(), party.forum.id,
                     meeting->id().number())[{meeting->id().number(), side}] == said) {
        desk.keep_nothing();  // a double click, or a second device
        return desk.go(meeting_address(party, *meeting));
    }
    note_company(desk, *meeting, side, said);
    look_again(desk, party, *meeting);  // days show who comes
    return desk.go(meeting_address(party, *meeting));
}

}  // namespace sala::bilateral
