// SPDX-License-Identifier: Apache-2.0
//
// A side says that it has seen a revision of the terms: what changes is counted from there.

#include "bilateral/terms_desk.hpp"

namespace sala::bilateral {

static Result<web::Reply> see(web::Desk& desk, const Party& party, const web::Form& form);

web::Verb see_terms()
{
    return {.path = "POST /{forum}/delegations/{delegation}/meetings/{meeting}/terms/seen",
            .allow = forum::focal_points,
            .form = {web::hidden("number")},
            .run = web::on<Party>(see)};
}

Result<web::Reply> see(web::Desk& desk, const Party& party, const web::Form& form)
{
    const auto page = terms_at(desk, party);
    if (!page)
        return page.refusal();
    const auto number = form.number("number").value_or(0);
    if (number < 1 || number > page->terms.number())
        return invalid("number", "no-such-revision", "There is no such revision of these terms.");
    // Whoever acts in a delegation's place has not seen it for them.
    if (!party.on_behalf)
        note_seen(desk.session(), page->meeting, page->side, static_cast<int>(number),
                  desk.visitor().login, desk.now());
    return desk.go(meeting_address(party, page->meeting) + "/terms");
}

}  // namespace sala::bilateral
