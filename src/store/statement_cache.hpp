// SPDX-License-Identifier: Apache-2.0
//
// The statements one connection has prepared, kept so that the same question is asked faster.

#pragma once

#include "store/connection.hpp"

#include <memory>
#include <string>
#include <unordered_map>

namespace soci {
class session;
}

namespace sala::store {

class StatementCache {
public:
    StatementCache(soci::session& session, Engine engine);
    ~StatementCache();

    using Take = void (*)(void*, std::span<Value>);
    void fetch(std::string_view sql, std::span<const Value> values, std::span<const Kind> kinds,
               void* context, Take take);
    std::int64_t run(std::string_view sql, std::span<const Value> values);
    void clear();

private:
    struct Prepared;

    Prepared& prepared(std::string_view sql, std::span<const Value> values,
                       std::span<const Kind> kinds);
    void make_room();
    void forget();
    [[noreturn]] void fail(std::string_view sql);

    soci::session& session_;
    Engine engine_;
    std::string key_;  // of the statement in hand; a member so that it is not allocated each time
    std::unordered_map<std::string, std::unique_ptr<Prepared>> statements_;
    std::int64_t uses_ = 0;
};

}  // namespace sala::store
