// SPDX-License-Identifier: Apache-2.0
//
// What a row was and what it became, by whom and when: one revision for every change, never changed
// afterwards. History, undo and the conflicts of an import are read from these.

#pragma once

#include "base/instant.hpp"
#include "sheet/sheet.hpp"
#include "store/session.hpp"

#include <map>
#include <optional>
#include <vector>

namespace sala::sheet {

enum class Origin { import, edit, undo };

// Who changes rows, and when: goes into every revision.
struct Change {
    std::int64_t forum = 0;
    Origin origin = Origin::edit;
    std::optional<std::int64_t> login;
    Instant at;
    Numbering* numbering = nullptr;
};

struct Revised {
    std::int64_t row_id = 0;
    std::int64_t version = 0;
    const Row* was = nullptr;     // nothing: the row is new
    const Row* became = nullptr;  // nothing: the row was taken away
};
void keep_revision(store::Session& session, const Sheet& sheet, const Revised& revised,
                   const Change& change);

// The newest edit in a browser of any row this forum lists; 0 when there was none. Export writes
// it, import compares it: a row edited later is a conflict.
std::int64_t newest_edit(store::Session& session, std::int64_t forum);
// When a row of the forum last became what it is: equal forums are exported as equal bytes.
Instant last_change(store::Session& session, std::int64_t forum);
// sheet -> row -> its newest edit: the forum's own rows, and every row of the directory.
using Edits = std::map<std::string, std::map<std::int64_t, std::int64_t>>;
Edits edits_for_import(store::Session& session, std::int64_t forum);

struct Revision {
    std::int64_t id = 0;
    std::int64_t version = 0;
    Origin origin = Origin::edit;
    std::string by;  // name of the login, empty for the command line
    Instant at;
    std::optional<Row> was;
    std::optional<Row> became;
};
std::vector<Revision> history_of(store::Session& session, const Sheet& sheet, std::int64_t row_id);

// A row as canonical JSON, the form in which revisions keep it.
std::string row_json(const Sheet& sheet, const Row& row);
std::optional<Row> read_row_json(const Sheet& sheet, const std::string& json);

}  // namespace sala::sheet
