// SPDX-License-Identifier: Apache-2.0

#include "programme/new_forum.hpp"

#include "forum/row_form.hpp"
#include "script/slug.hpp"
#include "sheet/understand.hpp"

#include <algorithm>
#include <array>

namespace sala::programme {

namespace {

using sheet::Cell;
using sheet::Row;
using sheet::Sheet;

constexpr std::array copied{"countries",     "cities",    "networks",  "bodies",
                            "organisations", "editions",  "venues",    "rooms",
                            "topics",        "questions", "categories"};
// Columns of an occasion that is over.
constexpr std::array left_behind{"source", "date", "theme", "objective", "count"};

void empty_column(const Sheet& sheet, Row& row, const std::string& name)
{
    for (std::size_t i = 0; i < sheet.columns.size(); ++i)
        if (sheet.columns[i].name == name && !sheet.columns[i].required)
            row.cells[i] = Cell{};
}

Row for_next_time(const Sheet& sheet, Row row)
{
    if (sheet.scope == Sheet::server)
        return row;
    for (const auto* name : left_behind)
        empty_column(sheet, row, name);
    if (sheet.name == "editions")
        if (const auto number = sheet.number(row, "number"))
            row.cells[sheet.at("number")] = *number + 1;
    return row;
}

forum::TypedRow read_forum(store::Session& session, const web::Form& form)
{
    const auto& sheet = sheet::sheet_named("forum");
    auto typed = forum::read_row_form(sheet, forum::empty_row(sheet, form["slug"]), form);
    for (auto& refusal : typed.refusals)
        if (refusal.field == "key")
            refusal.field = "slug";
    if (sheet::is_reserved_slug(typed.row.key))
        typed.refusals.push_back(
            invalid("slug", "reserved-slug",
                    "“{value}” is an address of the server itself. Choose another slug.",
                    {{"value", typed.row.key}}));
    if (sheet::forum_id(session, typed.row.key)) {
        auto taken =
            conflict("slug-taken", "There is a forum at /{value} already. Choose another address.",
                     {{"value", typed.row.key}});
        taken.field = "slug";
        typed.refusals.push_back(std::move(taken));
    }
    return typed;
}

}  // namespace

std::vector<Refusal> all_wrong(store::Session& session, const web::Form& form)
{
    return read_forum(session, form).refusals;
}

Result<sheet::FilesRead> typed_forum(store::Session& session, const web::Form& form)
{
    auto typed = read_forum(session, form);
    if (!typed.refusals.empty())
        return typed.refusals.front();
    const auto& sheet = sheet::sheet_named("forum");
    auto& languages = typed.row.cells[sheet.at("languages")];
    if (std::holds_alternative<std::monostate>(languages))
        languages = Cell{std::string("en th")};
    sheet::FilesRead read;
    read.files.forum = sheet::ForumFiles::Line{0, std::move(typed.row)};
    return read;
}

sheet::FilesRead after_pattern_of(store::Session& session, std::int64_t other,
                                  sheet::FilesRead typed)
{
    auto pattern = sheet::export_files(session, other);
    const auto& forum = sheet::sheet_named("forum");
    auto& row = typed.files.forum->row;
    for (const auto* name : {"city", "languages", "minutes"}) {
        const auto at = forum.at(name);
        row.cells[at] = pattern.forum->row.cells[at];
    }
    for (const auto* name : copied) {
        const auto& sheet = sheet::sheet_named(name);
        auto& lines = typed.files.sheets[name];
        for (auto& line : pattern.sheets[name])
            lines.push_back({0, for_next_time(sheet, std::move(line.row))});
    }
    return typed;
}

}  // namespace sala::programme
