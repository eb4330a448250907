// SPDX-License-Identifier: Apache-2.0
//
// A delegation says what became of a commitment of its city. It shows at the forum where it was
// made as well.

#include "bilateral/commitments.view.hpp"

namespace sala::bilateral {

static Result<web::Reply> note(web::Desk& desk, const Party& party, const web::Form& form);

web::Verb note_commitment()
{
    return {.path = "POST /{forum}/delegations/{delegation}/commitments/{commitment}",
            .allow = forum::focal_points,
            .form = fields_of_commitment(),
            .run = web::on<Party>(note)};
}

Result<web::Reply> note(web::Desk& desk, const Party& party, const web::Form& form)
{
    const auto one =
        commitment_of(desk.session(), party.forum.id, party.self.number, desk.at("commitment"));
    if (!one)
        return one.refusal();
    const auto status = commitment_status_named(form["status"]);
    if (!status)
        return invalid("status", "no-such-status", "Say open, kept or given-up.");
    const auto seen = form.number("turn");
    const bool same = !one->acts.empty() && one->acts.back().status == *status &&
                      one->acts.back().words == form["words"];
    if (same) {
        desk.keep_nothing();  // a double click, or a second device
        return desk.go(party.home() + "/commitments");
    }
    if (seen != static_cast<std::int64_t>(one->acts.size()))
        return stale("commitment-changed-meanwhile",
                     "Somebody else said what became of it meanwhile. Look at it once more.");
    desk.record(CommitmentAct{.forum = one->forum,
                              .id = desk.next_id<CommitmentAct>(),
                              .commitment = one->id,
                              .status = *status,
                              .at_forum = party.forum.id,
                              .delegation = party.self.number,
                              .on_behalf = party.on_behalf,
                              .words = form["words"],
                              .whose = {},
                              .by = desk.visitor().login,
                              .at = desk.now()});
    return desk.go(party.home() + "/commitments");
}

}  // namespace sala::bilateral
