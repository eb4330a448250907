// SPDX-License-Identifier: Apache-2.0
//
// A delegation that asked for the floor does not want it any more. Whoever leaves the list is not
// inscribed any more either, and may inscribe anew.

#include "floor/handing_in.hpp"
#include "floor/own_delegation.hpp"

#include <algorithm>

namespace sala::floor {

static Result<web::Reply> withdraw(web::Desk& desk, const Hall& seen, const web::Form& form);

web::Verb withdraw_request()
{
    return {.path = "POST /{forum}/sittings/{sitting}/place/withdrawal",
            .allow = forum::delegates,
            .form = {web::text("withdraw", tr("Speaker")).at_most(20)},
            .run = web::on<Hall>(withdraw)};
}

// With another place in the list it stays inscribed. What is rehearsed is gone afterwards; an
// inscription would stay withdrawn.
static bool leaves_list(const Hall& hall, const Entry& entry)
{
    const auto& entries = hall.floor.entries();
    return is_listed(entry.kind) && !hall.rehearsal.running &&
           std::none_of(entries.begin(), entries.end(), [&](const Entry& other) {
               return other.id != entry.id && other.delegation == entry.delegation &&
                      is_listed(other.kind) && other.waits();
           });
}

Result<web::Reply> withdraw(web::Desk& desk, const Hall& seen, const web::Form& form)
{
    auto hall = seen;
    const auto* entry = hall.floor.entry(form.number("withdraw").value_or(0));
    if (!entry || !desk.may(forum::delegates, {{"delegation", entry->delegation}}))
        return missing("not-in-list", "This speaker is not in the list any more.");
    const auto* own = hall.names.delegation(entry->delegation);
    const auto delegation = entry->delegation;
    const bool leaves = leaves_list(hall, *entry);
    const auto back = hall.address() + "/place" + (own ? "?delegation=" + own->key : "");
    if (const auto done = take(desk, hall, {.what = What::withdraw, .entry = entry->id}, false);
        !done)
        return done.refusal();
    if (leaves)
        withdraw_inscription(desk, hall, delegation);
    return desk.go(back);
}

}  // namespace sala::floor
