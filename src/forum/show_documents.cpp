// SPDX-License-Identifier: Apache-2.0
//
// What was written at and about a forum: its documents, the passages kept word for word, and what
// is to follow.

#include "forum/show_documents.view.hpp"

#include "forum/forum_store.hpp"

namespace sala::forum {

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_documents()
{
    return {.path = "GET /{forum}/documents",
            .allow = web::anyone,
            .run = web::on<Forum>(show),
            .summary = "A forum's documents, the texts kept word for word, and what is to follow"};
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const auto papers = papers_of(desk.session(), forum);
    if (desk.wants(web::Format::json))
        return desk.show(to_json(forum, papers));
    auto page = documents_page(desk, forum, papers);
    page.frame = forum_frame(desk, forum, "documents");
    return desk.show(std::move(page));
}

}  // namespace sala::forum
