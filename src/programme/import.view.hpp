// SPDX-License-Identifier: Apache-2.0
//
// The import: the form, and what came of it, with every problem in its sheet, row and column.

#pragma once

#include "forum/forum_store.hpp"
#include "programme/uploaded_files.hpp"
#include "web/frame.hpp"

namespace sala::programme {

using web::each;
using web::html;
using web::when;

// `accept`: the endings that the browser's window offers, as in ".xlsx,.csv".
inline web::Html file_field(const web::Desk& desk, const Sentence& hint, const std::string& id,
                            const std::string& accept)
{
    const auto& reader = desk.reader();
    web::Html wrong;
    for (const auto& refusal : desk.refusals())
        if (refusal.field == "file")
            append(wrong, reader, "<span class=\"error\" id=\"", id, "-error\">", refusal.sentence,
                   "</span>");
    return html(reader, "<p><label for=\"", id, "\">", tr("File"),
                "</label><input type=\"file\" id=\"", id, "\" name=\"file\" accept=\"", accept,
                "\" multiple",
                wrong.empty() ? html(reader, " aria-describedby=\"", id, "-hint\"")
                              : html(reader, " aria-invalid=\"true\" aria-describedby=\"", id,
                                     "-hint ", id, "-error\""),
                "><span class=\"hint\" id=\"", id, "-hint\">", hint, "</span>", wrong, "</p>\n");
}

// Sentences that stand beside no field of the form.
inline web::Html other_refusals(const web::Desk& desk)
{
    return each(desk.refusals(), [&](const Refusal& one) {
        return when(one.field.empty(), [&] {
            return html(desk.reader(), "<p class=\"error\" role=\"alert\">", one.sentence,
                        "</p>\n");
        });
    });
}

inline web::Html template_links(const web::Reader& reader)
{
    return html(reader, "<a href=\"/about/templates.xlsx\">", tr("Blank template"),
                "</a> <a href=\"/about/templates.xlsx?rows=example\">", tr("Filled template"),
                "</a> <a href=\"/about/templates\">", tr("What each column means"), "</a>");
}

// What is ticked in the form. `draft` is asked for only until the forum has its first release.
struct ImportTicks {
    bool prune = false;
    std::optional<bool> draft;
};

inline web::Html draft_tick(const web::Reader& reader, bool ticked)
{
    return html(reader,
                "<p><label class=\"tick\"><input type=\"checkbox\" name=\"draft\" value=\"yes\"",
                when(ticked, [&] { return html(reader, " checked"); }), ">",
                tr("Keep the forum as a draft. Without this its programme is published at once as "
                   "a first release called “Imported”."),
                "</label></p>\n");
}

inline web::Html import_form(const web::Desk& desk, const ImportTicks& ticked)
{
    const auto& reader = desk.reader();
    return html(
        reader, "<form class=\"stack\" method=\"post\" enctype=\"multipart/form-data\" action=\"",
        desk.address(), "\" data-progress>\n", web::csrf_field(desk),
        file_field(
            desk,
            tr("One workbook (.xlsx), or sheets saved as CSV UTF-8 and named after what is in "
               "them, such as sittings.csv. Several go in together or not at all."),
            "file", ".xlsx,.csv"),
        "<p><label class=\"tick\"><input type=\"checkbox\" name=\"prune\" value=\"yes\"",
        when(ticked.prune, [&] { return html(reader, " checked"); }), ">",
        tr("Take rows away that are not in the file. Without this they are kept and listed."),
        "</label></p>\n",
        when(ticked.draft.has_value(), [&] { return draft_tick(reader, *ticked.draft); }),
        "<p class=\"row\"><button type=\"submit\" name=\"what\" value=\"import\">", tr("Import"),
        "</button><button type=\"submit\" name=\"what\" value=\"check\" data-kind=\"plain\">",
        tr("Check only"), "</button></p>\n</form>\n");
}

// Gives the file back with marks. No progress: the answer is a file, not a page.
inline web::Html annotate_form(const web::Desk& desk)
{
    const auto& reader = desk.reader();
    return html(reader,
                "<form class=\"card\" method=\"post\" enctype=\"multipart/form-data\" action=\"",
                desk.address(), "\">\n", web::csrf_field(desk), "<h2 class=\"h3\">",
                tr("The same file with every wrong cell marked"),
                "</h2>\n<p><label for=\"marked\">", tr("Choose the file once more"),
                "</label><input type=\"file\" id=\"marked\" name=\"file\" accept=\".xlsx,.csv\" "
                "multiple></p>\n",
                "<p><button type=\"submit\" name=\"what\" value=\"annotate\" data-kind=\"plain\">",
                tr("Download it with marks"), "</button></p></form>\n");
}

inline web::Html problem_table(const web::Reader& reader,
                               const std::vector<sheet::Problem>& problems)
{
    return html(reader, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"",
                tr("Problems"), "\"><table class=\"fold\"><caption>",
                tr_count("{count} problem", "{count} problems", problems.size()),
                "</caption><thead><tr><th scope=\"col\">", tr("Sheet"),
                "</th><th scope=\"col\" class=\"num\">", tr("Row"), "</th><th scope=\"col\">",
                tr("Column"), "</th><th scope=\"col\">",
                tr("What is wrong and what would be right"), "</th></tr></thead>\n<tbody>",
                each(problems,
                     [&](const sheet::Problem& one) {
                         return html(reader, "<tr><td data-th=\"", tr("Sheet"), "\">", one.sheet,
                                     "</td><td class=\"num\" data-th=\"", tr("Row"), "\">",
                                     one.line ? html(reader, one.line) : web::Html{},
                                     "</td><td data-th=\"", tr("Column"), "\">", one.column,
                                     "</td><td data-th=\"", tr("Problem"), "\">", one.sentence,
                                     "</td></tr>\n");
                     }),
                "</tbody></table></div>\n");
}

inline web::Html row_names(const web::Reader& reader, const Sentence& title,
                           const std::vector<sheet::RowName>& rows)
{
    if (rows.empty())
        return {};
    return html(reader, "<details><summary>", title, "</summary>\n<ul class=\"columns\">",
                each(rows,
                     [&](const sheet::RowName& row) {
                         std::string columns;
                         for (const auto& column : row.columns)
                             columns += (columns.empty() ? "" : ", ") +
                                        reader.say(sheet::label_of(column));
                         return html(reader, "<li>", row.sheet, ":", row.key,
                                     when(!columns.empty(),
                                          [&] {
                                              return html(reader, " <span class=\"soft\">", columns,
                                                          "</span>");
                                          }),
                                     "</li>");
                     }),
                "</ul></details>\n");
}

inline web::Html adjustment_list(const web::Reader& reader,
                                 const std::vector<document::Adjustment>& adjustments)
{
    if (adjustments.empty())
        return {};
    return html(
        reader, "<h2 class=\"h3\">", tr("Put right in the schedule"), "</h2>\n<ul class=\"list\">",
        each(adjustments,
             [&](const document::Adjustment& one) {
                 return html(reader, "<li>", one.sentence, " <span class=\"soft\">", one.where,
                             when(one.count > 1,
                                  [&] {
                                      return html(reader, " ",
                                                  tr_count("and {count} more", "and {count} more",
                                                           one.count - 1));
                                  }),
                             "</span></li>");
             }),
        "</ul>\n");
}

inline web::Html outcome_lists(const web::Reader& reader, const sheet::ImportOutcome& outcome,
                               bool pruned)
{
    return html(reader, "<dl class=\"figures\"><div><dt>", tr("added"), "</dt><dd>",
                outcome.added.size(), "</dd></div><div><dt>", tr("changed"), "</dt><dd>",
                outcome.changed.size(), "</dd></div><div><dt>", tr("the same"), "</dt><dd>",
                outcome.same, "</dd></div><div><dt>",
                pruned ? tr("taken away") : tr("not in the file, kept"), "</dt><dd>",
                outcome.missing.size(), "</dd></div></dl>\n",
                row_names(reader, tr("Added rows"), outcome.added),
                row_names(reader, tr("Changed rows"), outcome.changed),
                row_names(reader,
                          pruned ? tr("Rows taken away")
                                 : tr("Rows that are not in the file and were kept"),
                          outcome.missing));
}

inline web::Html stays_draft(const web::Reader& reader, const Opened& opened)
{
    return when(opened.without_days, [&] {
        return html(reader, "<p>",
                    tr("The forum stays a draft: its programme has no day yet. Add a day, then "
                       "release the programme."),
                    "</p>");
    });
}

// What came of a file: it is in, would be, was there already, or has to be mended first.
inline web::Html import_result(const web::Reader& reader, const Opened& opened, bool pruned,
                               bool kept)
{
    if (!opened.problems.empty())
        return html(reader, "<div class=\"note\" data-is=\"conflict\" role=\"alert\"><h2>",
                    tr("Nothing was imported"), "</h2><p>",
                    tr("Mend these problems and send the file again."), "</p></div>\n",
                    problem_table(reader, opened.problems));
    const bool changed = opened.outcome.changed_anything(pruned) || opened.released != 0;
    const auto title = !kept     ? tr("This would be imported")
                       : changed ? tr("Imported")
                                 : tr("Nothing had changed");
    const auto then = !kept ? tr("No problems. Choose the file again and press Import to keep it.")
                      : opened.released != 0
                          ? tr("The programme is published as a first release called “Imported”.")
                      : changed
                          ? tr("A changed programme is shown to the public with the next release.")
                          : tr("Every row of the file is in the forum already.");
    return html(reader, "<div class=\"note\" data-is=\"agreed\" role=\"status\"><h2>", title,
                "</h2><p>", then, "</p>", stays_draft(reader, opened), "</div>\n",
                outcome_lists(reader, opened.outcome, pruned));
}

inline web::Page import_page(const web::Desk& desk, const forum::Forum& forum,
                             const web::Html& above, const ImportTicks& ticked,
                             const web::Html& below = {})
{
    const auto& reader = desk.reader();
    auto body = html(
        reader, "<div class=\"stack\">\n<h1>", tr("Import"), "</h1>\n<p class=\"lede\">",
        tr("Rows are matched by their key. Everything goes in, or nothing: as long as one "
           "problem is left, nothing changes."),
        "</p>\n", other_refusals(desk), above, import_form(desk, ticked), below,
        "<p class=\"row\"><a href=\"", forum.address(), "/workbook.xlsx\">",
        tr("Download this forum as a workbook"), "</a> ", template_links(reader), "</p>\n</div>\n");
    return {.title = reader.say(tr("Import")) + ", " + forum.title.words(reader.language),
            .body = std::move(body),
            .frame = desk_frame(desk, forum, "import")};
}

inline Json import_json(const Opened& opened, const std::vector<document::Adjustment>& adjustments,
                        bool kept)
{
    auto problems = Json::array();
    for (const auto& one : opened.problems)
        problems.push(Json::object({{"sheet", one.sheet},
                                    {"row", one.line},
                                    {"column", one.column},
                                    {"code", one.code},
                                    {"sentence", one.sentence.english()}}));
    const auto names = [](const std::vector<sheet::RowName>& rows) {
        auto list = Json::array();
        for (const auto& row : rows)
            list.push(row.sheet + ":" + row.key);
        return list;
    };
    auto adjusted = Json::array();
    for (const auto& one : adjustments)
        adjusted.push(Json::object({{"code", one.code},
                                    {"where", one.where.english()},
                                    {"sentence", one.sentence.english()}}));
    return Json::object({{"kept", kept},
                         {"released", kept && opened.released != 0},
                         {"forum", opened.outcome.slug},
                         {"problems", problems},
                         {"added", names(opened.outcome.added)},
                         {"changed", names(opened.outcome.changed)},
                         {"missing", names(opened.outcome.missing)},
                         {"same", opened.outcome.same},
                         {"adjustments", adjusted}});
}

}  // namespace sala::programme
