// SPDX-License-Identifier: Apache-2.0
//
// The salts of what may be erased. Each stands beside the seals as long as the words do, and goes
// with them: from the digest alone nobody can find out what they were.

#pragma once

#include "store/tables_of_acts.hpp"

#include <map>
#include <optional>
#include <string>

namespace sala::store {

// What becomes of salts in one seal, kept together so that a letter to thousands is few statements.
class Salts {
public:
    // A new one for a row that holds what may be erased; empty, and the old one gone, for another.
    std::string next_for(const WrittenAct& act, const std::string& key);
    void keep(Session& session) const;

private:
    std::map<std::pair<std::string, std::string>, std::optional<std::string>> by_row_;
};

}  // namespace sala::store
