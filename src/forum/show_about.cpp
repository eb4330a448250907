// SPDX-License-Identifier: Apache-2.0
//
// What this server is, how to read it with a program or a screen reader, and what it keeps of
// whoever visits it.

#include "forum/show_about.view.hpp"

#include "forum/text_json.hpp"
#include "web/verb.hpp"

namespace sala::forum {

static Result<web::Reply> show(web::Desk& desk);

web::Verb show_about()
{
    return {.path = "GET /about",
            .allow = web::anyone,
            .run = web::simply(show),
            .summary = "What this server is, and its version"};
}

Result<web::Reply> show(web::Desk& desk)
{
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"name", "Sala"},
                                       {"version", desk.house().version},
                                       {"api", "/api/openapi.json"},
                                       {"forums", "/.json"}}));
    return desk.show(about_page(desk));
}

}  // namespace sala::forum
