// SPDX-License-Identifier: Apache-2.0
//
// The page on which one row is written: what is wrong at the top and beside each field, the fields,
// and the ways to take the row away or see what it was.

#pragma once

#include "forum/moment.view.hpp"
#include "forum/row_field.view.hpp"
#include "web/frame.hpp"

#include <algorithm>
#include <array>

namespace sala::forum {

inline std::string sheet_address(const Forum& forum, const sheet::Sheet& sheet)
{
    return forum.address() + "/sheets/" + sheet.name;
}

inline std::string row_address(const Forum& forum, const sheet::Sheet& sheet,
                               const std::string& key)
{
    return sheet.scope == sheet::Sheet::itself
               ? forum.address() + "/settings"
               : sheet_address(forum, sheet) + "/" + web::percent_encoded(key);
}

inline web::Html row_crumbs(const web::Reader& reader, const Forum& forum,
                            const sheet::Sheet& sheet, const web::Html& here)
{
    if (sheet.scope == sheet::Sheet::itself)
        return {};
    return html(reader, "<nav aria-label=\"", tr("Where you are"),
                "\"><ol class=\"crumbs\"><li><a href=\"", forum.address(), "/sheets\">",
                tr("Sheets"), "</a></li><li><a href=\"", sheet_address(forum, sheet), "\">",
                sheet.title, "</a></li><li>", here, "</li></ol></nav>\n");
}

// The sentences that stand beside no field, and how many there are in all.
inline web::Html whole_refusals(const web::Reader& reader, const RowPage& page)
{
    if (page.refusals.empty())
        return {};
    std::vector<Refusal> whole;
    for (const auto& refusal : page.refusals) {
        const auto& columns = page.sheet->columns;
        const bool beside =
            (refusal.field == "key" && page.is_new()) ||
            std::any_of(columns.begin(), columns.end(),
                        [&](const sheet::Column& column) { return column.name == refusal.field; });
        if (!beside)
            whole.push_back(refusal);
    }
    return html(
        reader, "<div class=\"note\" data-is=\"conflict\" role=\"alert\">\n<h2>",
        tr_count("{count} thing keeps this from being saved",
                 "{count} things keep this from being saved", page.refusals.size()),
        "</h2>\n",
        each(whole, [&](const Refusal& one) { return html(reader, "<p>", one.sentence, "</p>"); }),
        "<p>", tr("Everything you typed is still here."), "</p></div>\n");
}

inline web::Html shared_note(const web::Reader& reader, const RowPage& page)
{
    if (page.of_others)
        return html(reader, "<p class=\"note\">", page.of_others->sentence, "</p>\n");
    return when(page.sheet->scope == sheet::Sheet::server, [&] {
        return html(reader, "<p class=\"note\">",
                    tr("This row belongs to the directory, which all forums of this server share. "
                       "A change shows in every one of them."),
                    "</p>\n");
    });
}

inline web::Html key_field(const web::Reader& reader, const RowPage& page)
{
    const auto hint =
        tr("A short name for the address, such as ha-noi. It cannot be changed later.");
    const auto state = field_state(reader, refusals_at(page, "key"), "key", hint);
    return html(reader, "<p><label for=\"key\">", tr("Key"), required_mark(reader, true),
                "</label><input type=\"text\" id=\"key\" name=\"key\" value=\"", page.values["key"],
                "\" autocapitalize=\"none\" spellcheck=\"false\"", state.attributes, ">",
                state.beneath, "</p>\n");
}

inline web::Html row_links(const web::Reader& reader, const Forum& forum, const RowPage& page)
{
    const auto address = row_address(forum, *page.sheet, page.stored.row.key);
    if (page.is_new())
        return {};
    if (page.sheet->scope == sheet::Sheet::itself)
        return html(reader, "<p class=\"row\"><a href=\"", address, "/history\">",
                    tr("What the settings were before"), "</a></p>\n");
    return html(reader, "<p class=\"row\"><a href=\"", address, "/history\">",
                tr("What this row was before"), "</a> <a href=\"", address, "/remove\">",
                tr("Take this row away"), "</a> <a data-key=\"e\" href=\"", forum.address(),
                "/editor\">", tr("Work on the programme"), "</a></p>\n");
}

inline web::Html row_title(const web::Reader& reader, const RowPage& page)
{
    if (page.sheet->scope == sheet::Sheet::itself)
        return html(reader, tr("Settings of the forum"));
    if (page.is_new())
        return html(reader, page.sheet->title, ": ", tr("new row"));
    const auto& name = name_of(*page.sheet, page.stored.row);
    return name.empty() ? html(reader, page.stored.row.key) : html(reader, name);
}

inline web::Html row_form(const web::Desk& desk, const RowPage& page, const web::Html& fields,
                          const Sentence& button)
{
    const auto& reader = desk.reader();
    return html(reader, "<form class=\"stack\" method=\"post\" action=\"", page.action,
                "\" data-warn>\n", web::csrf_field(desk),
                "<input type=\"hidden\" name=\"version\" value=\"", page.stored.version, "\">\n",
                fields, "<p class=\"row\"><button type=\"submit\" data-key=\"s\">", button,
                "</button><a href=\"", page.back, "\">", tr("Leave unchanged"),
                "</a></p>\n</form>\n");
}

inline std::string tab_title(const web::Reader& reader, const Forum& forum,
                             const std::string& words)
{
    return words + ", " + forum.title.words(reader.language);
}

// When the public sees what is saved here. A forum without a release is seen by nobody yet.
inline web::Html when_seen(const web::Reader& reader, const Forum& forum, const RowPage& page)
{
    if (!forum.is_public())
        return {};
    constexpr std::array with_release{"days", "sittings", "agenda", "interventions", "rooms"};
    const bool waits =
        std::find(with_release.begin(), with_release.end(), page.sheet->name) != with_release.end();
    return html(reader, "<p class=\"soft\">",
                waits ? tr("The public sees a change with the next release.")
                      : tr("The public sees a change at once; the programme repeats it with the "
                           "next release."),
                "</p>\n");
}

inline web::Page row_form_page(const web::Desk& desk, const Forum& forum, const RowPage& page,
                               const web::Html& after = {})
{
    const auto& reader = desk.reader();
    const bool settings = page.sheet->scope == sheet::Sheet::itself;
    const auto key = page.is_new() ? reader.say(tr("new row")) : page.stored.row.key;
    web::Html fields;
    if (page.is_new())
        fields += key_field(reader, page);
    fields += row_fields(reader, page);
    auto body =
        html(reader, row_crumbs(reader, forum, *page.sheet, html(reader, key)), "<h1>",
             row_title(reader, page), "</h1>\n<p class=\"lede\">", page.sheet->about, "</p>\n",
             when_seen(reader, forum, page),
             when(page.saved && page.refusals.empty(),
                  [&] {
                      return html(reader, "<p class=\"note\" data-is=\"agreed\" role=\"status\">",
                                  tr("Saved."), "</p>\n");
                  }),
             whole_refusals(reader, page), shared_note(reader, page),
             row_form(desk, page, fields, page.is_new() ? tr("Add this row") : tr("Save")),
             row_links(reader, forum, page), after);
    return {.title =
                tab_title(reader, forum, settings ? reader.say(tr("Settings of the forum")) : key),
            .body = std::move(body),
            .frame = desk_frame(desk, forum, settings ? "settings" : "sheets")};
}

}  // namespace sala::forum
