// SPDX-License-Identifier: Apache-2.0
//
// Which tables hold what people did. Each row that Sala writes into one of them is sealed
// (store/seal.hpp), so that whoever changes the record past Sala is found.
//
// Numbers, times and words that are nobody's secret are sealed for ever. What may be erased, as
// words of people may, is marked and has a salt of its own, so that nothing tells of it afterwards.

#pragma once

#include "store/session.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sala::store {

struct ActColumn {
    std::string name;
    Kind kind = Kind::integer;
    bool is_key = false;
    bool may_be_erased = false;
    bool says_how = false;  // how something was decided: approve, give-back
};

struct TableOfActs {
    std::string name;
    std::vector<ActColumn> columns;
    std::string column_list;  // "forum, id, step"
    std::string key_list;     // the same with nothing in place of what is no key
    std::vector<Kind> kinds;
    bool has_erasable = false;
};

// A column that comes later is added at the end of its table's: each seal says how many it is over.
const std::vector<TableOfActs>& tables_of_acts();
// Nothing when it is none.
const TableOfActs* table_of_acts(std::string_view name);

// A row that was written into a table of acts, in the order of its columns there.
struct WrittenAct {
    const TableOfActs* table;
    std::vector<Value> values;
    bool is_gone = false;  // it was deleted; its key is known
    bool is_new = false;   // nothing of it that may be erased was sealed before
};

// A statement that writes into a table of acts, so put that it answers the rows it wrote.
struct WritingOfActs {
    const TableOfActs* table = nullptr;
    bool deletes = false;
    bool inserts = false;  // and never writes over what is there
    std::string sql;
};
// Nothing for a statement that touches no such table, or none of the sealed columns.
std::optional<WritingOfActs> writing_of_acts(std::string_view sql);

}  // namespace sala::store
