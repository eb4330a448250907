// SPDX-License-Identifier: Apache-2.0
//
// What people did cannot be changed unnoticed: every commit seals the rows that it wrote into
// tables of acts (store/tables_of_acts.hpp), and `sala check` compares the tables with the seals.
//
// A seal has a line for each row: its table, its key and a salted digest of its columns. Seals are
// a chain: each one's hash is over its lines and the hash before. What may be erased has a digest
// of its own, whose salt is deleted with it. A row that the program changes or deletes, as the law
// or a rehearsal wants it, is sealed anew: the newest line of a row counts.

#pragma once

#include "store/tables_of_acts.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace sala::store {

class Connection;

// The newest seal: whoever has noted it finds out later whether anything before was changed, even
// by somebody who wrote the whole chain anew.
struct SealEnd {
    std::int64_t number = 0;
    std::string hash;
};
SealEnd seal_end(Session& session);
// Whether the seal of that number still has that hash; without a number, whether one has.
bool seal_holds(Session& session, const SealEnd& noted);

// What this change has written into tables of acts so far.
std::span<const WrittenAct> written_acts(const Session& session);
// Seals it; before each commit. Two statements, or none.
void seal(Connection& connection);

// A step of the store has said that rows are there which nothing has sealed (0032_sealed_acts.sql).
bool is_to_be_sealed(Connection& connection);
void seal_what_is_there(Connection& connection);

// A sentence for each seal and each row that is not as it was sealed (a store::Check).
void check_seals(Session& session, std::vector<std::string>& wrong);

}  // namespace sala::store
