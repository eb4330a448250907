// SPDX-License-Identifier: Apache-2.0

#include "store/session.hpp"

#include "base/result.hpp"

namespace sala::store {

std::vector<std::vector<Value>> Session::select_kinds(std::string_view sql,
                                                      std::span<const Value> values,
                                                      std::span<const Kind> kinds)
{
    std::vector<std::vector<Value>> rows;
    fetch(sql, values, kinds, [&](std::span<Value> row) {
        rows.emplace_back(std::make_move_iterator(row.begin()), std::make_move_iterator(row.end()));
    });
    return rows;
}

void Session::null_in_column()
{
    throw Fault("The store holds nothing where the program expects a value.");
}

}  // namespace sala::store
