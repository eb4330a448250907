// SPDX-License-Identifier: Apache-2.0
//
// The rows of sheets in the store. Every sheet is written here and nowhere else, and every change
// leaves a revision.

#pragma once

#include "sheet/revision.hpp"

namespace sala::sheet {

struct StoredRow {
    std::int64_t id = 0;
    std::int64_t version = 0;
    std::int64_t position = 0;
    Row row;
};

// A row while the statement stands on it: nothing of it is copied, and nothing outlives the call.
struct RowView {
    std::int64_t id = 0;
    std::int64_t version = 0;
    std::int64_t position = 0;
    std::string_view key;
    std::span<const store::ValueView> cells;  // one for each column; a text is its canonical JSON
};

// The rows of a sheet that a forum lists, as they come: their positions, then their ids, are their
// order. One statement; `look` may ask nothing of the session.
void each_row(store::Session& session, const Sheet& sheet, std::int64_t forum,
              const std::function<void(const RowView&)>& look);
// Copied, and in their order.
std::vector<StoredRow> rows_of(store::Session& session, const Sheet& sheet, std::int64_t forum);
// Those that `wanted` says yes to.
std::vector<StoredRow> rows_of(store::Session& session, const Sheet& sheet, std::int64_t forum,
                               const std::function<bool(const RowView&)>& wanted);
std::optional<StoredRow> find_row(store::Session& session, const Sheet& sheet, std::int64_t forum,
                                  const std::string& key);
// A directory row by its key, whether or not a forum lists it.
std::optional<StoredRow> find_on_server(store::Session& session, const Sheet& sheet,
                                        const std::string& key);

// Keys to ids, for references.
using Keys = std::map<std::string, std::map<std::string, std::int64_t>>;  // sheet -> key -> id

// References must be in `keys`. Answers the new row's id.
std::int64_t insert_row(store::Session& session, const Sheet& sheet, const Row& row,
                        std::int64_t position, const Keys& keys, const Change& change);
void update_row(store::Session& session, const Sheet& sheet, const StoredRow& was, const Row& row,
                const Keys& keys, const Change& change);
// Takes a row of a forum away; a row of the directory is only taken off the forum's list.
void remove_row(store::Session& session, const Sheet& sheet, const StoredRow& was,
                const Change& change);
void set_position(store::Session& session, const Sheet& sheet, std::int64_t forum, std::int64_t id,
                  std::int64_t position);
// Puts a directory row on the forum's list, at the end unless it is there already, and with it what
// it names. Whatever a row of the forum names is put there when that row is written.
void list_row(store::Session& session, const Sheet& sheet, std::int64_t forum, std::int64_t id);

// The keys that the references of `row` name, as far as they exist; and a Refusal for each that
// does not.
Keys keys_for(store::Session& session, const Sheet& sheet, const Row& row, std::int64_t forum,
              std::vector<Refusal>& refusals);

}  // namespace sala::sheet
