// SPDX-License-Identifier: Apache-2.0
//
// A forum as files: a folder with forum.toml and CSV sheets, or the same sheets in one workbook.
//
// Reading never stops at the first mistake: everything that is wrong is listed with its sheet, row
// and column, so that a secretariat mends the sheets once. Writing is canonical: a forum that has
// not changed gives the same bytes.

#pragma once

#include "base/instant.hpp"
#include "sheet/sheet.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace sala::sheet {

// A sheet as it was read, before anything is understood.
struct RawSheet {
    std::string name;
    std::vector<std::string> header;
    struct Line {
        std::size_t number;  // in the file, counted from 1
        std::vector<std::string> cells;
    };
    std::vector<Line> lines;
    // Of forum.toml, in which every name has a line of its own: where each column stands.
    std::map<std::string, std::size_t> places = {};
    // Cells that hold what is no value, such as a formula: the number of the line, the column.
    std::map<std::pair<std::size_t, std::size_t>, Refusal> wrong = {};
};

struct Problem {
    std::string sheet;
    std::size_t line = 0;  // 0: the sheet as a whole
    std::string column;    // as it stands in the header; empty: the row as a whole
    std::string code;
    Sentence sentence;  // what is wrong and what would be right
};

// The names of the columns that were read of a sheet.
using Header = std::set<std::string, std::less<>>;

struct ForumFiles {
    struct Line {
        std::size_t number;
        Row row;
        std::map<std::string, std::size_t> places = {};  // of forum.toml

        // The line a problem of this column is on; 0 for a name that forum.toml lacks.
        std::size_t place_of(const std::string& column) const;
    };
    std::optional<Line> forum;  // absent when only some sheets were given
    std::int64_t revision = 0;  // the newest edit the exporter knew
    bool undated = false;       // a sheet by itself that does not say when it was exported
    std::map<std::string, std::vector<Line>, std::less<>> sheets;  // only those that were given
    // Given, but not to be read, or a key of them is not: whatever names a row of them may be
    // right.
    std::set<std::string, std::less<>> unreadable = {};
    // By sheet, "forum" among them: a row says nothing about a column that its file lacks. None for
    // sheets that no file brought: their rows are whole.
    std::map<std::string, Header, std::less<>> headers = {};
};

struct FilesRead {
    std::vector<RawSheet> raw;
    ForumFiles files;
    std::vector<Problem> problems;
    std::vector<std::string> not_read = {};  // what else lies in the folder
};

// Sheets that could not be read first; then sheet by sheet as they were read, and row by row: in
// the order in which people mend them.
void put_in_file_order(std::vector<Problem>& problems, const FilesRead& read);

// Fault when the folder cannot be read at all; what is wrong inside it becomes a Problem.
FilesRead read_folder(const std::string& path);
Result<FilesRead> read_workbook_bytes(const std::string& bytes);
// One sheet by itself; its name is the file's without extension.
Result<FilesRead> read_one_csv(const std::string& name, const std::string& bytes);
// Some files of a folder, as somebody sends them at once: "forum.toml", "rooms.csv". What is wrong
// with one of them is a Problem beside those of the others.
using NamedFiles = std::vector<std::pair<std::string, std::string>>;  // name, bytes
FilesRead read_named_files(const NamedFiles& files);

// The sheets of a forum as files of a folder: name -> bytes. Formulas are neutralised in them, and
// reading takes the apostrophe off again.
std::map<std::string, std::string> folder_files(const ForumFiles& files);
// Writes them. A sheet that this forum no longer has is taken out of the folder, so that importing
// the folder brings nothing back; files that are not named after our sheets stay.
void write_folder(const std::string& path, const ForumFiles& files);
Result<std::string> workbook_bytes(const ForumFiles& files, Instant made);

// The same sheets with every wrong cell marked and the sentence beside it, in the reader's words.
Result<std::string> annotated_workbook(const FilesRead& read,
                                       const std::function<std::string(const Sentence&)>& say,
                                       Instant made);

// Ends the column of a correction: "title_th_corrected".
inline constexpr std::string_view corrected_ending = "_corrected";

// Stands before the newest edit in the file name of a sheet by itself: "lyon-2030-rooms-r1234.csv".
inline constexpr std::string_view revision_mark = "-r";

// The columns of a sheet as they stand in a header row; `rows` decides which languages are there.
std::vector<std::string> header_of(const Sheet& sheet, const std::vector<const Row*>& rows);
std::vector<std::string> line_of(const Sheet& sheet, const Row& row,
                                 const std::vector<std::string>& header);

}  // namespace sala::sheet
