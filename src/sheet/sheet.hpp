// SPDX-License-Identifier: Apache-2.0
//
// What the secretariat enters, declared once: a sheet is a kind of thing (cities, rooms, sittings),
// and a column is what is known of each.
//
// The file on disk, the import with its list of problems, the export, the template to download, the
// form in the browser, the history and the undo all come from these declarations. Adding a column
// is one line here and one in a migration.

#pragma once

#include "base/result.hpp"
#include "base/text.hpp"

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sala::sheet {

struct Column {
    enum Kind {
        text,    // several languages: title_en, title_th, title_th_corrected ...
        lines,   // the same, of several paragraphs
        word,    // one plain line
        number,  // whole, low to high
        ref,     // the key of a row of another sheet
        refs,    // several keys, separated by spaces
        day,     // 2022-12-02
        date,    // partial or open: 2022, 2022-12, 2019-08-26/2019-08-28, 2022-12-02/..
        time,    // 09:08
        choice,  // one of words
        flag,    // yes or empty
        url,     // http(s) address
    };

    std::string name;
    Kind kind = word;
    bool required = false;
    std::string to;                  // ref, refs: the other sheet
    std::vector<std::string> words;  // choice
    std::int64_t low = 0;
    std::int64_t high = 100'000;

    bool is_text() const { return kind == text || kind == lines; }
    Column needed() &&
    {
        required = true;
        return std::move(*this);
    }
};

// What a cell holds: nothing, a text, a number, or plain words (keys, dates, times, choices).
using Cell = std::variant<std::monostate, Text, std::int64_t, std::string>;

struct Row {
    std::string key;
    std::vector<Cell> cells;  // one for each column of the sheet, in its order

    bool operator==(const Row&) const = default;
};

struct Sheet;

// What no single column can say, such as an end before its start. The Refusal names the column to
// mend. It is asked when every column it looks at could be read, whatever else the row holds.
struct Rule {
    std::vector<std::string> columns;
    std::function<Allowed(const Sheet&, const Row&)> holds;
};

struct Sheet {
    enum Scope {
        itself,  // the forum's own row
        server,  // the directory, shared by all forums of the server
        forum,   // rows of one forum
    };

    std::string name;   // "cities": cities.csv
    std::string table;  // "city"
    Scope scope = forum;
    Sentence title;  // "Cities"
    Sentence about;  // one sentence for whoever fills it in
    std::vector<Column> columns;
    std::vector<Rule> rules;

    // Where `column` stands; a Bug when there is none.
    std::size_t at(std::string_view column) const;
    const std::string& words(const Row& row, std::string_view column) const;  // empty when none
    const Text& text(const Row& row, std::string_view column) const;
    std::optional<std::int64_t> number(const Row& row, std::string_view column) const;
};

// Every sheet, referred-to ones first; "forum" comes after the directory.
const std::vector<Sheet>& all_sheets();
const Sheet* find_sheet(std::string_view name);
const Sheet& sheet_named(std::string_view name);

// What a column and a choice are called for people: "Speaker's minutes", "courtesy call".
Sentence label_of(std::string_view column);
Sentence label_of_choice(std::string_view word);

// Checks one value of a column and gives the cell it becomes; empty words give an empty cell. The
// digits of every script are taken in numbers, dates and times, and kept as 0-9.
Result<Cell> read_cell(const Column& column, std::string_view words);

// The words of a cell as they stand in a file; for text columns empty.
std::string cell_words(const Cell& cell);

// Whole-row checks: key, required cells and the sheet's own rules. One Refusal a column, and none
// for the columns of `unreadable`, whose cells are empty because of what was refused before.
std::vector<Refusal> check_row(const Sheet& sheet, const Row& row,
                               const std::set<std::string>& unreadable = {});

}  // namespace sala::sheet
