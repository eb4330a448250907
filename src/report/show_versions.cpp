// SPDX-License-Identifier: Apache-2.0
//
// Who wrote which part of the report, and when: every version can be opened and brought back.

#include "report/show_versions.view.hpp"

#include "forum/text_json.hpp"

namespace sala::report {

static Result<web::Reply> show(web::Desk& desk, const Report& report);

web::Verb show_versions()
{
    return {.path = "GET /{forum}/reports/{report}/versions",
            .allow = web::secretariat,
            .query = {{.name = "in", .meaning = "The language of the words, such as en or th."}},
            .run = web::on<Report>(show),
            .summary = "Earlier versions of a report"};
}

Result<web::Reply> show(web::Desk& desk, const Report& report)
{
    const auto editor = open_editor(desk, report);
    if (!editor)
        return editor.refusal();
    const auto versions = versions_of(desk.session(), report);
    if (desk.wants(web::Format::json))
        return desk.show(
            Json::object({{"versions", forum::list_json(versions, [](const Version& one) {
                               return Json::object({{"id", std::to_string(one.id)},
                                                    {"section", one.section},
                                                    {"by", one.by},
                                                    {"at_ms", one.at.milliseconds()}});
                           })}}));
    return desk.show(versions_page(desk, *editor, versions));
}

}  // namespace sala::report
