// SPDX-License-Identifier: Apache-2.0
//
// Somebody looks for a word in one forum: its cities, people, sittings, topics and texts.

#include "forum/forum_store.hpp"
#include "forum/search_results.view.hpp"

namespace sala::forum {

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb search_one_forum()
{
    return {
        .path = "GET /{forum}/search",
        .allow = web::anyone,
        .query = {{.name = "q",
                   .meaning = "Words, of which each must be the beginning of a word of the page."}},
        .run = web::on<Forum>(show),
        .summary = "Pages of a forum in which every word of ?q= is found"};
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const auto query = desk.query("q");
    const auto hits = search(desk.session(), query, forum.id, desk.may(web::secretariat));
    if (desk.wants(web::Format::json))
        return desk.show(hits_json(query, hits));
    auto page = search_page(desk, {.address = forum.address() + "/search",
                                   .label = tr("Search this forum"),
                                   .query = query,
                                   .hits = hits,
                                   .one_forum = true});
    page.frame = forum_frame(desk, forum, "search");
    return desk.show(std::move(page));
}

}  // namespace sala::forum
