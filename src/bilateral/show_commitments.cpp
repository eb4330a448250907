// SPDX-License-Identifier: Apache-2.0
//
// Everybody reads what cities promised at a forum, and what those who come promised before: open,
// kept or given up.

#include "bilateral/commitments.view.hpp"

namespace sala::bilateral {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_commitments()
{
    return {.path = "GET /{forum}/commitments",
            .allow = web::anyone,
            .run = web::on<forum::Forum>(show),
            .summary = "What cities promised each other, and what became of it"};
}

static web::Html list_of(const web::Reader& reader, const Sentence& title,
                         const std::vector<Commitment>& commitments, const std::vector<Known>& all,
                         bool own, std::int64_t forum)
{
    web::Html items;
    for (const auto& one : commitments)
        if ((one.forum == forum && one.occasion.empty()) == own)
            items += commitment_item(reader, all, one, commitment_acts(reader, one, false));
    return when(!items.empty(), [&] {
        return html(reader, "<h2>", title, "</h2>\n<ul class=\"list\">\n", items, "</ul>\n");
    });
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    const auto all = known_at(desk.session(), forum.id);
    const auto commitments = commitments_for(desk.session(), forum.id);
    if (desk.wants(web::Format::json))
        return desk.show(
            Json::object({{"commitments", forum::list_json(commitments, [&](const Commitment& one) {
                               return commitment_json(one, all);
                           })}}));
    const auto& reader = desk.reader();
    auto body = html(
        reader, "<div class=\"stack\">\n<h1>", tr("Commitments"), "</h1>\n",
        when(commitments.empty(),
             [&] {
                 return html(reader, "<section class=\"empty\"><h2>", tr("No commitment yet"),
                             "</h2><p>",
                             tr("What cities promise each other stands here once the secretariat "
                                "enters it in the sheet “commitments”."),
                             "</p></section>\n");
             }),
        list_of(reader, tr("Made at this forum"), commitments, all, true, forum.id),
        list_of(reader, tr("Made before, by those who come"), commitments, all, false, forum.id),
        "<p class=\"as\">", tr("This page for programs:"), " <a href=\"", forum.address(),
        "/commitments.json\">JSON</a></p>\n</div>\n");
    return desk.show(
        {.title = reader.say(tr("Commitments")) + ", " + forum.title.words(reader.language),
         .body = std::move(body),
         .frame = forum::forum_frame(desk, forum, "documents")});
}

}  // namespace sala::bilateral
