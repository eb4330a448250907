// SPDX-License-Identifier: Apache-2.0
//
// A report is published, or made private again: from then on everybody reads it at /{forum}/report,
// or nobody but the secretariat.

#include "report/report_store.hpp"

namespace sala::report {

static Result<web::Reply> publish_or_not(web::Desk& desk, const Report& report,
                                         const web::Form& form);

web::Verb publish_report()
{
    return {.path = "POST /{forum}/reports/{report}/publish",
            .allow = web::secretariat,
            .form = {web::hidden("published")},
            .run = web::on<Report>(publish_or_not)};
}

Result<web::Reply> publish_or_not(web::Desk& desk, const Report& report, const web::Form& form)
{
    const auto version = publish(desk, report, form["published"] == "yes");
    if (!version)
        return version.refusal();
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"version", *version}}));
    return desk.go(report.address());
}

}  // namespace sala::report
