// SPDX-License-Identifier: Apache-2.0
//
// The secretariat of a forum sees what was changed at it: who, for whom, when and from where.

#include "forum/forum_store.hpp"
#include "web/act_list.hpp"

namespace sala::forum {

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_forum_acts()
{
    return {.path = "GET /{forum}/acts",
            .allow = web::secretariat,
            .query = web::queries_of_acts(),
            .run = web::on<Forum>(show),
            .also = {web::Format::csv}};
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    return web::show_acts(desk, web::filter_of(desk, forum.address()),
                          desk_frame(desk, forum, "acts"));
}

}  // namespace sala::forum
