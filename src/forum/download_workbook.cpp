// SPDX-License-Identifier: Apache-2.0
//
// The whole forum as one workbook: to look at, to change many rows at once, and to import again.

#include "forum/forum_store.hpp"
#include "sheet/import.hpp"

namespace sala::forum {

static Result<web::Reply> download(web::Desk& desk, const Forum& forum);

web::Verb download_workbook()
{
    return {.path = "GET /{forum}/workbook",
            .allow = web::secretariat,
            .run = web::on<Forum>(download),
            .also = {web::Format::xlsx}};
}

static Json files_json(const sheet::ForumFiles& files)
{
    auto sheets = Json::object();
    for (const auto& [name, lines] : files.sheets) {
        auto rows = Json::array();
        for (const auto& line : lines)
            rows.push(*Json::read(sheet::row_json(sheet::sheet_named(name), line.row)));
        sheets.set(name, std::move(rows));
    }
    return Json::object(
        {{"forum", *Json::read(sheet::row_json(sheet::sheet_named("forum"), files.forum->row))},
         {"revision", std::to_string(files.revision)},
         {"sheets", sheets}});
}

Result<web::Reply> download(web::Desk& desk, const Forum& forum)
{
    const auto files = sheet::export_files(desk.session(), forum.id);
    if (desk.wants(web::Format::json))
        return desk.show(files_json(files));
    const auto book = sheet::workbook_bytes(files, sheet::last_change(desk.session(), forum.id));
    if (!book)
        return book.refusal();
    return desk.download(std::string(web::media_type(web::Format::xlsx)), forum.slug + ".xlsx",
                         *book);
}

}  // namespace sala::forum
