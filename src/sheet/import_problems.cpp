// SPDX-License-Identifier: Apache-2.0

#include "sheet/import_problems.hpp"

namespace sala::sheet {

Problem edited_in_directory(const Sheet& sheet, std::size_t line, const std::string& column,
                            const std::string& key)
{
    return {sheet.name, line, column, "edited-in-directory",
            tr("“{key}” is in the directory of this server and was changed there by hand. Write in "
               "your sheets what the directory says, or change the directory first.",
               {{"key", key}})};
}

Problem edited_meanwhile(const Sheet& sheet, std::size_t line, const std::string& column,
                         const std::string& key, bool undated)
{
    return {sheet.name, line, column, "edited-meanwhile",
            undated
                ? tr("“{key}” was edited in a browser, and this file does not say whether it was "
                     "downloaded before or after. Download the sheet and send it under the name it "
                     "comes with, or send the workbook.",
                     {{"key", key}})
                : tr("“{key}” was edited in a browser after these sheets were exported. Export "
                     "again and put your change into the fresh sheets.",
                     {{"key", key}})};
}

Problem removed_meanwhile(const Sheet& sheet, std::size_t line, const std::string& key,
                          bool undated)
{
    return {sheet.name, line, "key", "edited-meanwhile",
            undated
                ? tr("“{key}” was taken away in a browser, and this file does not say whether it "
                     "was downloaded before or after. Take the row out of the file, or bring it "
                     "back from its history first.",
                     {{"key", key}})
                : tr("“{key}” was taken away in a browser after these sheets were exported. Export "
                     "again and put your changes into the fresh sheets; if it is to be there "
                     "again, bring it back from its history.",
                     {{"key", key}})};
}

std::optional<Problem> row_of_others(store::Session& session, const Sheet& sheet,
                                     const ForumFiles::Line& line, const StoredRow& stored,
                                     const std::string& column, const ListedElsewhere& listed,
                                     const Importer& by)
{
    const auto found = listed.find(stored.id);
    const auto others =
        found == listed.end() ? std::vector<Elsewhere>{} : of_others(found->second, by.keeper);
    if (others.empty())
        return std::nullopt;
    const auto& key = line.row.key;
    if (!is_open(session, sheet, stored.id, by.forum, by.keeper))
        return Problem{sheet.name, line.place_of("key"), "key", "key-on-server",
                       tr("The key “{key}” is in use on this server already. Choose another key, "
                          "or ask the secretariat of this server.",
                          {{"key", key}})};
    return Problem{
        sheet.name, line.place_of(column), column, "row-of-other-forums",
        others.front().is_public
            ? tr("“{key}” is a row of {forum} too, and says something else there. Write in your "
                 "sheets what it says there, or ask the secretariat of this server to change it.",
                 {{"key", key}, {"forum", others.front().slug}})
            : tr("“{key}” is a row of another forum too, which is not public yet. Write in your "
                 "sheets what it says now, or ask the secretariat of this server to change it.",
                 {{"key", key}})};
}

}  // namespace sala::sheet
