// SPDX-License-Identifier: Apache-2.0
//
// What changed in a row from one revision to the next: before and after, column by column.

#pragma once

#include "forum/row.view.hpp"
#include "forum/row_history.hpp"
#include "forum/row_value.view.hpp"
#include "sheet/row_differences.hpp"
#include "web/login_name.hpp"

namespace sala::forum {

inline web::Html before_and_after(const web::Reader& reader, const sheet::Sheet& sheet,
                                  const std::optional<sheet::Row>& before,
                                  const std::optional<sheet::Row>& after)
{
    const auto nothing = empty_row(sheet, "");
    const auto& was = before ? *before : nothing;
    const auto& is = after ? *after : nothing;
    const auto columns = sheet::different_columns(sheet, was, is);
    if (columns.empty())
        return html(reader, "<p class=\"soft\">", tr("No column differs."), "</p>\n");
    return html(reader, "<table class=\"fold\"><caption class=\"unseen\">", tr("Before and after"),
                "</caption><thead><tr><th scope=\"col\">", tr("Column"), "</th><th scope=\"col\">",
                tr("Before"), "</th><th scope=\"col\">", tr("After"), "</th></tr></thead><tbody>",
                each(columns,
                     [&](const std::string& name) {
                         const auto at = sheet.at(name);
                         return html(reader, "<tr><th scope=\"row\">", sheet::label_of(name),
                                     "</th><td data-th=\"", tr("Before"), "\">",
                                     whole_value(reader, sheet.columns[at], was.cells[at]),
                                     "</td><td data-th=\"", tr("After"), "\">",
                                     whole_value(reader, sheet.columns[at], is.cells[at]),
                                     "</td></tr>");
                     }),
                "</tbody></table>\n");
}

inline Sentence what_happened(const sheet::Revision& revision)
{
    if (!revision.was)
        return tr("Added");
    if (!revision.became)
        return tr("Taken away");
    return *revision.was == *revision.became ? tr("Brought back onto the list") : tr("Changed");
}

inline Sentence how_it_happened(const sheet::Revision& revision)
{
    switch (revision.origin) {
    case sheet::Origin::import:
        return tr("by an import of sheets");
    case sheet::Origin::edit:
        return tr("in a browser");
    case sheet::Origin::undo:
        return tr("by taking a change back");
    }
    return tr("in a browser");
}

inline web::Html revision_head(const web::Reader& reader, const sheet::Revision& revision)
{
    return html(reader, "<h2 class=\"h3\">", what_happened(revision), " ",
                how_it_happened(revision), "</h2>\n<p class=\"soft\">", moment(reader, revision.at),
                revision.by.empty() ? html(reader, ", ", tr("from the command line"))
                                    : html(reader, ", ", web::said_login(reader, revision.by)),
                "</p>\n");
}

// What the row is called now, or was called before it went; its key where it has no name.
inline std::string name_in_history(const web::Reader& reader, const RowHistory& history)
{
    const auto& last = history.revisions.front();
    const auto* row = history.stored ? &history.stored->row
                      : last.became  ? &*last.became
                      : last.was     ? &*last.was
                                     : nullptr;
    const auto name = row ? name_of(*history.sheet, *row).words(reader.language) : std::string{};
    return name.empty() ? history.key : name;
}

// The settings have no sheet; their way back is their own page.
inline web::Html history_crumbs(const web::Reader& reader, const Forum& forum,
                                const RowHistory& history)
{
    if (history.sheet->scope != sheet::Sheet::itself)
        return row_crumbs(reader, forum, *history.sheet,
                          html(reader, name_in_history(reader, history)));
    return html(reader, "<nav aria-label=\"", tr("Where you are"),
                "\"><ol class=\"crumbs\"><li><a href=\"", forum.address(), "/settings\">",
                tr("Settings of the forum"), "</a></li><li>", tr("History"), "</li></ol></nav>\n");
}

inline Sentence history_title(const web::Reader& reader, const RowHistory& history)
{
    return history.sheet->scope == sheet::Sheet::itself
               ? tr("What the settings were")
               : tr("What “{key}” was", {{"key", name_in_history(reader, history)}});
}

// Several steps back at once. What the last change did is taken back with the button above.
inline web::Html way_back_to(const web::Reader& reader, const RowHistory& history,
                             const sheet::Revision& one, const std::string& address)
{
    return when(history.earlier(one.id), [&] {
        return html(reader, "<p><a href=\"", address, "/undo?to=", std::to_string(one.id), "\">",
                    tr("Make it as it was after this"), "</a></p>");
    });
}

inline web::Page history_page(const web::Desk& desk, const Forum& forum, const RowHistory& history)
{
    const auto& reader = desk.reader();
    const auto address = row_address(forum, *history.sheet, history.key);
    const bool settings = history.sheet->scope == sheet::Sheet::itself;
    auto body = html(
        reader, history_crumbs(reader, forum, history), "<div class=\"row far\"><h1>",
        history_title(reader, history), "</h1>",
        when(history.can_be_undone(),
             [&] {
                 return html(reader, "<a class=\"button\" data-kind=\"plain\" href=\"", address,
                             "/undo\">", tr("Take the last change back"), "</a>");
             }),
        "</div>\n",
        history.stored
            ? html(reader, "<p><a href=\"", address, "\">",
                   settings ? tr("The settings as they are now") : tr("The row as it is now"),
                   "</a></p>\n")
            : html(reader, "<p class=\"note\">", tr("This row has been taken away."), "</p>\n"),
        "<ol class=\"list\">",
        each(history.revisions,
             [&](const sheet::Revision& one) {
                 return html(reader, "<li>", revision_head(reader, one),
                             before_and_after(reader, *history.sheet, one.was, one.became),
                             way_back_to(reader, history, one, address), "</li>\n");
             }),
        "</ol>\n");
    return {.title = tab_title(reader, forum,
                               settings ? reader.say(tr("Settings of the forum")) : history.key),
            .body = std::move(body),
            .frame = desk_frame(desk, forum, settings ? "settings" : "sheets")};
}

// The form that takes the last change back, or all since `to`, under what would become of the row.
inline web::Html undo_form(const web::Desk& desk, const RowHistory& history,
                           const std::string& address, const sheet::Revision* to)
{
    const auto& reader = desk.reader();
    const auto& last = history.revisions.front();
    return html(
        reader, "<p class=\"lede\">",
        tr("This is what would change. It becomes a new entry of the history, so it can be taken "
           "back, too."),
        "</p>\n", revision_head(reader, to ? *to : last),
        to ? before_and_after(reader, *history.sheet, history.stored->row, to->became)
           : before_and_after(reader, *history.sheet, last.became, last.was),
        "<form method=\"post\" action=\"", desk.address(), "\">", web::csrf_field(desk),
        "<input type=\"hidden\" name=\"revision\" value=\"", std::to_string(last.id), "\">",
        when(to,
             [&] {
                 return html(reader, "<input type=\"hidden\" name=\"to\" value=\"",
                             std::to_string(to->id), "\">");
             }),
        "<p class=\"row\"><button type=\"submit\">",
        to ? tr("Make it as it was after this") : tr("Take the last change back"),
        "</button><a href=\"", address, "/history\">", tr("Leave unchanged"), "</a></p></form>\n");
}

inline Sentence undo_title(const RowHistory& history, const sheet::Revision* to)
{
    if (history.sheet->scope == sheet::Sheet::itself)
        return to ? tr("Make the settings as they were?")
                  : tr("Take the last change of the settings back?");
    return to ? tr("Make “{key}” as it was?", {{"key", history.key}})
              : tr("Take the last change of “{key}” back?", {{"key", history.key}});
}

inline web::Page undo_page(const web::Desk& desk, const Forum& forum, const RowHistory& history,
                           const sheet::Revision* to)
{
    const auto& reader = desk.reader();
    const auto address = row_address(forum, *history.sheet, history.key);
    const bool settings = history.sheet->scope == sheet::Sheet::itself;
    auto body = html(
        reader, history_crumbs(reader, forum, history), "<h1>", undo_title(history, to), "</h1>\n",
        each(desk.refusals(),
             [&](const Refusal& one) {
                 return html(reader, "<p class=\"error\" role=\"alert\">", one.sentence, "</p>\n");
             }),
        to || history.can_be_undone()
            ? undo_form(desk, history, address, to)
            : html(reader, "<p class=\"lede\">",
                   tr("There is nothing to take back: the settings are as they were when the forum "
                      "was opened."),
                   "</p>\n<p><a href=\"", address, "/history\">", tr("Leave unchanged"),
                   "</a></p>\n"));
    return {.title = tab_title(reader, forum,
                               settings ? reader.say(tr("Settings of the forum")) : history.key),
            .body = std::move(body),
            .frame = desk_frame(desk, forum, settings ? "settings" : "sheets")};
}

}  // namespace sala::forum
