// SPDX-License-Identifier: Apache-2.0
//
// A delegation that asked for the floor does not want it any more.

#include "floor/own_delegation.hpp"

namespace sala::floor {

static Result<web::Reply> withdraw(web::Desk& desk, const Hall& seen, const web::Form& form);

web::Verb withdraw_request()
{
    return {.path = "POST /{forum}/sittings/{sitting}/place/withdrawal",
            .allow = forum::delegates,
            .form = {web::text("withdraw", tr("Speaker")).at_most(20)},
            .run = web::on<Hall>(withdraw)};
}

Result<web::Reply> withdraw(web::Desk& desk, const Hall& seen, const web::Form& form)
{
    auto hall = seen;
    const auto* entry = hall.floor.entry(form.number("withdraw").value_or(0));
    if (!entry || !desk.may(forum::delegates, {{"delegation", entry->delegation}}))
        return missing("not-in-list", "This speaker is not in the list any more.");
    const auto* own = hall.names.delegation(entry->delegation);
    const auto back = hall.address() + "/place" + (own ? "?delegation=" + own->key : "");
    if (const auto done = take(desk, hall, {.what = What::withdraw, .entry = entry->id}, false);
        !done)
        return done.refusal();
    return desk.go(back);
}

}  // namespace sala::floor
