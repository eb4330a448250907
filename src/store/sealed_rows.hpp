// SPDX-License-Identifier: Apache-2.0
//
// All seals of a store, read for who compares them with the tables; and the tables, read in pieces.

#pragma once

#include "store/tables_of_acts.hpp"

#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace sala::store {

// How a row was sealed last.
struct SealedRow {
    std::int64_t seal = 0;
    std::size_t columns = 0;  // 0: it is gone
    std::string digest;
    std::string erasable;
    bool is_there = false;  // noted by who compares
};
using SealedRows = std::unordered_map<std::string, SealedRow>;  // by key

struct Seals {
    std::map<std::string, SealedRows, std::less<>> rows;  // by table
    std::unordered_map<std::int64_t, std::string> salts;  // by number of the seal
    std::map<std::pair<std::string, std::string>, std::string> erasable_salts;  // by table and key
};

// `wrong` gets a sentence for each seal that does not fit the one before.
Seals read_seals(Session& session, std::vector<std::string>& wrong);

// The hash of a seal; seals are a chain.
std::string hash_of_seal(std::string_view before, std::int64_t number, std::string_view salt,
                         std::string_view lines);

// Whether a row is as it was sealed last.
bool is_as_sealed(const Seals& seals, const TableOfActs& table, std::span<const Value> row,
                  const SealedRow& sealed);

// Every row of a table of acts. `f` may ask the session.
void each_act(Session& session, const TableOfActs& table,
              const std::function<void(std::span<const Value>)>& f);

}  // namespace sala::store
