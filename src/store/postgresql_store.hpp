// SPDX-License-Identifier: Apache-2.0
//
// A store in a PostgreSQL database, for when one machine is too small.

#pragma once

#include "store/change_listener.hpp"
#include "store/engine_store.hpp"

namespace sala::store {

// The rows of a database as a backup in `file`; `steps` are those of this program.
void back_up_postgresql(const std::string& address, const std::string& file,
                        std::span<const Step> steps);

class PostgresqlStore : public EngineStore {
public:
    explicit PostgresqlStore(const std::string& address);
    ~PostgresqlStore() override;

    void back_up(const std::string& file) override;
    void when_others_write(std::function<void()> told) override;
    bool is_sqlite() const override { return false; }

protected:
    std::unique_ptr<Connection> new_reader() override;
    std::unique_ptr<Connection> new_writer() override;

private:
    void others_wrote();

    std::mutex told_mutex_;
    std::function<void()> told_;
    std::unique_ptr<ChangeListener> listener_;
};

}  // namespace sala::store
