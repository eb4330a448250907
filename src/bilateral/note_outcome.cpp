// SPDX-License-Identifier: Apache-2.0
//
// A side notes whether a meeting took place, what was said and what comes next. What was said is
// for the two sides alone: whoever acts in a delegation's place notes only whether it took place.

#include "bilateral/meeting_form.view.hpp"
#include "bilateral/terms_desk.hpp"

namespace sala::bilateral {

static Result<web::Reply> note(web::Desk& desk, const Party& party, const web::Form& form);

web::Verb note_outcome()
{
    return {.path = "POST /{forum}/delegations/{delegation}/meetings/{meeting}/outcome",
            .allow = forum::focal_points,
            .form = fields_of_outcome(),
            .run = web::on<Party>(note)};
}

Result<web::Reply> note(web::Desk& desk, const Party& party, const web::Form& form)
{
    const auto page = terms_to_write_at(desk, party);
    if (!page)
        return page.refusal();
    if (party.on_behalf && (!form["words"].empty() || !form["next_step"].empty()))
        return forbidden("in-confidence",
                         "What was said is for the two delegations alone. Note only whether it "
                         "took place.");
    const Outcome said{
        page->side, form["took_place"] == "yes", form["words"], form["next_step"], {}};
    const auto before = noted_by(desk.session(), page->meeting, page->side);
    if (before.newest == said) {
        desk.keep_nothing();  // a double click, or a second device
        return desk.go(meeting_address(party, page->meeting));
    }
    if (form.has("turn") && form.number("turn") != before.turn)
        return stale("outcome-noted-meanwhile",
                     "Somebody of your delegation noted what came of it meanwhile. Look at it once "
                     "more.");
    insert_outcome(desk, page->meeting, said);
    desk.again("forum:" + party.forum.slug);
    return desk.go(meeting_address(party, page->meeting));
}

}  // namespace sala::bilateral
