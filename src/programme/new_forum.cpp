// SPDX-License-Identifier: Apache-2.0

#include "programme/new_forum.hpp"

#include "forum/row_form.hpp"
#include "programme/forum_template.hpp"
#include "script/slug.hpp"
#include "sheet/understand.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace sala::programme {

namespace {

using sheet::Cell;
using sheet::Row;
using sheet::Sheet;

constexpr std::array copied{"countries",     "cities",    "networks",   "bodies",
                            "organisations", "editions",  "venues",     "rooms",
                            "topics",        "questions", "categories", "floor_rules"};
// Columns of an occasion that is over.
constexpr std::array left_behind{"source",
                                 "date",
                                 "theme",
                                 "objective",
                                 "count",
                                 "note",
                                 "inscription_opens",
                                 "inscription_closes"};

void empty_column(const Sheet& sheet, Row& row, const std::string& name)
{
    for (std::size_t i = 0; i < sheet.columns.size(); ++i)
        if (sheet.columns[i].name == name && !sheet.columns[i].required)
            row.cells[i] = Cell{};
}

// A correction stood beside a misprint of a source of then; what it says is simply said.
void as_corrected(Cell& cell)
{
    auto* text = std::get_if<Text>(&cell);
    if (!text)
        return;
    const auto was = *text;
    for (const auto& [language, wording] : was.wordings())
        text->set(language, {wording.shown(), {}});
}

// Sittings are of one occasion; rules for all of them are taken along.
bool is_of_a_sitting(const Sheet& sheet, const Row& row)
{
    return sheet.name == "floor_rules" && !sheet.words(row, "sitting").empty();
}

Row for_next_time(const Sheet& sheet, Row row)
{
    if (sheet.scope == Sheet::server)
        return row;
    for (const auto* name : left_behind)
        empty_column(sheet, row, name);
    for (auto& cell : row.cells)
        as_corrected(cell);
    if (sheet.name == "editions")
        if (const auto number = sheet.number(row, "number"))
            row.cells[sheet.at("number")] = *number + 1;
    return row;
}

// "amf-2032" of "amf-2022" and "mgmac-4": the body and the year of the new forum, and its whole
// slug where the same body meets twice.
std::map<std::string, std::string>
next_edition_keys(const std::vector<sheet::ForumFiles::Line>& editions, const Row& forum)
{
    const auto year = sheet::sheet_named("forum").words(forum, "date").substr(0, 4);
    std::map<std::string, std::string> keys;
    std::set<std::string> taken;
    for (const auto& line : editions) {
        const auto body = sheet::sheet_named("editions").words(line.row, "body");
        auto key = body + "-" + year;
        if (!taken.insert(key).second)
            taken.insert(key = body + "-" + forum.key + "-" + std::to_string(taken.size() + 1));
        keys[line.row.key] = key;
    }
    return keys;
}

// "1st Forum of Rivers" is not the second one's name; that of its body always is.
void name_after_body(const sheet::ForumFiles& files, Row& edition)
{
    const auto& editions = sheet::sheet_named("editions");
    const auto& bodies = sheet::sheet_named("bodies");
    for (const auto& line : files.sheets.at("bodies"))
        if (line.row.key == editions.words(edition, "body"))
            edition.cells[editions.at("name")] = bodies.text(line.row, "name");
}

void rename_editions(sheet::ForumFiles& files)
{
    const auto keys = next_edition_keys(files.sheets["editions"], files.forum->row);
    for (auto& line : files.sheets["editions"]) {
        line.row.key = keys.at(line.row.key);
        name_after_body(files, line.row);
    }
    for (auto& [name, lines] : files.sheets)
        for (std::size_t i = 0; i < sheet::sheet_named(name).columns.size(); ++i)
            if (sheet::sheet_named(name).columns[i].to == "editions")
                for (auto& line : lines)
                    if (auto* key = std::get_if<std::string>(&line.row.cells[i]);
                        key && keys.contains(*key))
                        *key = keys.at(*key);
}

// The key of a forum is its address, and that is what the page calls it.
Refusal wrong_address(Refusal refusal, const std::string& typed)
{
    if (refusal.code == "required")
        return invalid("slug", "required",
                       "A forum needs an address of its own, such as bangkok-2027.");
    if (refusal.code == "key-too-long")
        return invalid("slug", "key-too-long",
                       "This address has {length} characters; at most {limit} fit.",
                       {{"length", std::to_string(typed.size())},
                        {"limit", std::to_string(script::key_size_max)}});
    refusal.field = "slug";
    return refusal;
}

forum::TypedRow read_forum(store::Session& session, const web::Form& form)
{
    const auto& sheet = sheet::sheet_named("forum");
    auto typed = forum::read_row_form(sheet, forum::empty_row(sheet, form["slug"]), form);
    for (auto& refusal : typed.refusals)
        if (refusal.field == "key")
            refusal = wrong_address(std::move(refusal), form["slug"]);
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
            if (!is_of_a_sitting(sheet, line.row))
                lines.push_back({0, for_next_time(sheet, std::move(line.row))});
    }
    rename_editions(typed.files);
    return typed;
}

Result<sheet::FilesRead> files_of_new_forum(store::Session& session, const web::Form& form)
{
    auto typed = typed_forum(session, form);
    if (typed && form["way"] == "template")
        return from_template(*std::move(typed));
    if (!typed || form["way"] != "pattern")
        return typed;
    const auto other = sheet::forum_id(session, form["pattern"]);
    if (!other)
        return invalid("", "no-such-pattern", "There is no forum “{value}” to take as a pattern.",
                       {{"value", form["pattern"]}});
    return after_pattern_of(session, *other, *std::move(typed));
}

}  // namespace sala::programme
