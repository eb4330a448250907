// SPDX-License-Identifier: Apache-2.0
//
// Two registrations were two people after all: both stand on the lists again, as they were.

#include "registration/likeness_store.hpp"

namespace sala::registration {

static Result<web::Reply> undo(web::Desk& desk, const forum::Forum& forum);

web::Verb undo_merge()
{
    return {.path = "POST /{forum}/duplicates/{merge}/undo",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(undo)};
}

Result<web::Reply> undo(web::Desk& desk, const forum::Forum& forum)
{
    for (const auto& told : merges_at(desk.session(), forum.id)) {
        if (told.merge.id.word() != desk.at("merge"))
            continue;
        desk.record(MergeUndone{forum.id, told.merge.id, desk.visitor().login, desk.now()});
        desk.again("forum:" + forum.slug);
        return desk.go(forum.address() + "/duplicates");
    }
    return missing("no-such-merge", "These two were not put together, or are apart again.");
}

}  // namespace sala::registration
