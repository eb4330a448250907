// SPDX-License-Identifier: Apache-2.0
//
// :names in SQL, turned into what PostgreSQL wants and counted for both engines.

#pragma once

#include "store/connection.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sala::store {

struct Placed {
    std::string sql;
    // Which of the given values is bound first, second ...; a name that stands twice is one value.
    std::vector<std::size_t> order;
};

// PostgreSQL cannot always guess what $1 is, so each carries its type: $1::bigint; NULL is written
// into the SQL. Throws Fault when there are more or fewer values than names.
Placed placed(std::string_view sql, std::span<const Value> values, Engine engine);

}  // namespace sala::store
