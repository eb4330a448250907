// SPDX-License-Identifier: Apache-2.0
//
// A delegation asks for the floor from its phone: a statement at the end of the list, a point of
// order, a reply. The chair sees it at once. Before the sitting begins, a statement is an
// inscription like any other, within the same hours.

#include "floor/as_planned.hpp"
#include "floor/handing_in.hpp"
#include "floor/own_delegation.hpp"
#include "floor/place.view.hpp"

namespace sala::floor {

static Result<web::Reply> ask(web::Desk& desk, const Hall& seen, const web::Form& form);

web::Verb ask_for_floor()
{
    return {.path = "POST /{forum}/sittings/{sitting}/place",
            .allow = forum::delegates,
            .form = fields_of_asking(),
            .query = {{.name = "delegation", .meaning = "Whose, for those of several."}},
            .run = web::on<Hall>(ask)};
}

Result<web::Reply> ask(web::Desk& desk, const Hall& seen, const web::Form& form)
{
    const auto own = own_delegation(desk, seen);
    if (!own)
        return own.refusal();
    auto hall = seen;
    Step step;
    step.what = What::enter;
    step.kind = *kind_named(form["kind"]);
    step.delegation = (*own)->id;
    step.words = form["words"];
    if (step.kind == Kind::order) {
        const auto rank = rank_of(hall.rules, form["category"]);
        if (!rank)
            return rank.refusal();
        step.other = *rank;
    }
    enter_as_planned(hall, step);
    if (const auto open = may_ask(desk, hall, step.kind); !open)
        return open.refusal();
    if (const auto asked = take(desk, hall, std::move(step), false); !asked)
        return asked.refusal();
    return desk.go(desk.address() + "?delegation=" + (*own)->key);
}

}  // namespace sala::floor
