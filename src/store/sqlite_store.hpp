// SPDX-License-Identifier: Apache-2.0
//
// A store in one SQLite file: what every forum begins with.

#pragma once

#include "store/engine_store.hpp"

namespace sala::store {

class SqliteStore : public EngineStore {
public:
    explicit SqliteStore(const std::string& file);
    ~SqliteStore() override;

    void back_up(const std::string& file) override;
    void when_others_write(std::function<void()>) override {}
    bool is_sqlite() const override { return true; }

protected:
    std::unique_ptr<Connection> new_reader() override;
    std::unique_ptr<Connection> new_writer() override;
    void prepare_to_write(Connection& connection) override;
    void before_steps(Connection& connection, const Step& first) override;
    bool forget_the_way(Connection& connection) override;
};

// Copies the SQLite file `from` to `to`, which appears whole or not at all.
void copy_whole(const std::string& from, const std::string& to);

// Removes the file and what SQLite keeps beside it.
void remove_sqlite_file(const std::string& file);

}  // namespace sala::store
