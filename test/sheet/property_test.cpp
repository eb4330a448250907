// SPDX-License-Identifier: Apache-2.0
//
// Whatever a secretariat may enter goes out into files and comes back without loss: drawn rows of
// every sheet, through the folder, through the workbook, and through the store.

#include "sheets.hpp"

#include <rapidcheck.h>

using namespace sala;
using namespace sala::sheet;

namespace {

// Pieces of text that some format somewhere has a meaning for.
const std::vector<std::string> pieces{
    "a", "Phnom Penh", "กรุงเทพฯ", "น้ำ",   "ประจํา",  "🏙",     "\u00A0", " ",
    ",", ";",          "\"",      "'",    "\n",     "\r",     "\r\n",   "\t",
    "=", "+",          "-",       "@",    "\\",     "<b>",    "&amp;",  "_x0041_",
    "_", "\x01",       "\x1F",    "\x7F", "\uFEFF", "\u2028", "𝔄",      "ភ្នំពេញ"};

std::string drawn_words()
{
    std::string words;
    for (const auto& piece :
         *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)))
        words += piece;
    return words;
}

std::string drawn_key()
{
    return *rc::gen::elementOf(std::vector<std::string>{"a", "b-2", "ha-noi", "0", "x-y-z"});
}

Cell drawn_text()
{
    Text text;
    for (const auto* tag : {"en", "th", "km", "zh-hant"})
        if (*rc::gen::inRange(0, 3) > 0)
            text.set(*Language::named(tag), {drawn_words(), drawn_words()});
    return text.empty() ? Cell{} : Cell{text};
}

Cell drawn_some_words(const Column& column)
{
    switch (column.kind) {
    case Column::ref:
        return drawn_key();
    case Column::refs:
        return drawn_key() + " " + drawn_key();
    case Column::day:
        return *rc::gen::element<std::string>("2022-12-02", "2024-02-29");
    case Column::date:
        return *rc::gen::element<std::string>("2022", "2022-12", "2019-08-26/2019-08-28",
                                              "2022-12-02/..");
    case Column::time:
        return *rc::gen::element<std::string>("00:00", "09:08", "23:59");
    case Column::choice:
        return *rc::gen::elementOf(column.words);
    case Column::flag:
        return std::string("yes");
    case Column::url:
        return *rc::gen::element<std::string>("https://a.example/ก?b=1,2&c='");
    default:
        break;
    }
    const auto words = drawn_words();
    return words.empty() ? Cell{} : Cell{words};
}

Cell drawn_cell(const Column& column)
{
    if (column.is_text()) {
        const auto text = drawn_text();
        return column.required && std::holds_alternative<std::monostate>(text)
                   ? Cell{Text{Language::thai(), "ก"}}
                   : text;
    }
    if (!column.required && *rc::gen::inRange(0, 3) == 0)
        return {};
    if (column.kind == Column::number)
        return *rc::gen::inRange(column.low, column.high + 1);
    const auto cell = drawn_some_words(column);
    return column.required && std::holds_alternative<std::monostate>(cell) ? Cell{std::string("w")}
                                                                           : cell;
}

Rows drawn_rows(const Sheet& sheet)
{
    Rows rows;
    const auto count = *rc::gen::inRange(1, 4);
    for (int i = 0; i < count; ++i) {
        Row row{"row-" + std::to_string(i), {}};
        for (const auto& column : sheet.columns)
            row.cells.push_back(drawn_cell(column));
        rows.push_back(std::move(row));
    }
    return rows;
}

Row drawn_forum()
{
    const auto& sheet = sheet_named("forum");
    Row forum{"porto-2031", {}};
    for (const auto& column : sheet.columns)
        forum.cells.push_back(drawn_cell(column));
    forum.cells[sheet.at("time_zone")] = std::string("Europe/Lisbon");
    // The drawn days are in no range of days, and drawn words are no languages.
    forum.cells[sheet.at("date")] =
        *rc::gen::element<std::string>("2022", "2022-12", "2022-12-02/..");
    forum.cells[sheet.at("languages")] =
        *rc::gen::element<std::string>("en", "th en km", "zh-hant");
    forum.cells[sheet.at("city")] = Cell{};
    return forum;
}

