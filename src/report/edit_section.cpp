// SPDX-License-Identifier: Apache-2.0
//
// The officer writes one section. When somebody else saved the same words first, both texts are
// shown here.

#include "report/edit_section.view.hpp"
#include "report/report_meanwhile.view.hpp"

namespace sala::report {

static Result<web::Reply> edit(web::Desk& desk, const Report& report);

web::Verb edit_section()
{
    return {.path = "GET /{forum}/reports/{report}/sections/{number}",
            .allow = web::secretariat,
            .query = {{.name = "in", .meaning = "The language of the words, such as en or th."}},
            .run = web::on<Report>(edit),
            .summary = "One section of a report, as its officer sees it"};
}

Result<web::Reply> edit(web::Desk& desk, const Report& report)
{
    const auto editor = open_editor(desk, report);
    if (!editor)
        return editor.refusal();
    const auto number = section_at(desk, *editor->form);
    if (!number)
        return number.refusal();
    if (desk.wants(web::Format::json))
        return desk.show(
            to_json(*editor)["sections"].items()[static_cast<std::size_t>(*number) - 1]);
    if (was_faster(desk))
        return desk.show(
            section_meanwhile_page(desk, *editor, *number, versions_of(desk.session(), report)));
    return desk.show(section_page(desk, *editor, *number));
}

}  // namespace sala::report
