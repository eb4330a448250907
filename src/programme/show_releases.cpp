// SPDX-License-Identifier: Apache-2.0
//
// Anybody reads what changed from release to release. The secretariat sees what a new release would
// change, and what stands in its way.

#include "forum/forum_store.hpp"
#include "programme/draft.hpp"
#include "programme/releases_feed.hpp"
#include "programme/show_releases.view.hpp"

namespace sala::programme {

using forum::Forum;

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_releases()
{
    return {.path = "GET /{forum}/releases",
            .allow = web::anyone,
            .run = web::on<Forum>(show),
            .also = {web::Format::atom},
            .summary = "The releases of the programme and what each changed."};
}

static Json releases_json(const std::vector<Release>& releases)
{
    auto list = Json::array();
    for (const auto& release : releases) {
        auto changes = Json::array();
        for (const auto& change : release.changes)
            changes.push(to_json(change));
        list.push(Json::object({{"number", release.number},
                                {"name", release.name},
                                {"note", release.note},
                                {"at", release.at.milliseconds()},
                                {"changes", std::move(changes)}}));
    }
    return Json::object({{"releases", std::move(list)}});
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const auto releases = releases_of(desk.session(), forum.id);
    if (desk.wants(web::Format::json))
        return desk.show(releases_json(releases));
    if (desk.wants(web::Format::atom))
        return desk.send("application/atom+xml; charset=utf-8",
                         to_feed(forum.title, forum.slug, releases, desk.house().public_url,
                                 desk.reader().language));
    const auto& reader = desk.reader();
    const bool at_desk = desk.may(web::secretariat);
    const auto draft = at_desk
                           ? std::optional(look_at_draft(desk.session(), forum.id, reader.language))
                           : std::nullopt;
    return desk.show(
        web::Page{.title = reader.say(tr("Releases")) + ", " + forum.title.words(reader.language),
                  .body = releases_page(desk, forum.address(), releases, draft),
                  .frame = at_desk ? forum::desk_frame(desk, forum, "releases")
                                   : forum::forum_frame(desk, forum, "releases"),
                  .feeds = {{forum.address() + "/releases.atom", "application/atom+xml"}}});
}

}  // namespace sala::programme
