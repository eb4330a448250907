// SPDX-License-Identifier: Apache-2.0
//
// Anybody looks at one sitting: when and where, what is on the agenda, who speaks and in which
// order.

#include "forum/forum_store.hpp"
#include "programme/find_released.hpp"
#include "programme/schema_org.hpp"
#include "programme/show_sitting.view.hpp"

namespace sala::programme {

using forum::Forum;

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_sitting()
{
    return {.path = "GET /{forum}/sittings/{sitting}",
            .allow = web::anyone,
            .run = web::on<Forum>(show),
            .summary = "One sitting of the released programme."};
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const auto programme = released_programme(desk.session(), forum.id);
    const auto* sitting = programme ? programme->sitting(desk.at("sitting")) : nullptr;
    if (!sitting)
        return missing("no-such-sitting", "This programme has no such sitting.");
    if (desk.wants(web::Format::json))
        return desk.show(sitting_json(*programme, *sitting));
    const auto& reader = desk.reader();
    const auto event = sitting_event(desk, forum, *programme, *sitting);
    return desk.show(web::Page{
        .title = sitting->title.words(reader.language) + ", " + forum.title.words(reader.language),
        .body = sitting_page(reader, forum.address(), *programme, *sitting,
                             claims_about(desk.session(), forum.id, "sittings:" + sitting->key)),
        .frame = forum::forum_frame(desk, forum, "programme"),
        .json_ld = event.write()});
}

}  // namespace sala::programme
