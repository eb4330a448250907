// SPDX-License-Identifier: Apache-2.0
//
// Every revision of a row: who changed what, when, and what stood there before.

#include "forum/row_history.view.hpp"

namespace sala::forum {

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);
static Json history_json(const RowHistory& history);
static web::Page history_page(const web::Desk& desk, const Forum& forum, const RowHistory& history);

web::Verb show_row_history()
{
    return {.path = "GET /{forum}/sheets/{sheet}/{key}/history", .allow = web::secretariat, .run = web::on<Forum>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const auto history = row_history_at(desk, forum);
    if (!history)
        return history.refusal();
    if (desk.wants(web::Format::json))
        return desk.show(history_json(*history));
    return desk.show(history_page(desk, forum, *history));
}

Json history_json(const RowHistory& history)
{
    auto revisions = Json::array();
    for (const auto& one : history.revisions) {
        const auto origin = one.origin == sheet::Origin::import ? "import"
                            : one.origin == sheet::Origin::edit ? "edit"
                                                                : "undo";
        auto json = Json::object({{"id", std::to_string(one.id)}, {"origin", origin}, {"by", one.by},
                                  {"at", one.at.milliseconds()}});
        json.set("was", one.was ? *Json::read(sheet::row_json(*history.sheet, *one.was)) : Json{});
        json.set("became", one.became ? *Json::read(sheet::row_json(*history.sheet, *one.became)) : Json{});
        revisions.push(std::move(json));
    }
    return Json::object({{"sheet", history.sheet->name}, {"key", history.key}, {"revisions", revisions}});
}

web::Page history_page(const web::Desk& desk, const Forum& forum, const RowHistory& history)
{
    const auto& reader = desk.reader();
    const auto address = row_address(forum, *history.sheet, history.key);
    auto body = html(
        reader, row_crumbs(reader, forum, *history.sheet, html(reader, history.key)), "<div class=\"row far\"><h1>",
        tr("What “{key}” was", {{"key", history.key}}), "</h1><a class=\"button\" data-kind=\"plain\" href=\"", address,
        "/undo\">", tr("Take the last change back"), "</a></div>\n",
        history.stored ? html(reader, "<p><a href=\"", address, "\">", tr("The row as it is now"), "</a></p>\n")
                       : html(reader, "<p class=\"note\">", tr("This row has been taken away."), "</p>\n"),
        "<ol class=\"list\">", each(history.revisions, [&](const sheet::Revision& one) {
            return html(reader, "<li>", revision_head(reader, one),
                        before_and_after(reader, *history.sheet, one.was, one.became), "</li>\n");
        }),
        "</ol>\n");
    return {.title = tab_title(reader, forum, history.key), .body = std::move(body),
            .frame = desk_frame(desk, forum, "sheets")};
}

}  // namespace sala::forum
