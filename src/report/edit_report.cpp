// SPDX-License-Identifier: Apache-2.0
//
// The reporting officer writes: section by section, with the facts of the forum beside the words
// and the sheet as it will be read next to them. Everything saves itself.

#include "report/edit_report.view.hpp"
#include "report/report_meanwhile.view.hpp"

namespace sala::report {

static Result<web::Reply> edit(web::Desk& desk, const Report& report);

web::Verb edit_report()
{
    return {.path = "GET /{forum}/reports/{report}",
            .allow = web::secretariat,
            .query = {{.name = "in", .meaning = "The language of the words, such as en or th."}},
            .run = web::on<Report>(edit),
            .summary = "A report with its sections, as its officer sees it"};
}

Result<web::Reply> edit(web::Desk& desk, const Report& report)
{
    const auto editor = open_editor(desk, report);
    if (!editor)
        return editor.refusal();
    if (desk.wants(web::Format::json))
        return desk.show(to_json(*editor));
    if (was_faster(desk))
        return desk.show(head_meanwhile_page(desk, *editor, versions_of(desk.session(), report)));
    return desk.show(editor_page(desk, *editor));
}

}  // namespace sala::report