ForumFiles::Line line(Row row) { return {0, std::move(row)}; }

// One forum with rows of a few sheets that have no rule of their own about several columns.
ForumFiles drawn_files()
{
    static const auto free_sheets = [] {
        std::vector<const Sheet*> sheets;
        for (const auto& sheet : all_sheets())
            if (sheet.rules.empty() && sheet.scope != Sheet::itself)
                sheets.push_back(&sheet);
        return sheets;
    }();
    ForumFiles files;
    files.forum = line(drawn_forum());
    files.revision = *rc::gen::inRange<std::int64_t>(0, std::int64_t{1} << 62);
    for (int i = 0; i < 3; ++i) {
        const auto& sheet = **rc::gen::elementOf(free_sheets);
        auto& lines = files.sheets[sheet.name];
        lines.clear();
        for (auto& row : drawn_rows(sheet))
            lines.push_back(line(std::move(row)));
    }
    return files;
}

std::map<std::string, Rows> rows_of(const ForumFiles& files)
{
    std::map<std::string, Rows> rows;
    rows["forum"].push_back(files.forum.value().row);
    for (const auto& [name, lines] : files.sheets)
        for (const auto& line : lines)
            rows[name].push_back(line.row);
    return rows;
}

}  // namespace

TEST_CASE("drawn rows of every sheet come back from the folder, and its bytes are the same again")
{
    CHECK(rc::check([] {
        const auto files = drawn_files();
        const auto folder = folder_files(files);
        const auto again = read(folder);
        RC_ASSERT(lines_of(again.problems) == Words{});
        RC_ASSERT(rows_of(again.files) == rows_of(files));
        RC_ASSERT(again.files.revision == files.revision);
        RC_ASSERT(folder_files(again.files) == folder);
    }));
}

TEST_CASE("drawn rows of every sheet come back from the workbook")
{
    CHECK(rc::check([] {
        const auto files = drawn_files();
        const auto book = workbook_bytes(files, Instant{1'900'000'000'000});
        RC_ASSERT(static_cast<bool>(book));
        const auto again = read_workbook_bytes(*book);
        RC_ASSERT(static_cast<bool>(again));
        RC_ASSERT(lines_of(again->problems) == Words{});
        RC_ASSERT(rows_of(again->files) == rows_of(files));
        RC_ASSERT(again->files.revision == files.revision);
    }));
}

TEST_CASE("drawn rows come back from the store, and importing them again changes nothing")
{
    const auto store = fresh_store();
    Numbering numbering{1};
    CHECK(rc::check([&] {
        ForumFiles files;
        files.forum = line(drawn_forum());
        // Sheets whose rows refer to no other row.
        for (const auto* name : {"countries", "networks", "persons", "sources", "days"})
            for (auto& row : drawn_rows(sheet_named(name)))
                files.sheets[name].push_back(line(std::move(row)));
        std::vector<Problem> problems;
        std::map<std::string, Rows> stored;
        bool changed = true;
        store->write([&](store::Session& session) {
            const ImportOptions options{
                false, {}, Instant{1'900'000'000'000}, &numbering, {.server = true}};
            problems.clear();
            const auto forum = import_files(session, files, 0, options, problems).forum;
            auto exported = export_files(session, forum);
            std::erase_if(exported.sheets, [](const auto& sheet) { return sheet.second.empty(); });
            stored = rows_of(exported);
            changed = import_files(session, files, 0, options, problems).changed_anything(true);
            return false;  // the next try begins with an empty store
        });
        RC_ASSERT(lines_of(problems) == Words{});
        RC_ASSERT(stored == rows_of(files));
        RC_ASSERT(!changed);
    }));
}
