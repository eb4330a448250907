// SPDX-License-Identifier: Apache-2.0

#include "store/session.hpp"

#include "base/result.hpp"

namespace sala::store {

Value kept(const ValueView& seen)
{
    if (const auto* text = std::get_if<std::string_view>(&seen))
        return std::string(*text);
    if (const auto* integer = std::get_if<std::int64_t>(&seen))
        return *integer;
    if (const auto* real = std::get_if<double>(&seen))
        return *real;
    return Null{};
}

std::vector<std::vector<Value>> Session::select_kinds(std::string_view sql,
                                                      std::span<const Value> values,
                                                      std::span<const Kind> kinds)
{
    std::vector<std::vector<Value>> rows;
    each_kinds(sql, values, kinds, [&](std::span<const ValueView> row) {
        auto& values_of_row = rows.emplace_back();
        values_of_row.reserve(row.size());
        for (const auto& seen : row)
            values_of_row.push_back(kept(seen));
    });
    return rows;
}

void Session::null_in_column()
{
    throw Fault("The store holds nothing where the program expects a value.");
}

}  // namespace sala::store
