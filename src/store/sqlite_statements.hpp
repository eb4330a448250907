// SPDX-License-Identifier: Apache-2.0
//
// Prepared statements of SQLite, through its own C interface: a text is looked at where SQLite has
// it, and copied once, by who keeps it.

#pragma once

#include "store/statements.hpp"

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace sala::store {

class SqliteStatements : public Statements {
public:
    explicit SqliteStatements(sqlite3* file) : file_(file) {}

    void fetch(std::string_view sql, std::span<const Value> values, std::span<const Kind> kinds,
               void* context, Take take) override;
    std::int64_t run(std::string_view sql, std::span<const Value> values) override;
    void clear() override { prepared_.clear(); }

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    struct Prepared {
        std::unique_ptr<sqlite3_stmt, Finalize> statement;
        std::int64_t last_use = 0;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view sql) const
        {
            return std::hash<std::string_view>{}(sql);
        }
    };

    // Bound and ready to step. The values must live until it is reset.
    sqlite3_stmt* ready(std::string_view sql, std::span<const Value> values);
    Prepared prepare(std::string_view sql, std::span<const Value> values);
    void make_room();
    bool step(sqlite3_stmt* statement, std::string_view sql);
    [[noreturn]] void fail(std::string_view sql);

    sqlite3* file_;
    std::unordered_map<std::string, Prepared, Hash, std::equal_to<>> prepared_;
    std::int64_t uses_ = 0;
    std::vector<ValueView> row_;
};

}  // namespace sala::store
