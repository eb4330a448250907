// SPDX-License-Identifier: Apache-2.0
//
// The officer changes the title, the mission group, the reporter's lines or what is asked of the
// reader. Saved by itself while one writes, or with a button.

#include "report/report_links.view.hpp"

namespace sala::report {

static Result<web::Reply> save(web::Desk& desk, const Report& report, const web::Form& form);

web::Verb save_report()
{
    return {
        .path = "POST /{forum}/reports/{report}",
        .allow = web::secretariat,
        .form =
            {web::hidden("version"), web::hidden("in"),
             web::lines("title", tr("Title")).optional().at_most(1'000),
             web::text("mission_group", tr("Mission group")).optional(),
             web::lines("reporter", tr("Reporter, by post and office")).optional().at_most(2'000),
             web::choice("asks", tr("What is asked of the reader"), action_choices()).optional()},
        .run = web::on<Report>(save)};
}

static std::optional<std::string> sent(const web::Form& form, const char* name)
{
    return form.has(name) ? std::optional(form[name]) : std::nullopt;
}

Result<web::Reply> save(web::Desk& desk, const Report& report, const web::Form& form)
{
    const auto its_form = find_template(report.form);
    if (!its_form)
        return its_form.refusal();
    const auto asked = Language::named(form["in"]);
    const auto language = (*its_form)->language_for(asked.value_or((*its_form)->languages.front()));
    const auto version = save_head(desk, report, language,
                                   {sent(form, "title"), sent(form, "mission_group"),
                                    sent(form, "reporter"), sent(form, "asks")},
                                   form.number("version").value_or(0));
    if (!version)
        return version.refusal();
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"version", *version}}));
    return desk.go(report.address() + "?in=" + language.tag());
}

}  // namespace sala::report
