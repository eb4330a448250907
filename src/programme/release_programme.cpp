// SPDX-License-Identifier: Apache-2.0
//
// The secretariat releases the programme: from now on everybody sees the draft as it is.
//
// What changed goes into the public changelog by itself. Conflicts stand in the way until somebody
// says that they are known, and so does what changed since whoever releases looked at it.

#include "forum/forum_store.hpp"
#include "forum/search_index.hpp"
#include "programme/draft.hpp"

namespace sala::programme {

using forum::Forum;

static Result<web::Reply> release(web::Desk& desk, const Forum& forum, const web::Form& form);

web::Verb release_programme()
{
    return {
        .path = "POST /{forum}/releases",
        .allow = web::secretariat,
        .form = {web::text("name", tr("Name of the release")).at_most(100),
                 web::lines("note", tr("A sentence about it (optional)")).optional().at_most(1000),
                 web::tick("despite", tr("Release with conflicts")), web::hidden("seen")},
        .run = web::on<Forum>(release)};
}

Result<web::Reply> release(web::Desk& desk, const Forum& forum, const web::Form& form)
{
    const auto draft = look_at_draft(desk.session(), forum.id, desk.reader().language);
    if (!form["seen"].empty() && form["seen"] != draft.mark())
        return stale("draft-changed-meanwhile",
                     "Somebody changed the programme after you opened this page, and nothing was "
                     "released. Look at what would be released now.");
    if (!draft.conflicts.empty() && !form.ticked("despite"))
        return conflict(
            "conflicts-stand",
            "The programme has conflicts. Mend them, or tick that you release with them.");
    if (draft.changes.empty() && draft.next_number > 1)
        return conflict(
            "nothing-to-release",
            "The draft is the same as the last release, so there is nothing to release.");
    if (draft.programme.days.empty())
        return conflict("no-days", "The programme has no day yet. Add a day first.");

    keep_release(desk.session(), forum.id, draft.programme, form["name"], form["note"],
                 desk.visitor().login.number(), desk.now());
    // Only released sittings are found by searching.
    forum::rebuild_search(desk.session(), forum.id, sheet::sheet_named("sittings"));
    desk.again("released:" + forum.slug);
    desk.again("forum:" + forum.slug);

    return desk.go(forum.address() + "/releases");
}

}  // namespace sala::programme
