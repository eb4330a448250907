// SPDX-License-Identifier: Apache-2.0
//
// A side says what both would sign: nothing, a letter of intent, a memorandum, a project, sister
// cities. The other is told by a letter that waits.

#include "bilateral/agreement.view.hpp"

namespace sala::bilateral {

static Result<web::Reply> choose(web::Desk& desk, const Party& party, const web::Form& form);

web::Verb choose_agreement()
{
    return {.path = "POST /{forum}/delegations/{delegation}/meetings/{meeting}/agreement",
            .allow = forum::focal_points,
            .form = fields_of_agreement(),
            .run = web::on<Party>(choose)};
}

Result<web::Reply> choose(web::Desk& desk, const Party& party, const web::Form& form)
{
    const auto page = terms_to_write_at(desk, party);
    if (!page)
        return page.refusal();
    const auto kind = *agreement_kind_named(form["kind"]);
    const auto before = agreement_of(desk.session(), page->meeting);
    if (before.by && before.kind == kind) {
        desk.keep_nothing();  // nobody is told twice
        return desk.go(desk.address());
    }
    note_agreement(desk, page->meeting, page->side, kind);
    tell_other_sides(desk, party, *page, tr("{name} said what you would sign together"),
                     "/agreement");
    desk.again("forum:" + party.forum.slug);
    return desk.go(desk.address());
}

}  // namespace sala::bilateral
