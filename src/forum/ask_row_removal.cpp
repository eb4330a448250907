// SPDX-License-Identifier: Apache-2.0
//
// Asks before a row is taken away, and says what would go with it or what keeps it.

#include "forum/ask_row_removal.view.hpp"
#include "forum/row_needed.hpp"

namespace sala::forum {

static Result<web::Reply> ask(web::Desk& desk, const Forum& forum);

web::Verb ask_row_removal()
{
    return {.path = "GET /{forum}/sheets/{sheet}/{key}/remove",
            .allow = web::secretariat,
            .run = web::on<Forum>(ask)};
}

Result<web::Reply> ask(web::Desk& desk, const Forum& forum)
{
    const auto row = row_at(desk, forum);
    if (!row)
        return row.refusal();
    const auto references = references_to(desk.session(), *row->sheet, forum.id, row->stored);
    if (desk.wants(web::Format::json)) {
        auto json = Json::object({{"key", row->stored.row.key}, {"referred_to_by", Json::array()}});
        auto names = Json::array();
        for (const auto& one : references)
            names.push(one.sheet + ":" + one.key);
        json.set("referred_to_by", names);
        return desk.show(json);
    }
    return desk.show(
        row_removal_page(desk, forum, *row, references,
                         nobody_needs(desk.session(), *row->sheet, forum.id, row->stored)));
}

}  // namespace sala::forum
