// SPDX-License-Identifier: Apache-2.0
//
// A line to a PostgreSQL database.

#pragma once

#include "store/connection.hpp"

#include <memory>
#include <string>

namespace sala::store {

// The change channel: every committed write tells its program's name on it.
inline constexpr const char* change_channel = "sala_change";

// What a line of ours says that it is, unless its address says something else.
inline constexpr const char* application_name = "sala";

class PostgresqlConnection : public Connection {
public:
    // `address` is postgresql://user:password@host:port/name, which libpq reads itself.
    // Throws ConnectionLost when there is no server, StoreFault when the database is unfit.
    explicit PostgresqlConnection(const std::string& address);
    ~PostgresqlConnection() override;

    Engine engine() const override { return Engine::postgresql; }
    void begin_reading() override;
    void begin_writing() override;
    void commit(std::string_view news) override;
    void roll_back() noexcept override;
    void execute(const std::string& sql) override;
    bool is_alive() const override;
    void each_row(const Table& table, const std::function<void(std::span<Value>)>& take) override;
    std::unique_ptr<RowSink> sink(const Table& table) override;

private:
    struct Soci;
    void refuse_unfit_database();

    std::unique_ptr<Soci> soci_;
    int cursors_ = 0;
};

}  // namespace sala::store
