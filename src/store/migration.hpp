// SPDX-License-Identifier: Apache-2.0
//
// The steps that bring a store from one version to the next: forward only, none left out.

#pragma once

#include "base/embedded.hpp"
#include "store/connection.hpp"

#include <span>
#include <string>
#include <vector>

namespace sala::store {

struct Step {
    std::int64_t number;  // 1, 2, 3 ...
    std::string name;     // "0001_store"
    std::string_view script;

    std::string four_digits() const;
};

// Throws StoreFault when a name is not NNNN_what.sql, or when a number is missing or twice there.
std::vector<Step> steps_of(std::span<const Embedded> files);

// How many steps the store has behind it; 0 when it holds nothing at all. Throws StoreFault when
// it is newer than `steps`, holds something that is not Sala's, or its versions have a gap.
std::size_t steps_behind(Connection& connection, std::span<const Step> steps);

// Does the steps from `behind` on, each in a transaction of its own, and seals nothing: what is
// sealed are the tables of the newest step, and an older store has others.
void lay_tables(Connection& connection, std::span<const Step> steps, std::size_t behind);

// The same, up to the newest step, and seals what no seal knows yet.
void do_steps(Connection& connection, std::span<const Step> steps, std::size_t behind);

// One sentence for each thing that is wrong with the versions in the store.
std::vector<std::string> wrong_versions(Session& session);

}  // namespace sala::store
