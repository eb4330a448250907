// SPDX-License-Identifier: Apache-2.0
//
// Somebody looks for a word in every forum of the server.
//
// The public finds public forums only; the secretariat finds its drafts, too.

#include "forum/search_results.view.hpp"
#include "web/verb.hpp"

namespace sala::forum {

static Result<web::Reply> show(web::Desk& desk);

web::Verb search_all_forums()
{
    return {
        .path = "GET /search",
        .allow = web::anyone,
        .query = {{.name = "q",
                   .meaning = "Words, of which each must be the beginning of a word of the page."}},
        .run = web::simply(show),
        .summary = "Pages of all forums in which every word of ?q= is found"};
}

Result<web::Reply> show(web::Desk& desk)
{
    const auto query = desk.query("q");
    const auto hits = search(desk.session(), query, {}, desk.may(web::secretariat));
    if (desk.wants(web::Format::json))
        return desk.show(hits_json(query, hits));
    return desk.show(search_page(
        desk,
        {.address = "/search", .label = tr("Search all forums"), .query = query, .hits = hits}));
}

}  // namespace sala::forum
