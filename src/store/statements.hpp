// SPDX-License-Identifier: Apache-2.0
//
// The statements one connection has prepared, kept so that the same question is asked faster.

#pragma once

#include "store/connection.hpp"

namespace sala::store {

constexpr std::size_t statements_kept = 300;

class Statements {
public:
    using Take = void (*)(void*, std::span<const ValueView>);

    virtual ~Statements() = default;
    // Both throw a StoreFault; the statement that failed is prepared anew next time.
    virtual void fetch(std::string_view sql, std::span<const Value> values,
                       std::span<const Kind> kinds, void* context, Take take) = 0;
    virtual std::int64_t run(std::string_view sql, std::span<const Value> values) = 0;
    // The tables changed.
    virtual void clear() = 0;
};

// What one engine keeps and the other refuses is a Fault on both.
void refuse_what_cannot_be_kept(const Value& value);

}  // namespace sala::store
