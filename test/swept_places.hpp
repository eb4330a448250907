// SPDX-License-Identifier: Apache-2.0
//
// Databases of PostgreSQL that a test has left, swept for the next one. Making and dropping one
// takes a third of a second, and most tests need less; sweeping takes a few milliseconds.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sala {

class SweptPlaces {
public:
    // `pattern` is the address of the migrated database that all are copies of; `address_of` a
    // name's address.
    SweptPlaces(const std::string& pattern, std::string (*address_of)(const std::string& name));

    // A name that was left, with the rows of the pattern again. Nothing when there is none, or when
    // the test that left it changed more than rows.
    std::optional<std::string> take();
    void leave(std::string name) { left_.push_back(std::move(name)); }

    const std::vector<std::string>& left() const { return left_; }

private:
    bool sweep(const std::string& address) const;

    std::string (*address_of_)(const std::string& name);
    std::string shape_;                        // of the tables, indexes and rules
    std::map<std::string, std::string> rows_;  // of the pattern, by table, as COPY writes them
    std::vector<std::string> left_;
};

}  // namespace sala
