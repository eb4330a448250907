// SPDX-License-Identifier: Apache-2.0
//
// Whoever has just handed the role for a delegation over reads that it is done, and what they can
// do no more.

#include "registration/handed_over.hpp"
#include "registration/handing_over.view.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const HandedOver& handed);

web::Verb show_handed_over()
{
    return {.path = "GET /{forum}/handed-over",
            .allow = web::signed_in,
            .run = web::on<HandedOver>(show)};
}

Result<web::Reply> show(web::Desk& desk, const HandedOver& handed)
{
    if (desk.wants(web::Format::json))
        return desk.show(
            Json::object({{"delegation", handed.key}, {"at", handed.at.milliseconds()}}));
    return desk.show(handed_over_page(desk, handed));
}

}  // namespace sala::registration
