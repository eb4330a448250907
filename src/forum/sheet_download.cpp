// SPDX-License-Identifier: Apache-2.0

#include "forum/sheet_download.hpp"

#include "document/csv.hpp"

namespace sala::forum {

Result<web::Reply> download_sheet(web::Desk& desk, const std::string& name,
                                  const document::WrittenSheet& sheet)
{
    return download_workbook(desk, name, {sheet});
}

Result<web::Reply> download_workbook(web::Desk& desk, const std::string& name,
                                     const std::vector<document::WrittenSheet>& sheets)
{
    const std::string type(web::media_type(desk.format()));
    if (desk.wants(web::Format::csv))
        return desk.download(
            type, name + ".csv",
            document::write_csv(sheets.front().rows, {.neutralise_formulas = true}));
    const auto book =
        document::write_workbook(sheets, {.title = name, .author = "Sala", .created = desk.now()});
    if (!book)
        return book.refusal();
    return desk.download(type, name + ".xlsx", *book);
}

}  // namespace sala::forum
