// SPDX-License-Identifier: Apache-2.0
//
// A side says what both would sign: nothing, a letter of intent, a memorandum, a project, sister
// cities.

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
    const auto page = terms_at(desk, party);
    if (!page)
        return page.refusal();
    note_agreement(desk, page->meeting, page->side, *agreement_kind_named(form["kind"]));
    return desk.go(desk.address());
}

}  // namespace sala::bilateral
