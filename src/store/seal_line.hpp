// SPDX-License-Identifier: Apache-2.0
//
// One row in a seal: "badge_end<TAB>17/42<TAB>5<TAB>DIGEST", and a digest more when the row holds
// what may be erased. A row that is gone has 0 columns and no digest.

#pragma once

#include "store/tables_of_acts.hpp"

#include <span>
#include <string>
#include <string_view>

namespace sala::store {

struct SealLine {
    std::string_view table;
    std::string_view key;
    std::size_t columns = 0;  // how many of the table's, from the first; 0: the row is gone
    std::string_view digest;
    std::string_view erasable;  // the digest of what may be erased; empty when there is none
};

// "17/42": the columns of the key.
std::string key_of(const TableOfActs& table, std::span<const Value> values);
// Whether it holds anything that may be erased, in the first `columns` of the table.
bool holds_erasable(const TableOfActs& table, std::span<const Value> values, std::size_t columns);

enum class Part { firm, erasable };
// Over the first `columns` of the table, those of the part.
std::string digest_of(const TableOfActs& table, std::span<const Value> values, std::size_t columns,
                      Part part, std::string_view salt);

std::string written(const SealLine& line);
// The next line of `lines`, which becomes shorter.
SealLine next_line(std::string_view& lines);

std::string random_salt();
// 256 bits as letters.
std::string digest_of(std::string_view words);

}  // namespace sala::store
