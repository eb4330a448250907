// SPDX-License-Identifier: Apache-2.0
//
// A line to a SQLite file.

#pragma once

#include "store/connection.hpp"

#include <memory>
#include <string>

struct sqlite3;

namespace sala::store {

// The statement that makes a connection wait for other programs.
std::string busy_timeout();

class SqliteConnection : public Connection {
public:
    enum class Mode { reading, writing };

    // Throws StoreFault when the file cannot be opened or is not SQLite. Opening changes nothing
    // in an existing file.
    SqliteConnection(const std::string& file, Mode mode);
    ~SqliteConnection() override;

    Engine engine() const override { return Engine::sqlite; }
    void begin_reading() override;
    void begin_writing() override;
    void commit(std::string_view news) override;
    void roll_back() noexcept override;
    void begin_part() override;
    void keep_part() override;
    void drop_part() override;
    bool is_in_transaction() const override;
    void execute(const std::string& sql) override;
    bool is_alive() const override { return true; }

    // Everything as it is at this moment, page by page, into a new file; others may write
    // meanwhile. Rowids stay as they are, which VACUUM INTO does not promise.
    void copy_to(const std::string& file);

private:
    struct Close {
        void operator()(sqlite3* file) const;
    };
    std::unique_ptr<sqlite3, Close> file_;
};

}  // namespace sala::store
