// SPDX-License-Identifier: Apache-2.0
//
// A delegation accepts, declines with a reason, proposes changes, confirms, or takes it back. The
// other side is told; a second click or a second device changes nothing more.

#include "bilateral/doing.hpp"
#include "bilateral/meeting.view.hpp"
#include "bilateral/terms_desk.hpp"
#include "store/store.hpp"

namespace sala::bilateral {

static Result<web::Reply> answer(web::Desk& desk, const Party& party, const web::Form& form);

web::Verb answer_meeting()
{
    return {.path = "POST /{forum}/delegations/{delegation}/meetings/{meeting}",
            .allow = forum::focal_points,
            .form = fields_of_answer(),
            .run = web::on<Party>(answer)};
}

Result<web::Reply> answer(web::Desk& desk, const Party& party, const web::Form& form)
{
    const auto meeting =
        meeting_of(desk.session(), party.forum.id, party.self.number, desk.at("meeting"));
    if (!meeting)
        return meeting.refusal();
    const auto step = step_named(form["step"]);
    if (!step || *step == Step::ask)
        return invalid("step", "no-such-step",
                       "Say accept, decline, propose, confirm or withdraw.");
    if (*step == Step::propose)
        if (const auto can = can_be_interpreted(desk.session(), party.forum.id, form["pair"]); !can)
            return can.refusal();
    auto doing = doing_of(desk, party, *meeting, *meeting->side_of(party.self.number), *step,
                          rules_at(desk.session(), party.forum.id));
    doing.manner = manner_of(form);
    doing.words = form["words"];
    doing.turn = static_cast<int>(form.number("turn").value_or(-1));
    if (*step == Step::withdraw)
        doing.terms_confirmed = terms_of(desk.session(), *meeting, party).is_confirmed_by_any();
    try {
        const auto taken = take(desk, party, *meeting, doing);
        if (!taken)
            return taken.refusal();
        if (taken->turn() == meeting->turn())
            desk.keep_nothing();  // a double click, or a second device
        else if (meeting->takes_part(doing.side) && !taken->takes_part(doing.side))
            tell_who_confirms_anew(desk, party, *taken);
    } catch (const store::Duplicate&) {
        return conflict("answered-meanwhile",
                        "Somebody was faster: look at what was said meanwhile.");
    }
    return desk.go(desk.address());
}

}  // namespace sala::bilateral
