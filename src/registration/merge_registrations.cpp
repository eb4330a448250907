// SPDX-License-Identifier: Apache-2.0
//
// The secretariat says that two registrations are one person. The one that is not kept is left out
// of lists and counts; nothing of it is lost.

#include "registration/likeness_store.hpp"

namespace sala::registration {

static Result<web::Reply> merge(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

web::Verb merge_registrations()
{
    return {.path = "POST /{forum}/duplicates",
            .allow = web::secretariat,
            .form = {web::text("kept", tr("Kept")).at_most(20),
                     web::text("merged", tr("Left out")).at_most(20)},
            .run = web::on<forum::Forum>(merge)};
}

Result<web::Reply> merge(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    // Both are still on the lists: who was merged before is found no more.
    const auto kept = registered(desk.session(), forum.id, form["kept"]);
    const auto merged = registered(desk.session(), forum.id, form["merged"]);
    if (!kept)
        return kept.refusal();
    if (!merged)
        return merged.refusal();
    if (kept->registration.id() == merged->registration.id())
        return invalid("merged", "merges-itself", "One registration cannot be put into itself.");
    desk.record(Merge{forum.id, desk.next_id<Merge>(), kept->registration.id(),
                      merged->registration.id(), desk.visitor().login, desk.now()});
    desk.again("forum:" + forum.slug);
    return desk.go(forum.address() + "/duplicates");
}

}  // namespace sala::registration
