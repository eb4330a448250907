// SPDX-License-Identifier: Apache-2.0

#include "store/sqlite_store.hpp"

#include "store/faults.hpp"
#include "store/sqlite_connection.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <thread>

#include <spdlog/spdlog.h>

namespace sala::store {

namespace {

// Two programs that start at once both want the file for themselves for this one step, and SQLite
// gives up at once instead of waiting (its busy timeout is not for this).
std::optional<std::tuple<std::string>> log_turned_on(Connection& connection)
{
    constexpr int tries_max = 200;
    for (int tries = 1;; ++tries) {
        try {
            return connection.find<std::string>("PRAGMA journal_mode = WAL");
        } catch (const StoreBusy&) {
            if (tries == tries_max)
                throw;
            std::this_thread::sleep_for(std::chrono::milliseconds(20 + tries % 7));
        }
    }
}

}  // namespace

SqliteStore::SqliteStore(const std::string& file) : EngineStore(file) { writer(); }

SqliteStore::~SqliteStore() { close(); }

std::unique_ptr<Connection> SqliteStore::new_reader()
{
    return std::make_unique<SqliteConnection>(address_, SqliteConnection::Mode::reading);
}

std::unique_ptr<Connection> SqliteStore::new_writer()
{
    return std::make_unique<SqliteConnection>(address_, SqliteConnection::Mode::writing);
}

// With the log, readers never wait for the writer. It is turned on here and not when the file is
// opened, because a file that turns out not to be ours stays untouched.
void SqliteStore::prepare_to_write(Connection& connection)
{
    const auto mode = log_turned_on(connection);
    if (!mode || std::get<0>(*mode) != "wal")
        throw StoreFault("The folder of " + address_ +
                             " cannot hold a store: SQLite cannot keep its write-ahead log there.",
                         false);
}

void SqliteStore::before_steps(Connection&, const Step& first)
{
    const auto copy = address_ + ".before-" + first.four_digits();
    copy_whole(address_, copy);
    spdlog::info("Copied the store to {} before step {}", copy, first.name);
}

// The log holds pages as they were before, until it is written over; of the file itself what is
// gone is written over with zeros (secure_delete). Nobody waits here for those who read from the
// log.
bool SqliteStore::forget_the_way(Connection& connection)
{
    try {
        connection.execute("PRAGMA busy_timeout = 0");
        const auto done = connection.find<std::int64_t, std::int64_t, std::int64_t>(
            "PRAGMA wal_checkpoint(TRUNCATE)");
        connection.execute(busy_timeout());
        return done && std::get<0>(*done) == 0;
    } catch (const std::exception& fault) {
        connection.execute(busy_timeout());
        spdlog::warn("The log of {} could not be emptied: {}", address_, fault.what());
        return false;
    }
}

void SqliteStore::back_up(const std::string& file)
{
    std::error_code none;
    if (std::filesystem::equivalent(file, address_, none))
        throw StoreFault("A backup cannot be the store itself: " + file, false);
    copy_whole(address_, file);
}

void copy_whole(const std::string& from, const std::string& to)
{
    const auto partial = to + ".partial";
    remove_sqlite_file(partial);
    try {
        SqliteConnection(from, SqliteConnection::Mode::reading).copy_to(partial);
        std::filesystem::rename(partial, to);
    } catch (const std::filesystem::filesystem_error& error) {
        remove_sqlite_file(partial);
        throw StoreFault("The copy " + to + " cannot be made: " + error.code().message(), false);
    } catch (...) {
        remove_sqlite_file(partial);
        throw;
    }
}

void remove_sqlite_file(const std::string& file)
{
    std::error_code ignored;
    for (const auto* ending : {"", "-wal", "-shm", "-journal"})
        std::filesystem::remove(file + ending, ignored);
}

}  // namespace sala::store
