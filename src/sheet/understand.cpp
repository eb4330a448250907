// SPDX-License-Identifier: Apache-2.0

#include "sheet/understand.hpp"

#include "script/normal.hpp"
#include "script/slug.hpp"
#include "sheet/kept_columns.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace sala::sheet {

namespace {

// The key of a forum is its slug: the first word of its addresses. These are taken.
constexpr const char* reserved[] = {"api",    "assets", "health", "login",  "about",
                                    "search", "forums", "new",    "photos", "speeches"};

// Of a text that is wrong as a whole ("title") the first of its languages ("title_en").
std::size_t place_in(const std::map<std::string, std::size_t>& places, const std::string& column)
{
    auto found = places.find(column);
    if (found == places.end()) {
        found = places.lower_bound(column + "_");
        if (found != places.end() && !found->first.starts_with(column + "_"))
            found = places.end();
    }
    return found == places.end() ? 0 : found->second;
}

struct Reading {
    const Sheet& sheet;
    const RawSheet& raw;
    std::vector<std::optional<Heading>> headings;
    std::optional<std::size_t> key_column;
    std::optional<std::size_t> revision_column;
    std::vector<Problem>& problems;
    std::set<std::string> left_out = {};  // columns that the file does not have

    void wrong(std::size_t line, std::string column, std::string code, Sentence sentence) const
    {
        if (!raw.places.empty())
            line = place_in(raw.places, column);
        problems.push_back(
            {sheet.name, line, std::move(column), std::move(code), std::move(sentence)});
    }
};

void read_header(Reading& reading)
{
    const auto& header = reading.raw.header;
    std::set<std::string> seen;
    const auto key_name = reading.sheet.scope == Sheet::itself ? "slug" : "key";
    for (std::size_t i = 0; i < header.size(); ++i) {
        reading.headings.emplace_back();
        if (header[i].empty())
            continue;
        if (!seen.insert(header[i]).second)
            reading.wrong(0, header[i], "column-twice",
                          tr("This column is there twice. Keep one of them."));
        else if (header[i] == key_name)
            reading.key_column = i;
        else if (header[i] == "revision" && reading.sheet.scope == Sheet::itself)
            reading.revision_column = i;
        else if (reading.headings[i] = heading_of(reading.sheet, header[i]); !reading.headings[i])
            reading.wrong(0, header[i], "unknown-column",
                          tr("There is no column “{column}” in the sheet {sheet}. The manual lists "
                             "the columns.",
                             {{"column", header[i]}, {"sheet", reading.sheet.name}}));
    }
    for (const auto& name : columns_left_out(reading.sheet, {header.begin(), header.end()}))
        if (!reading.sheet.columns[reading.sheet.at(name)].required)
            reading.left_out.insert(name);
    if (!reading.key_column)
        reading.wrong(0, key_name, "no-key-column",
                      tr("The column “{column}” is missing. Each row needs a key of its own.",
                         {{"column", key_name}}));
}

void set_wording(Cell& cell, const Heading& heading, const std::string& words)
{
    if (!std::holds_alternative<Text>(cell))
        cell = Text{};
    auto& text = std::get<Text>(cell);
    Text::Wording wording;
    if (const auto* held = text.in(*heading.language))
        wording = *held;
    (heading.corrected ? wording.corrected : wording.verbatim) = words;
    text.set(*heading.language, wording);
}

ForumFiles::Line read_line(const Reading& reading, const RawSheet::Line& line)
{
    ForumFiles::Line read{
        line.number, {{}, std::vector<Cell>(reading.sheet.columns.size())}, reading.raw.places};
    const auto wide = reading.headings.size();
    if (std::any_of(line.cells.begin() +
                        static_cast<std::ptrdiff_t>(std::min(wide, line.cells.size())),
                    line.cells.end(), [](const auto& words) { return !words.empty(); }))
        reading.wrong(line.number, "", "too-many-cells",
                      tr("This row has more cells than the header has columns."));
    for (auto at = reading.raw.wrong.lower_bound({line.number, 0});
         at != reading.raw.wrong.end() && at->first.first == line.number; ++at)
        reading.wrong(line.number,
                      at->first.second < wide ? reading.raw.header[at->first.second] : "",
                      at->second.code, at->second.sentence);
    for (std::size_t i = 0; i < std::min(wide, line.cells.size()); ++i) {
        const auto& words = line.cells[i];
        if (i == reading.key_column)
            read.row.key = words;
        const auto& heading = reading.headings[i];
        if (!heading || words.empty())
            continue;
        const auto& column = reading.sheet.columns[heading->column];
        if (column.is_text()) {
            set_wording(read.row.cells[heading->column], *heading, words);
            continue;
        }
        auto cell = read_cell(column, words);
        if (cell)
            read.row.cells[heading->column] = *cell;
        else
            reading.wrong(line.number, reading.raw.header[i], cell.refusal().code,
                          cell.refusal().sentence);
    }
    return read;
}

// A text column is missing as a whole when its first language is.
std::string header_for(const Reading& reading, const std::string& column)
{
    for (std::size_t i = 0; i < reading.headings.size(); ++i)
        if (reading.headings[i] &&
            reading.sheet.columns[reading.headings[i]->column].name == column)
            return reading.raw.header[i];
    return column == "key" && reading.sheet.scope == Sheet::itself ? "slug" : column;
}

void check_line(const Reading& reading, const ForumFiles::Line& line, std::size_t problems_before)
{
    // A cell that was wrong has been reported; that it is empty now is no second problem.
    std::set<std::string> unreadable;
    for (auto i = problems_before; i < reading.problems.size(); ++i)
        if (reading.key_column &&
            reading.problems[i].column == reading.raw.header[*reading.key_column])
            unreadable.insert("key");
        else if (const auto heading = heading_of(reading.sheet, reading.problems[i].column))
            unreadable.insert(reading.sheet.columns[heading->column].name);
    // What the file does not say stays as it is, so it is looked at beside what is there.
    unreadable.insert(reading.left_out.begin(), reading.left_out.end());
    for (const auto& refusal : check_row(reading.sheet, line.row, unreadable))
        reading.wrong(line.number, header_for(reading, refusal.field), refusal.code,
                      refusal.sentence);
}

// What the export wrote; a number that is not whole would let every edit be overwritten.
void take_revision(const Reading& reading, const ForumFiles::Line& line, FilesRead& read)
{
    const auto& cells = reading.raw.lines.front().cells;
    if (!reading.revision_column || *reading.revision_column >= cells.size() ||
        cells[*reading.revision_column].empty())
        return;
    const auto& words = cells[*reading.revision_column];
    std::int64_t revision = 0;
    const auto* end = words.data() + words.size();
    const auto [stopped, failed] = std::from_chars(words.data(), end, revision);
    if (failed != std::errc{} || stopped != end || revision < 0)
        reading.wrong(line.number, "revision", "not-a-revision",
                      tr("“{value}” is not the number that the export wrote here. Put that number "
                         "back, or export again.",
                         {{"value", words}}));
    else
        read.files.revision = revision;
}

void take_forum(const Reading& reading, const ForumFiles::Line& line, FilesRead& read)
{
    if (read.files.forum) {
        reading.wrong(line.number, "", "one-forum-only",
                      tr("There is one forum in these sheets, and this is a second row."));
        return;
    }
    if (is_reserved_slug(line.row.key))
        reading.wrong(line.number, "slug", "reserved-slug",
                      tr("“{value}” is an address of the server itself. Choose another slug.",
                         {{"value", line.row.key}}));
    take_revision(reading, line, read);
    read.files.forum = line;
}

void understand_sheet(const RawSheet& raw, FilesRead& read)
{
    const auto* sheet = find_sheet(raw.name);
    if (!sheet) {
        read.problems.push_back(
            {raw.name, 0, "", "unknown-sheet",
             tr("There is no sheet called “{sheet}”. The manual lists the sheets.",
                {{"sheet", raw.name}})});
        return;
    }
    Reading reading{*sheet, raw, {}, {}, {}, read.problems};
    read_header(reading);
    read.files.headers[sheet->name] = {raw.header.begin(), raw.header.end()};
    for (const auto& [place, refusal] : raw.wrong) {
        if (raw.lines.empty() || place.first < raw.lines.front().number)
            reading.wrong(place.first, "", refusal.code, refusal.sentence);
        if (reading.key_column == place.second)
            read.files.unreadable.insert(sheet->name);
    }
    if (!reading.key_column) {
        read.files.unreadable.insert(sheet->name);
        return;
    }
    std::map<std::string, std::size_t> seen;
    std::vector<ForumFiles::Line> lines;
    for (const auto& raw_line : raw.lines) {
        const auto before = read.problems.size();
        auto line = read_line(reading, raw_line);
        check_line(reading, line, before);
        const auto [first, fresh] = seen.emplace(line.row.key, raw_line.number);
        if (!fresh && !line.row.key.empty())
            reading.wrong(
                raw_line.number, raw.header[*reading.key_column], "key-twice",
                tr("The key “{value}” stands in row {row} already. Each row needs its own.",
                   {{"value", line.row.key}, {"row", std::to_string(first->second)}}));
        if (sheet->scope == Sheet::itself)
            take_forum(reading, line, read);
        lines.push_back(std::move(line));
    }
    if (sheet->scope != Sheet::itself)
        read.files.sheets[sheet->name] = std::move(lines);
}

}  // namespace

