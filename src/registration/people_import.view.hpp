// SPDX-License-Identifier: Apache-2.0
//
// The page on which a delegation comes from a sheet, and what came of it.

#pragma once

#include "registration/imported.hpp"
#include "registration/people_sheet.view.hpp"
#include "registration/registration.view.hpp"
#include "web/unbroken_words.hpp"

#include <algorithm>

namespace sala::registration {

inline std::vector<web::Field> fields_of_people_import()
{
    return {web::file("file", tr("Sheet (CSV or XLSX)")),
            web::choice("what", tr("What to do"),
                        {{"check", tr("Look only")}, {"import", tr("Register them")}})};
}

inline Json imported_json(const std::vector<ImportedPerson>& people)
{
    auto list = Json::array();
    for (const auto& one : people) {
        auto wrong = Json::array();
        for (const auto& refusal : one.read.wrong)
            wrong.push(Json::object({{"column", refusal.field}, {"code", refusal.code}}));
        auto differs = Json::array();
        for (const auto& column : one.differs)
            differs.push(column);
        auto alike = Json::array();
        for (const auto& like : one.alike)
            alike.push(Json::object({{"person", like.key}, {"alike", like.score}}));
        list.push(Json::object({{"line", one.read.line},
                                {"there_already", one.there.has_value()},
                                {"differs", differs},
                                {"wrong", wrong},
                                {"alike", alike}}));
    }
    return Json::object({{"rows", list}});
}

inline web::Html differing_columns(const web::Reader& reader,
                                   const std::vector<std::string>& columns)
{
    if (columns.empty())
        return {};
    std::string names;
    for (const auto& column : all_particulars())
        if (std::find(columns.begin(), columns.end(), column.name) != columns.end())
            names += (names.empty() ? "" : ", ") + reader.say(column.label);
    return html(reader, " ", tr("The sheet says otherwise: {columns}.", {{"columns", names}}));
}

// With the choices where it is none of them.
inline web::Html wrong_in_row(const web::Reader& reader, const Refusal& refusal,
                              const std::vector<forum::Part>& categories)
{
    const auto& all = all_particulars();
    const auto column = std::find_if(
        all.begin(), all.end(), [&](const Particular& one) { return one.name == refusal.field; });
    if (column == all.end())
        return html(reader, "<p class=\"error\">", refusal.sentence, "</p>");
    std::string choices;
    if (refusal.code == "not-a-choice")
        for (const auto& words : SheetChoices(*column, categories).words(reader))
            choices += (choices.empty() ? "" : ", ") + words;
    return html(reader, "<p class=\"error\">", column->label, ": ", refusal.sentence,
                when(!choices.empty(),
                     [&] {
                         return html(reader, " ",
                                     tr("Write one of these: {choices}.", {{"choices", choices}}));
                     }),
                "</p>");
}

// With those who come in, a delegation may have several.
inline web::Html heads_in_sheet(const web::Reader& reader,
                                const std::vector<ImportedPerson>& people,
                                const std::vector<Registered>& heads)
{
    auto names = people_words(reader, heads);
    auto count = heads.size();
    for (const auto& one : people)
        if (!one.there && one.read.particulars["role"] == "head")
            names += (count++ == 0 ? "" : ", ") + person_words(reader, one.read.particulars);
    return when(count > 1,
                [&] { return html(reader, "<p class=\"note\">", several_heads(names), "</p>\n"); });
}

inline web::Html imported_row(const web::Reader& reader, const ImportedPerson& one,
                              const std::vector<forum::Part>& categories)
{
    return html(
        reader, "<tr><th scope=\"row\">", person_words(reader, one.read.particulars),
        "</th><td data-th=\"", tr("Line"), "\">", one.read.line, "</td><td data-th=\"", tr("Part"),
        "\">", role_name(one.read.particulars["role"]), "</td><td data-th=\"", tr("What is wrong"),
        "\">",
        each(one.read.wrong,
             [&](const Refusal& refusal) { return wrong_in_row(reader, refusal, categories); }),
        when(one.there.has_value(),
             [&] {
                 return html(reader, "<p>", tr("Is registered already and is left out."),
                             differing_columns(reader, one.differs), "</p>");
             }),
        when(one.read.wrong.empty() && !one.alike.empty(),
             [&] {
                 return html(reader, "<p>", tr("May be somebody we know:"), " ",
                             one.alike.front().name, " <small class=\"soft\">",
                             one.alike.front().about, "</small></p>");
             }),
        "</td></tr>\n");
}

inline web::Html imported_table(const web::Reader& reader,
                                const std::vector<ImportedPerson>& people,
                                const std::vector<forum::Part>& categories)
{
    return html(
        reader, "<table class=\"fold\"><caption>",
        tr_count("{count} row", "{count} rows", people.size()),
        "</caption><thead><tr><th scope=\"col\">", tr("Name"), "</th><th scope=\"col\">",
        tr("Line"), "</th><th scope=\"col\">", tr("Part"), "</th><th scope=\"col\">",
        tr("What is wrong"), "</th></tr></thead>\n<tbody>",
        each(people,
             [&](const ImportedPerson& one) { return imported_row(reader, one, categories); }),
        "</tbody></table>\n");
}

inline web::Html came_in_note(const web::Reader& reader, const Delegation& delegation,
                              const CameIn& came)
{
    return html(
        reader, "<div class=\"note\" role=\"status\"><p>",
        tr_count("{count} person came in from the sheet.", "{count} people came in from the sheet.",
                 came.people),
        when(came.left_out > 0,
             [&] {
                 return html(reader, " ",
                             tr_count("{count} was left out, because they are registered already.",
                                      "{count} were left out, because they are registered already.",
                                      came.left_out));
             }),
        "</p>\n<ul class=\"list\">",
        each(came.told,
             [&](const LeftOut& left) {
                 return html(reader, "<li><a href=\"", delegation.address(), "/people/",
                             left.one.registration.id().word(), "\">",
                             person_words(reader, left.one.particulars), "</a>",
                             left.differs.empty()
                                 ? html(reader, ": ", tr("the sheet says nothing else."))
                                 : html(reader, ".", differing_columns(reader, left.differs), " ",
                                        tr("Change it on their page.")),
                             "</li>\n");
             }),
        "</ul>\n<p><a href=\"", delegation.address(), "\">", tr("To the delegation"),
        "</a></p></div>\n");
}

inline web::Page people_import_page(const web::Desk& desk, const Delegation& delegation,
                                    const std::vector<forum::Part>& categories,
                                    const web::Html& came_of_it)
{
    const auto& reader = desk.reader();
    const auto address = delegation.address() + "/import";
    auto body = html(
        reader, back_to_delegation(reader, delegation), "<h1>", tr("Import a sheet"),
        "</h1>\n<p class=\"lede\">",
        tr("One row a person. They are written down and not sent in, so that you can look first."),
        "</p>\n<p><a href=\"", address, ".xlsx\">", tr("Empty sheet to fill in (XLSX)"),
        "</a>, <a href=\"", address, ".csv\">CSV</a></p>\n", columns_guide(reader, categories),
        came_of_it,
        "<form class=\"card\" method=\"post\" enctype=\"multipart/form-data\" action=\"", address,
        "\" data-progress>\n", web::csrf_field(desk), web::refused_note(desk),
        "<p><label for=\"file\">", tr("Sheet (CSV or XLSX)"),
        "</label><input type=\"file\" id=\"file\" name=\"file\" accept=\".csv,.xlsx\">",
        web::error_of(desk, "file"),
        "</p>\n<p class=\"row\"><button type=\"submit\" name=\"what\" value=\"import\">",
        tr("Register them"),
        "</button><button type=\"submit\" name=\"what\" value=\"check\" data-kind=\"plain\">",
        tr("Look only"), "</button></p>\n</form>\n");
    return {.title = reader.say(tr("Import a sheet")),
            .body = std::move(body),
            .frame = delegation_frame(desk, delegation)};
}

}  // namespace sala::registration
