// SPDX-License-Identifier: Apache-2.0
//
// Prepared statements of PostgreSQL, through SOCI.

#pragma once

#include "store/statements.hpp"

#include <memory>
#include <string>
#include <unordered_map>

namespace soci {
class session;
}

namespace sala::store {

class PostgresqlStatements : public Statements {
public:
    explicit PostgresqlStatements(soci::session& session);
    ~PostgresqlStatements() override;

    void fetch(std::string_view sql, std::span<const Value> values, std::span<const Kind> kinds,
               void* context, Take take) override;
    std::int64_t run(std::string_view sql, std::span<const Value> values) override;
    void clear() override;

private:
    struct Prepared;

    Prepared& prepared(std::string_view sql, std::span<const Value> values,
                       std::span<const Kind> kinds);
    void make_room();
    void forget();
    [[noreturn]] void fail(std::string_view sql);

    soci::session& session_;
    std::string key_;  // of the statement in hand; a member so that it is not allocated each time
    std::unordered_map<std::string, std::unique_ptr<Prepared>> statements_;
    std::int64_t uses_ = 0;
};

}  // namespace sala::store