std::size_t ForumFiles::Line::place_of(const std::string& column) const
{
    return places.empty() ? number : place_in(places, column);
}

void put_in_file_order(std::vector<Problem>& problems, const FilesRead& read)
{
    std::map<std::string, std::size_t> places{{"forum", 0}};
    for (const auto& raw : read.raw)
        places.emplace(raw.name, places.size());
    for (const auto& one : problems)
        places.emplace(one.sheet, places.size());
    const auto place_of = [&](const Problem& one) {
        const bool whole = one.line == 0 && read.files.unreadable.contains(one.sheet);
        return std::tuple(!whole, places.at(one.sheet), one.line);
    };
    std::stable_sort(problems.begin(), problems.end(),
                     [&](const Problem& a, const Problem& b) { return place_of(a) < place_of(b); });
}

std::optional<Heading> heading_of(const Sheet& sheet, const std::string& name)
{
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        const auto& column = sheet.columns[i];
        if (!column.is_text()) {
            if (name == column.name)
                return Heading{i, std::nullopt, false};
            continue;
        }
        if (!name.starts_with(column.name + "_"))
            continue;
        auto rest = name.substr(column.name.size() + 1);
        const bool corrected = rest.ends_with(corrected_ending);
        if (corrected)
            rest.resize(rest.size() - corrected_ending.size());
        if (const auto language = Language::named(rest))
            return Heading{i, language, corrected};
    }
    return std::nullopt;
}

bool is_reserved_slug(std::string_view slug)
{
    return std::find(std::begin(reserved), std::end(reserved), slug) != std::end(reserved);
}

void understand(FilesRead& read)
{
    for (const auto& raw : read.raw)
        understand_sheet(raw, read);
}

}  // namespace sala::sheet
