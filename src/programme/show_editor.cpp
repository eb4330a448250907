// SPDX-License-Identifier: Apache-2.0
//
// The secretariat looks at the draft of the programme: every sitting and speech with its form, the
// conflicts with their remedies, and what changed since the last release.

#include "forum/forum_store.hpp"
#include "programme/show_editor.view.hpp"

namespace sala::programme {

using forum::Forum;

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_editor()
{
    return {.path = "GET /{forum}/editor", .allow = web::secretariat, .run = web::on<Forum>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const auto& reader = desk.reader();
    const auto draft = look_at_draft(desk.session(), forum.id, reader.language);
    if (desk.wants(web::Format::json))
        return desk.show(to_json(draft.programme));
    return desk.show(web::Page{.title = reader.say(tr("Programme editor")) + ", " +
                                        forum.title.words(reader.language),
                               .body = editor_page(reader, forum.address(), draft),
                               .frame = forum::desk_frame(desk, forum, "editor")});
}

}  // namespace sala::programme
