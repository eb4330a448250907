// SPDX-License-Identifier: Apache-2.0
//
// One earlier version beside the words of today.

#include "report/show_versions.view.hpp"

#include "forum/text_json.hpp"
#include "report/version_of_address.hpp"

namespace sala::report {

static Result<web::Reply> show(web::Desk& desk, const Report& report);

web::Verb show_version()
{
    return {.path = "GET /{forum}/reports/{report}/versions/{version}",
            .allow = web::secretariat,
            .query = {{.name = "in", .meaning = "The language of the words, such as en or th."}},
            .run = web::on<Report>(show),
            .summary = "One earlier version of a part of a report"};
}

Result<web::Reply> show(web::Desk& desk, const Report& report)
{
    const auto version = version_of_address(desk, report);
    if (!version)
        return version.refusal();
    const auto editor = open_editor(desk, report);
    if (!editor)
        return editor.refusal();
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"id", std::to_string(version->id)},
                                       {"section", version->section},
                                       {"by", version->by},
                                       {"at_ms", version->at.milliseconds()},
                                       {"title", forum::text_json(version->title())},
                                       {"body", forum::text_json(version->body())}}));
    return desk.show(version_page(desk, *editor, *version));
}

}  // namespace sala::report
