// SPDX-License-Identifier: Apache-2.0

#include "store/sqlite_connection.hpp"

#include "store/faults.hpp"
#include "store/statement_cache.hpp"

#include <filesystem>

#include <fcntl.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <unistd.h>

namespace sala::store {

using namespace sqlite_api;

struct SqliteConnection::Soci {
    soci::session session;
    sqlite3* file = nullptr;
};

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

void open_in(soci::session& session, const std::string& file)
{
    if (file.find('"') != std::string::npos)
        throw StoreFault("The name of the store's file must not contain a quote: " + file, false);
    const auto folder = std::filesystem::path(file).parent_path();
    if (!folder.empty() && !std::filesystem::is_directory(folder))
        throw StoreFault("There is no folder " + folder.string() + " for the store.", false);
    if (std::filesystem::is_directory(file))
        throw StoreFault(file + " is a folder, not a store.", false);
    try {
        session.open(soci::sqlite3, "dbname=\"" + file + "\"");
    } catch (const soci::soci_error& error) {
        throw StoreFault("The store " + file +
                             " cannot be opened. Whoever runs Sala needs the "
                             "right to read and write it and its folder.",
                         false, error.get_error_message());
    }
}

}  // namespace

SqliteConnection::SqliteConnection(const std::string& file, Mode mode)
    : soci_(std::make_unique<Soci>())
{
    set_up_library();
    if (mode == Mode::writing)
        make_file(file);
    open_in(soci_->session, file);
    soci_->file = static_cast<soci::sqlite3_session_backend*>(soci_->session.get_backend())->conn_;
    sqlite3_extended_result_codes(soci_->file, 1);
    sqlite3_busy_timeout(soci_->file, busy_milliseconds_max);
    statements_prepared_ = std::make_unique<StatementCache>(soci_->session, Engine::sqlite);
    try {
        execute("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -8000;"
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

SqliteConnection::~SqliteConnection()
{
    statements_prepared_.reset();  // before the session that prepared them
}

void SqliteConnection::execute(const std::string& sql)
{
    char* complaint = nullptr;
    sqlite3_exec(soci_->file, sql.c_str(), nullptr, nullptr, &complaint);
    if (!complaint)
        return;
    const std::string text(complaint);
    sqlite3_free(complaint);
    throw_sqlite_fault(sqlite3_extended_errcode(soci_->file), text, sql);
}

void SqliteConnection::begin_reading()
{
    execute("BEGIN");
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
    if (sqlite3_get_autocommit(soci_->file) == 0)
        sqlite3_exec(soci_->file, "ROLLBACK", nullptr, nullptr, nullptr);
}

void SqliteConnection::copy_to(const std::string& file)
{
    SqliteConnection target(file, Mode::writing);
    auto* backup = sqlite3_backup_init(target.soci_->file, "main", soci_->file, "main");
    if (!backup)
        throw_sqlite_fault(sqlite3_extended_errcode(target.soci_->file),
                           sqlite3_errmsg(target.soci_->file), "backup");
    // All pages in one step: one snapshot, and writers do not wait for readers.
    sqlite3_backup_step(backup, -1);
    const int result = sqlite3_backup_finish(backup);
    if (result != SQLITE_OK)
        throw_sqlite_fault(result, sqlite3_errstr(result), "backup");
    target.execute("PRAGMA journal_mode = DELETE");
}

}  // namespace sala::store
