// SPDX-License-Identifier: Apache-2.0
//
// An earlier version comes back as the newest one. The words it replaces stay among the versions,
// and whether the report is published does not change.

#include "report/version_of_address.hpp"

namespace sala::report {

static Result<web::Reply> bring_back(web::Desk& desk, const Report& report);

web::Verb restore_version()
{
    return {.path = "POST /{forum}/reports/{report}/versions/{version}",
            .allow = web::secretariat,
            .run = web::on<Report>(bring_back)};
}

Result<web::Reply> bring_back(web::Desk& desk, const Report& report)
{
    const auto version = version_of_address(desk, report);
    if (!version)
        return version.refusal();
    const auto now = restore(desk, report, *version);
    if (!now)
        return now.refusal();
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"version", *now}}));
    return desk.go(report.address() +
                   (version->section > 0 ? "#section-" + std::to_string(version->section) : ""));
}

}  // namespace sala::report
