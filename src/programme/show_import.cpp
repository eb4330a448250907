// SPDX-License-Identifier: Apache-2.0
//
// Where sheets come in: a file, a check without consequences, or the import itself.

#include "programme/import.view.hpp"
#include "programme/programme_store.hpp"

namespace sala::programme {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_import()
{
    return {.path = "GET /{forum}/import",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(show)};
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    if (desk.wants(web::Format::json))
        return desk.show(
            Json::object({{"forum", forum.slug}, {"accepts", Json::array({"xlsx", "csv"})}}));
    // A forum in the making is not published by the way, so there the draft is what is proposed.
    ImportTicks ticked{desk.typed() && desk.typed()->ticked("prune"), {}};
    if (!newest_release(desk.session(), forum.id))
        ticked.draft = !desk.typed() || desk.typed()->ticked("draft");
    return desk.show(import_page(desk, forum, {}, ticked));
}

}  // namespace sala::programme
