// SPDX-License-Identifier: Apache-2.0

#include "report/editor.hpp"

#include "forum/text_json.hpp"

#include <charconv>

namespace sala::report {

std::string Editor::body(int number) const
{
    const auto* wording = report.body_of(number).in(language);
    return wording ? wording->shown() : std::string{};
}

Language language_asked(const web::Desk& desk, const ReportTemplate& form,
                        const Language& otherwise)
{
    auto tag = desk.typed() ? (*desk.typed())["in"] : std::string{};
    if (tag.empty())
        tag = desk.query("in");
    const auto asked = Language::named(tag);
    return form.language_for(asked ? *asked : otherwise);
}

Result<Editor> open_editor(web::Desk& desk, const Report& report)
{
    const auto form = find_template(report.form);
    if (!form)
        return form.refusal();
    Editor editor;
    editor.report = report;
    editor.form = *form;
    editor.language = language_asked(desk, **form, (*form)->languages.front());
    editor.facts = load_facts(desk.session(), report.forum.id);
    editor.official = assemble(**form, report, editor.facts, editor.language);
    editor.saved = saved_rows(desk.session(), report.forum.id);
    return editor;
}

Result<int> section_at(const web::Desk& desk, const ReportTemplate& form)
{
    const auto& words = desk.at("number");
    int number = 0;
    const auto end = std::from_chars(words.data(), words.data() + words.size(), number).ptr;
    if (end != words.data() + words.size() || number < 1 ||
        static_cast<std::size_t>(number) > form.headings.size())
        return missing("no-such-section", "This form has no heading of that number.");
    return number;
}

Json to_json(const Editor& editor)
{
    using forum::text_json;
    const auto& report = editor.report;
    Json sections = Json::array();
    for (std::size_t i = 1; i <= editor.form->headings.size(); ++i) {
        const int number = static_cast<int>(i);
        sections.push(Json::object({{"number", number},
                                    {"version", report.version_of(number)},
                                    {"body", text_json(report.body_of(number))}}));
    }
    return Json::object({{"key", report.key},
                         {"form", report.form},
                         {"edition", report.edition},
                         {"published", report.published},
                         {"action", report.action},
                         {"version", report.row.version},
                         {"title", text_json(report.title)},
                         {"mission_group", text_json(report.mission_group)},
                         {"reporter", text_json(report.reporter)},
                         {"sections", std::move(sections)},
                         {"as_read", to_json(editor.official)}});
}

Json report_json(const Editor& editor, const std::vector<Report>& readable)
{
    auto json = to_json(editor.official);
    json.set("key", editor.report.key);
    json.set("published", editor.report.published);
    json.set("action", editor.report.action);
    json.set("reports", forum::list_json(readable, [](const Report& one) {
                 return Json::object({{"key", one.key}, {"title", forum::text_json(one.title)}});
             }));
    return json;
}

}  // namespace sala::report
