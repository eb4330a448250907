// SPDX-License-Identifier: Apache-2.0
//
// What tables a store has, for those who treat them all alike: backup, restore and check.

#pragma once

#include "store/connection.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sala::store {

struct Column {
    std::string name;
    Kind kind;
};

struct Table {
    std::string name;
    std::vector<Column> columns;  // without generated ones

    std::vector<Kind> kinds() const;
};

// One reference of a table to another; the columns pairwise.
struct Reference {
    std::string name;
    std::string table;
    std::string other_table;
    std::vector<std::pair<std::string, std::string>> columns;
};

// Ordinary tables by name: no views, no virtual tables, nothing of the engine's own.
std::vector<std::string> table_names(Session& session, Engine engine);
std::vector<Table> tables_of(Session& session, Engine engine);

// The tables and columns that both have, with the kinds of the first.
std::vector<Table> in_both(const std::vector<Table>& first, const std::vector<Table>& second);

std::vector<Reference> references_on_postgresql(Session& session);

std::string quoted(std::string_view name);
std::string column_list(const Table& table);
std::string select_all(const Table& table);
std::string insert_into(const Table& table);

}  // namespace sala::store
