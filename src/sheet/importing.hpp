// SPDX-License-Identifier: Apache-2.0
//
// An import while it goes on, and what is looked at before a row goes in: that what it names is
// there, that it is whole, and that nobody changed it by hand since the sheets were exported.

#pragma once

#include "sheet/import.hpp"
#include "sheet/key_history.hpp"

namespace sala::sheet {

struct Importing {
    store::Session& session;
    const ForumFiles& files;
    Change change;
    bool prune;
    Keeper keeper;
    std::vector<Problem>& problems;
    ImportOutcome outcome = {};
    Keys keys = {};
    std::map<std::string, std::map<std::string, StoredRow>> held = {};  // sheet -> key -> row
    Edits edits = {};
    std::map<std::string, ListedElsewhere> elsewhere = {};  // by sheet of the directory
    std::set<std::string> partial = {};                     // sheets whose file lacks columns
    Removals removals = {};
    std::function<void(std::size_t, std::size_t)> progress = {};
    std::size_t done = 0;
    std::size_t of = 0;  // rows altogether

    void wrong(const Sheet& sheet, const ForumFiles::Line& line, std::string column,
               std::string code, Sentence sentence)
    {
        const auto place = line.place_of(column);
        problems.push_back(
            {sheet.name, place, std::move(column), std::move(code), std::move(sentence)});
    }
    void next_row()
    {
        if (progress)
            progress(++done, of);
    }
    void move(const Sheet& sheet, std::int64_t id, std::int64_t position, bool was_there)
    {
        outcome.moved += was_there ? 1 : 0;
        if (problems.empty())
            set_position(session, sheet, change.forum, id, position);
    }
};

// Says what is wrong where a row names what neither the files nor the forum's list have.
bool references_hold(Importing& importing, const Sheet& sheet, const ForumFiles::Line& line);

// The sheets of which a file was read that lacks some of their columns.
std::set<std::string> partial_sheets(const ForumFiles& files);
// The line with what its file does not say; whether it is a row still is looked at anew.
ForumFiles::Line with_what_stands(Importing& importing, const Sheet& sheet,
                                  const ForumFiles::Line& line, const StoredRow* stored);

bool edited_since_export(const Importing& importing, const Sheet& sheet, const StoredRow& stored);
// `stored`: the row of the directory, which stays there when it leaves a forum's list.
bool removed_since_export(const Importing& importing, const Sheet& sheet, const std::string& key,
                          const StoredRow* stored);

// The days of the files belong to the forum's own dates, if these say when it begins and ends.
void days_lie_within(Importing& importing, const std::vector<ForumFiles::Line>& lines);

}  // namespace sala::sheet
