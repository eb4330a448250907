// SPDX-License-Identifier: Apache-2.0
//
// A side opens the form in which it notes what came of a meeting. Whoever acts in a delegation's
// place is asked only whether it took place.

#include "bilateral/kept_meetings.hpp"
#include "bilateral/meeting_form.view.hpp"
#include "bilateral/outcome.view.hpp"

namespace sala::bilateral {

static Result<web::Reply> show(web::Desk& desk, const Party& party);

web::Verb show_outcome()
{
    return {.path = "GET /{forum}/delegations/{delegation}/meetings/{meeting}/outcome",
            .allow = forum::focal_points,
            .run = web::on<Party>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Party& party)
{
    const auto meeting =
        meeting_of(desk.session(), party.forum.id, party.self.number, desk.at("meeting"));
    if (!meeting)
        return meeting.refusal();
    const auto side = *meeting->side_of(party.self.number);
    const auto outcomes = outcomes_of(desk.session(), *meeting, party);
    const auto noted = noted_by(desk.session(), *meeting, side);
    const bool agreed = meeting->status_for(side, desk.now()) == Status::accepted;
    const bool kept =
        !outcomes.empty() || terms_of(desk.session(), *meeting, party).is_kept_by(side);
    // Called off while somebody wrote: they get back what they wrote.
    if (!agreed && !kept && !desk.typed())
        return conflict("not-agreed", "What came of a meeting is noted once it is agreed.");
    if (desk.wants(web::Format::json))
        return desk.show(Json::object(
            {{"outcomes", forum::list_json(outcomes,
                                           [](const Outcome& outcome) {
                                               return Json::object(
                                                   {{"side", std::string(word(outcome.side))},
                                                    {"took_place", outcome.took_place},
                                                    {"words", outcome.words},
                                                    {"next_step", outcome.next_step}});
                                           })},
             {"turn", noted.turn}}));
    if (!agreed && !desk.typed())
        return desk.show(outcome_page(desk, party, *meeting, outcomes));
    auto fields = fields_of_outcome();
    std::erase_if(fields, [](const web::Field& field) { return field.name == "turn"; });
    auto until = words_stand_until(desk.session(), party.forum.id, desk.now());
    if (party.on_behalf) {
        fields.resize(1, fields.front());  // whether it took place
        until.reset();                     // nothing is written in its place
    }
    return desk.show(meeting_form_page(desk, party, *meeting, tr("Note what came of it"), fields,
                                       until, noted.turn));
}

}  // namespace sala::bilateral
