// SPDX-License-Identifier: Apache-2.0
//
// A small forum as files, Porto 2031, and a store into which they are imported: what the tests of
// sheets change, send in, and look at afterwards.

#pragma once

#include "document/files.hpp"
#include "sheet/import.hpp"
#include "stage_store.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace doctest {

template <>
struct StringMaker<std::vector<std::string>> {
    static String convert(const std::vector<std::string>& words)
    {
        return fmt::format("{}", fmt::join(words, "\n")).c_str();
    }
};

}  // namespace doctest

namespace sala::sheet {

using Files = std::map<std::string, std::string>;
using Words = std::vector<std::string>;
using Rows = std::vector<Row>;

inline Files porto()
{
    return {
        {"forum.toml", "slug = \"porto-2031\"\n"
                       "title_en = \"Porto 2031\"\n"
                       "date = \"2031-05-01/2031-05-02\"\n"
                       "time_zone = \"Europe/Lisbon\"\n"
                       "city = \"porto\"\n"
                       "minutes = 7\n"},
        {"countries.csv", "key,code,name_en,name_th\npt,PT,Portugal,โปรตุเกส\ngh,GH,Ghana,กานา\n"},
        {"cities.csv", "key,country,kind,name_en,name_th\nporto,pt,city,Porto,ปอร์โต\n"
                       "accra,gh,capital,Accra,อักกรา\n"},
        {"venues.csv", "key,city,name_en\nquay,porto,The quay\n"},
        {"rooms.csv", "key,venue,capacity,name_en\ntilia,quay,200,Tilia\nacer,quay,80,Acer\n"
                      "salix,quay,40,Salix\n"},
    };
}

inline FilesRead read(const Files& files)
{
    const document::Folder folder;
    for (const auto& [name, bytes] : files)
        document::write_file(folder / name, bytes);
    return read_folder(folder / "");
}

// How rapidcheck prints a row.
inline void showValue(const Row& row, std::ostream& out)
{
    out << row.key;
    for (const auto& cell : row.cells) {
        const auto* text = std::get_if<Text>(&cell);
        out << " | " << (text ? text->canonical_json() : cell_words(cell));
    }
}

// "rooms 3 capacity not-a-number: “many” is not a whole number. ..."
inline std::string line_of(const Problem& problem)
{
    return fmt::format("{} {} {} {}: {}", problem.sheet, problem.line,
                       problem.column.empty() ? "-" : problem.column, problem.code,
                       problem.sentence.english());
}

inline Words lines_of(const std::vector<Problem>& problems)
{
    Words lines;
    for (const auto& problem : problems)
        lines.push_back(line_of(problem));
    return lines;
}

// "rooms/tilia", and of a changed row "rooms/tilia: capacity name".
inline Words names_of(const std::vector<RowName>& rows)
{
    Words names;
    for (const auto& row : rows) {
        names.push_back(row.sheet + "/" + row.key);
        for (std::size_t i = 0; i < row.columns.size(); ++i)
            names.back() += (i == 0 ? ": " : " ") + row.columns[i];
    }
    return names;
}

// Every table of the store with its number of rows.
inline std::map<std::string, std::int64_t> rows_of_tables(store::Store& store)
{
    std::map<std::string, std::int64_t> rows;
    store.read([&](store::Session& session) {
        const auto tables = session.select<std::string>(
            store.is_sqlite() ? "SELECT name FROM sqlite_master WHERE type = 'table'"
                              : "SELECT CAST(table_name AS TEXT) FROM information_schema.tables "
                                "WHERE table_schema = 'public'");
        for (const auto& [table] : tables)
            rows[table] =
                std::get<0>(*session.find<std::int64_t>("SELECT COUNT(*) FROM \"" + table + "\""));
    });
    return rows;
}

struct Came {
    ImportOutcome outcome;
    Words problems;
};

class Archive {
public:
    Came imports(const FilesRead& files, bool prune = false, const std::string& into = "")
    {
        Came came;
        store_->write([&](store::Session& session) {
            auto problems = files.problems;
            const auto forum = into.empty() ? 0 : forum_id(session, into).value();
            came.outcome = import_files(session, files.files, forum,
                                        {prune, {}, now_, &numbering_, {.server = true}}, problems);
            came.problems = lines_of(problems);
            return problems.empty();
        });
        return came;
    }
    Came imports(const Files& files, bool prune = false) { return imports(read(files), prune); }

    ForumFiles exported(const std::string& slug = "porto-2031")
    {
        ForumFiles files;
        store_->read([&](store::Session& session) {
            files = export_files(session, forum_id(session, slug).value());
        });
        return files;
    }
    Files folder(const std::string& slug = "porto-2031") { return folder_files(exported(slug)); }

    // As somebody at a form does it.
    void edits(const std::string& sheet, const std::string& key, const std::string& column,
               const Cell& cell)
    {
        store_->write([&](store::Session& session) {
            const auto& kind = sheet_named(sheet);
            const auto forum = forum_id(session, "porto-2031").value();
            const auto was = find_row(session, kind, forum, key).value();
            auto row = was.row;
            row.cells[kind.at(column)] = cell;
            std::vector<Refusal> refusals;
            const auto keys = keys_for(session, kind, row, forum, refusals);
            update_row(session, kind, was, row, keys, {forum, Origin::edit, {}, now_, &numbering_});
            return refusals.empty();
        });
    }

    void takes_away(const std::string& sheet, const std::string& key)
    {
        store_->write([&](store::Session& session) {
            const auto& kind = sheet_named(sheet);
            const auto forum = forum_id(session, "porto-2031").value();
            remove_row(session, kind, find_row(session, kind, forum, key).value(),
                       {forum, Origin::edit, {}, now_, &numbering_});
            return true;
        });
    }

    Words keys_of(const std::string& sheet)
    {
        Words keys;
        const auto files = exported();
        for (const auto& line : files.sheets.at(sheet))
            keys.push_back(line.row.key);
        return keys;
    }

    std::map<std::string, std::int64_t> rows() { return rows_of_tables(*store_); }

    store::Store& store() { return *store_; }
    Numbering& numbering() { return numbering_; }

private:
    std::unique_ptr<store::Store> store_ = fresh_store();
    Numbering numbering_{1};
    Instant now_{1'900'000'000'000};
};

inline Files with_rooms(const std::string& bytes)
{
    auto files = porto();
    files["rooms.csv"] = bytes;
    return files;
}

// Porto, imported.
struct Opened : Archive {
    Opened() { REQUIRE(imports(porto()).problems == Words{}); }
};

}  // namespace sala::sheet
