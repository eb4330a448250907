// SPDX-License-Identifier: Apache-2.0
//
// The directory is shared by all forums of a server: whoever prepares one of them sees what public
// forums list and what their own do, and changes what no other forum lists. What a draft lists is
// nobody else's to read, and what several list is changed by whoever answers for all of them.

#pragma once

#include "sheet/row_store.hpp"

namespace sala::sheet {

// Who asks, by what they prepare.
struct Keeper {
    bool server = false;  // every forum, and rows that stand on no list
    std::vector<std::int64_t> forums = {};
};

// " AND ..." for a statement in which `t` is a row of this sheet of the directory: it stands on the
// list of this forum, of a public one or of one of the keeper's.
std::string on_open_list(const Sheet& sheet, std::int64_t forum, const Keeper& keeper);
bool is_open(store::Session& session, const Sheet& sheet, std::int64_t row, std::int64_t forum,
             const Keeper& keeper);

// A forum that lists a row as well.
struct Elsewhere {
    std::int64_t forum = 0;
    std::string slug;
    bool is_public = false;
};
// By row: the other forums that list it. Of one row, or of all that this forum lists or that
// `among` names. One statement.
using ListedElsewhere = std::map<std::int64_t, std::vector<Elsewhere>>;
ListedElsewhere listed_elsewhere(store::Session& session, const Sheet& sheet, std::int64_t forum,
                                 const std::vector<std::int64_t>& among);
// Those that the keeper does not prepare; public ones first.
std::vector<Elsewhere> of_others(const std::vector<Elsewhere>& forums, const Keeper& keeper);

// Refuses row-of-other-forums, naming one that is public when there is one. Rows of a forum's own
// sheets are its own.
Allowed may_change(store::Session& session, const Sheet& sheet, const StoredRow& row,
                   std::int64_t forum, const Keeper& keeper);

// keys_for, with what this keeper may look into beside the forum's own list and public ones.
Keys keys_for(store::Session& session, const Sheet& sheet, const Row& row, std::int64_t forum,
              const Keeper& keeper, std::vector<Refusal>& refusals);

}  // namespace sala::sheet
