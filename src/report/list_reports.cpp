// SPDX-License-Identifier: Apache-2.0
//
// The secretariat sees every report of the forum, private ones too, and begins new ones.

#include "report/list_reports.view.hpp"

#include "forum/text_json.hpp"

namespace sala::report {

using forum::Forum;

static Result<web::Reply> list(web::Desk& desk, const Forum& forum);

web::Verb list_reports()
{
    return {.path = "GET /{forum}/reports",
            .allow = web::secretariat,
            .run = web::on<Forum>(list),
            .summary = "All reports of a forum, private ones too"};
}

static Json list_json(const ReportList& list)
{
    return Json::object({{"reports", forum::list_json(list.reports, [&](const Report& one) {
                              return Json::object(
                                  {{"key", one.key},
                                   {"form", one.form},
                                   {"edition", one.edition},
                                   {"published", one.published},
                                   {"action", one.action},
                                   {"title", forum::text_json(one.title)},
                                   {"saved_ms", last_saved(one, list.saved).milliseconds()}});
                          })}});
}

Result<web::Reply> list(web::Desk& desk, const Forum& forum)
{
    const ReportList list{reports_of(desk.session(), forum), saved_rows(desk.session(), forum.id),
                          load_facts(desk.session(), forum.id).editions};
    if (desk.wants(web::Format::json))
        return desk.show(list_json(list));
    return desk.show(reports_page(desk, forum, list));
}

}  // namespace sala::report
