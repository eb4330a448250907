// SPDX-License-Identifier: Apache-2.0
//
// Shows what taking the last change back would do, before it is done.

#include "forum/row_history.view.hpp"

namespace sala::forum {

static Result<web::Reply> ask(web::Desk& desk, const Forum& forum);

web::Verb ask_undo()
{
    return {.path = "GET /{forum}/sheets/{sheet}/{key}/undo", .allow = web::secretariat, .run = web::on<Forum>(ask)};
}

static web::Page question(const web::Desk& desk, const Forum& forum, const RowHistory& history)
{
    const auto& reader = desk.reader();
    const auto& last = history.revisions.front();
    const auto address = row_address(forum, *history.sheet, history.key);
    auto body = html(
        reader, row_crumbs(reader, forum, *history.sheet, html(reader, history.key)), "<h1>",
        tr("Take the last change of “{key}” back?", {{"key", history.key}}), "</h1>\n",
        each(desk.refusals(), [&](const Refusal& one) {
            return html(reader, "<p class=\"error\" role=\"alert\">", one.sentence, "</p>\n");
        }),
        "<p class=\"lede\">", tr("This is what would change. It becomes a new entry of the history, so it can be taken back, too."), "</p>\n",
        revision_head(reader, last), before_and_after(reader, *history.sheet, last.became, last.was),
        "<form method=\"post\" action=\"", desk.address(), "\">", web::csrf_field(desk),
        "<input type=\"hidden\" name=\"revision\" value=\"", std::to_string(last.id),
        "\"><p class=\"row\"><button type=\"submit\">", tr("Take the last change back"), "</button><a href=\"", address,
        "/history\">", tr("Leave unchanged"), "</a></p></form>\n");
    return {.title = tab_title(reader, forum, history.key), .body = std::move(body),
            .frame = desk_frame(desk, forum, "sheets")};
}

Result<web::Reply> ask(web::Desk& desk, const Forum& forum)
{
    const auto history = row_history_at(desk, forum);
    if (!history)
        return history.refusal();
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"sheet", history->sheet->name}, {"key", history->key},
                                       {"revision", std::to_string(history->revisions.front().id)}}));
    return desk.show(question(desk, forum, *history));
}

}  // namespace sala::forum
