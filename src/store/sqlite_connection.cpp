// SPDX-License-Identifier: Apache-2.0

#include "store/sqlite_connection.hpp"

#include "store/faults.hpp"
#include "store/sqlite_statements.hpp"

#include <filesystem>

#include <fcntl.h>
#include <spdlog/spdlog.h>
#include <sqlite3.h>
#include <unistd.h>

namespace sala::store {

namespace {

constexpr int busy_milliseconds_max = 10'000;

// Each connection works for one thread at a time (EngineStore sees to it), so SQLite need not lock
// it, nor count its memory under one lock for the whole program. Must come before the first file.
void set_up_library()
{
    static const bool done = [] {
        sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        return true;
    }();
    static_cast<void>(done);
}

// A store holds personal data: only its owner reads it. SQLite gives its log the same rights.
void make_file(const std::string& file)
{
    const int made = ::open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (made >= 0)
        ::close(made);
}

sqlite3* opened(const std::string& file)
{
    const auto folder = std::filesystem::path(file).parent_path();
    if (!folder.empty() && !std::filesystem::is_directory(folder))
        throw StoreFault("There is no folder " + folder.string() + " for the store.", false);
    if (std::filesystem::is_directory(file))
        throw StoreFault(file + " is a folder, not a store.", false);
    // SQLite takes a file of one byte for an empty one (unixFileSize) and would write over it.
    std::error_code not_there;
    if (std::filesystem::file_size(file, not_there) == 1)
        throw NotAStore(file + " is not a store of Sala.", false, "a file of one byte");
    sqlite3* connection = nullptr;
    constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    if (sqlite3_open_v2(file.c_str(), &connection, flags, nullptr) == SQLITE_OK)
        return connection;
    const std::string complaint = connection ? sqlite3_errmsg(connection) : "no memory";
    sqlite3_close(connection);
    throw StoreFault("The store " + file +
                         " cannot be opened. Whoever runs Sala needs the "
                         "right to read and write it and its folder.",
                     false, complaint);
}

}  // namespace

std::string busy_timeout()
{
    return "PRAGMA busy_timeout = " + std::to_string(busy_milliseconds_max);
}

SqliteConnection::SqliteConnection(const std::string& file, Mode mode)
{
    set_up_library();
    if (mode == Mode::writing)
        make_file(file);
    file_.reset(opened(file));
    sqlite3_extended_result_codes(file_.get(), 1);
    sqlite3_busy_timeout(file_.get(), busy_milliseconds_max);
    statements_prepared_ = std::make_unique<SqliteStatements>(file_.get());
    try {
        execute("PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; "
                "PRAGMA cache_size = -8000;"
                "PRAGMA journal_size_limit = 67108864; PRAGMA temp_store = MEMORY;"
                "PRAGMA trusted_schema = OFF");
        // The first look at the file; something else than SQLite is noticed here.
        execute("SELECT count(*) FROM sqlite_master");
    } catch (const NotAStore& fault) {
        throw NotAStore(file + " is not a store of Sala.", false, fault.details);
    } catch (const StoreDamaged& fault) {
        throw StoreDamaged("The store " + file + " is damaged; restore a backup.", false,
                           fault.details);
    }
    if (mode == Mode::reading)
        execute("PRAGMA query_only = ON");
}

void SqliteConnection::Close::operator()(sqlite3* file) const { sqlite3_close(file); }

SqliteConnection::~SqliteConnection()
{
    statements_prepared_.reset();  // before the file they were prepared for
}

void SqliteConnection::execute(const std::string& sql)
{
    char* complaint = nullptr;
    sqlite3_exec(file_.get(), sql.c_str(), nullptr, nullptr, &complaint);
    if (!complaint)
        return;
    const std::string text(complaint);
    sqlite3_free(complaint);
    throw_sqlite_fault(sqlite3_extended_errcode(file_.get()), text, sql);
}

void SqliteConnection::begin_reading()
{
    statements_prepared_->run("BEGIN", {});
    begun(true);
}

void SqliteConnection::begin_writing()
{
    // A deferred transaction that writes later fails at once when another has written meanwhile.
    execute("BEGIN IMMEDIATE");
    begun(false);
}

void SqliteConnection::commit(std::string_view) { execute("COMMIT"); }

void SqliteConnection::roll_back() noexcept
{
    // A full disk makes SQLite roll back by itself.
    if (!is_in_transaction())
        return;
    try {
        statements_prepared_->run("ROLLBACK", {});
    } catch (const Fault& fault) {
        // What was not committed is gone with the connection.
        spdlog::warn("A transaction could not be rolled back: {}", fault.what());
    }
}

void SqliteConnection::begin_part()
{
    execute("SAVEPOINT part");
    begun(false);
}

// References are looked at when the transaction commits, too late to say whose part is wrong.
void SqliteConnection::keep_part()
{
    int dangling = 0;
    int most = 0;
    sqlite3_db_status(file_.get(), SQLITE_DBSTATUS_DEFERRED_FKS, &dangling, &most, 0);
    if (dangling != 0)
        throw Dangling("FOREIGN KEY constraint failed");
    execute("RELEASE part");
}

void SqliteConnection::drop_part() { execute("ROLLBACK TO part; RELEASE part"); }

bool SqliteConnection::is_in_transaction() const
{
    return sqlite3_get_autocommit(file_.get()) == 0;
}

void SqliteConnection::copy_to(const std::string& file)
{
    SqliteConnection target(file, Mode::writing);
    auto* backup = sqlite3_backup_init(target.file_.get(), "main", file_.get(), "main");
    if (!backup)
        throw_sqlite_fault(sqlite3_extended_errcode(target.file_.get()),
                           sqlite3_errmsg(target.file_.get()), "backup");
    // All pages in one step: one snapshot, and writers do not wait for readers.
    sqlite3_backup_step(backup, -1);
    const int result = sqlite3_backup_finish(backup);
    if (result != SQLITE_OK)
        throw_sqlite_fault(result, sqlite3_errstr(result), "backup");
    target.execute("PRAGMA journal_mode = DELETE");
}

}  // namespace sala::store
