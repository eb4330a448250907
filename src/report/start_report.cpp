// SPDX-License-Identifier: Apache-2.0
//
// A new report begins in one of the forms: private, titled after the meeting, its headings filled
// with what the forum knows until the officer writes.

#include "forum/forum_store.hpp"
#include "report/report_store.hpp"
#include "report/report_template.hpp"

namespace sala::report {

using forum::Forum;

static Result<web::Reply> begin(web::Desk& desk, const Forum& forum, const web::Form& form);

web::Verb start_report()
{
    std::vector<std::pair<std::string, Sentence>> forms;
    for (const auto& form : all_templates())
        forms.emplace_back(form.name,
                           tr("{form}", {{"form", form.title.words(Language::english())}}));
    return {.path = "POST /{forum}/reports",
            .allow = web::secretariat,
            .form = {web::choice("template", tr("Form"), std::move(forms)),
                     web::text("edition", tr("Meeting")).optional()},
            .run = web::on<Forum>(begin)};
}

Result<web::Reply> begin(web::Desk& desk, const Forum& forum, const web::Form& form)
{
    const auto key = start(desk, forum, form["template"], form["edition"]);
    if (!key)
        return key.refusal();
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"key", *key}}));
    return desk.go(forum.address() + "/reports/" + *key);
}

}  // namespace sala::report
