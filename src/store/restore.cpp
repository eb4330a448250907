// SPDX-License-Identifier: Apache-2.0

#include "store/restore.hpp"

#include "store/copy_rows.hpp"
#include "store/faults.hpp"
#include "store/migration.hpp"
#include "store/postgresql_connection.hpp"
#include "store/postgresql_store.hpp"
#include "store/prepared_backup.hpp"
#include "store/seal.hpp"
#include "store/shape.hpp"
#include "store/sqlite_connection.hpp"
#include "store/sqlite_store.hpp"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

namespace sala::store {

namespace {

namespace fs = std::filesystem;

// A SQLite file that is removed when it was not given another name.
struct Passing {
    std::string file;
    ~Passing() { remove_sqlite_file(file); }
};

// Everybody may write into the folder for passing files, so the copy gets one that is ours alone.
class PassingFolder {
public:
    PassingFolder()
    {
        auto name = (fs::temp_directory_path() / "sala-restoring-XXXXXX").string();
        if (!::mkdtemp(name.data()))
            throw StoreFault("No passing folder can be made at " + name + ".", false);
        path_ = name;
    }
    ~PassingFolder()
    {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    PassingFolder(const PassingFolder&) = delete;
    PassingFolder& operator=(const PassingFolder&) = delete;
    std::string file(const char* name) const { return (path_ / name).string(); }

private:
    fs::path path_;
};

void rebuild_all(Connection& connection, std::span<const Rebuild> rebuilds)
{
    connection.begin_writing();
    try {
        for (const auto& rebuild : rebuilds)
            rebuild(connection);
        seal(connection);
        connection.commit({});
    } catch (...) {
        connection.roll_back();
        throw;
    }
}

// Leaves the log with nothing in it, so that the file alone is the whole store. A program that
// still has the store open would go on writing into the old file, so it must stop first.
void close_log_of(const std::string& file)
{
    try {
        SqliteConnection old(file, SqliteConnection::Mode::writing);
        old.execute("PRAGMA busy_timeout = 300");
        old.execute("PRAGMA journal_mode = DELETE");
    } catch (const StoreBusy&) {
        throw StoreFault("A program still has " + file + " open. Stop it, then restore.", false);
    } catch (const StoreFault& fault) {
        // Damaged, which may be why somebody restores. It is kept with its log as it is.
        spdlog::warn("What is replaced cannot be read: {}", fault.what());
    }
}

// What an earlier restore kept stays: after a wrong backup it is the only copy of what was there.
std::string free_name_before_restore(const std::string& file)
{
    const auto first = file + ".before-restore";
    auto name = first;
    for (int n = 2; fs::exists(name); ++n)
        name = fmt::format("{}-{}", first, n);
    return name;
}

std::string put_in_place(const std::string& prepared, const std::string& file)
{
    std::string kept;
    if (fs::exists(file)) {
        close_log_of(file);
        kept = free_name_before_restore(file);
        for (const auto* ending : {"-wal", "-journal"})
            if (fs::exists(file + ending))
                fs::rename(file + ending, kept + ending);
        fs::remove(file + "-shm");
        // A second name first, then one atomic step: at no moment is there no store.
        fs::create_hard_link(file, kept);
    }
    fs::rename(prepared, file);
    return kept;
}

Restored restore_sqlite(const std::string& file, const std::string& address, const Restoring& how,
                        std::span<const Step> steps)
{
    std::error_code none;
    if (fs::equivalent(file, address, none))
        throw StoreFault("The backup is the store itself: " + file, false);
    const Passing prepared{address + ".restoring"};
    auto wrong = prepare(file, prepared.file, how, steps);
    {
        SqliteConnection backup(prepared.file, SqliteConnection::Mode::writing);
        rebuild_all(backup, how.rebuilds);
        // From now on it is a store to work in, and no backup (store/backup_target.hpp).
        backup.execute("PRAGMA journal_mode = WAL");
    }
    try {
        return {put_in_place(prepared.file, address), std::move(wrong)};
    } catch (const fs::filesystem_error& error) {
        throw StoreFault(
            fmt::format("The store {} cannot be replaced: {}", address, error.code().message()),
            false);
    }
}

// Whoever has it open would go on with what it remembers, and hand out numbers again that the
// backup knows as taken. A program that was just stopped is waited for: its line takes a moment to
// go.
void refuse_while_open(Connection& to)
{
    constexpr int looks = 20;
    for (int look = 0; look < looks; ++look) {
        const auto others = to.find<std::int64_t>(
            "SELECT count(*)::bigint FROM pg_stat_activity WHERE datname = current_database() AND "
            "application_name = '" +
            std::string(application_name) + "' AND pid <> pg_backend_pid()");
        if (others && std::get<0>(*others) == 0)
            return;
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    throw StoreFault("A program of Sala still has this database open. Stop it, then restore.",
                     false);
}

// What is restored must arrive: a foreign trigger would swallow it, a missing table lose it.
void refuse_misfits(Connection& to, std::span<const Step> steps)
{
    std::vector<std::string> found;
    for (const auto& misfit : misfits_of(to, steps))
        if (misfit.acts)
            found.push_back(misfit.what);
    if (!found.empty())
        throw StoreFault("This database cannot take a backup; nothing was replaced. Restore into "
                         "an empty one." +
                             first_sentences(found),
                         false);
}

Restored restore_postgresql(const std::string& file, const std::string& address,
                            const Restoring& how, std::span<const Step> steps)
{
    const PassingFolder folder;
    const auto prepared = folder.file("backup.db");
    auto wrong = prepare(file, prepared, how, steps);
    SqliteConnection from(prepared, SqliteConnection::Mode::reading);
    from.begin_reading();
    PostgresqlConnection to(address);
    refuse_while_open(to);
    const auto behind = steps_behind(to, steps);
    std::string kept;
    if (behind > 0) {
        refuse_misfits(to, steps.first(behind));
        kept = free_name_before_restore(file);
        back_up_postgresql(address, kept, steps);
    }
    do_steps(to, steps, behind);
    replace_rows(from, to, how.rebuilds);
    return {kept, std::move(wrong)};
}

}  // namespace

Restored restore(const std::string& file, const std::string& address, const Restoring& how)
{
    return restore(file, address, how, embedded_under("migrations/"));
}

Restored restore(const std::string& file, const std::string& address, const Restoring& how,
                 std::span<const Embedded> files)
{
    const auto steps = steps_of(files);
    const bool postgresql =
        address.starts_with("postgresql://") || address.starts_with("postgres://");
    return postgresql ? restore_postgresql(file, address, how, steps)
                      : restore_sqlite(file, address, how, steps);
}

}  // namespace sala::store
