// SPDX-License-Identifier: Apache-2.0
//
// A backup before it takes the place of a store: copied, looked through, and brought to the version
// of this program, so that what replaces nothing harms nothing.

#pragma once

#include "store/migration.hpp"
#include "store/restore.hpp"

#include <span>
#include <string>
#include <vector>

namespace sala::store {

// Copies the backup to `place`. Answers what is not well with it and may be restored nevertheless.
// Throws StoreFault when the backup is damaged, newer, made otherwise or cannot be read.
std::vector<std::string> prepare(const std::string& file, const std::string& place,
                                 const Restoring& how, std::span<const Step> steps);

// Each with a space before it; too many would be read by nobody.
std::string first_sentences(const std::vector<std::string>& sentences);

}  // namespace sala::store
