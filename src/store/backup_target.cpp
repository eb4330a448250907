// SPDX-License-Identifier: Apache-2.0

#include "store/backup_target.hpp"

#include "store/faults.hpp"
#include "store/sqlite_connection.hpp"

#include <array>
#include <filesystem>
#include <fstream>

namespace sala::store {

namespace {

namespace fs = std::filesystem;

// https://www.sqlite.org/fileformat.html: sixteen bytes of name, and at 18 how it is written to.
constexpr std::string_view sqlite_name{"SQLite format 3\0", 16};
constexpr std::size_t version_at = 18;
constexpr char with_log = 2;

using Head = std::array<char, 20>;

Head head_of(const std::string& file)
{
    Head head{};
    std::ifstream(file, std::ios::binary).read(head.data(), head.size());
    return head;
}

[[noreturn]] void is_no_backup(const std::string& file)
{
    throw StoreFault(file + " is there already and is no backup of Sala. It stays as it is; name "
                            "another file.",
                     false);
}

// Whoever has a store open keeps a shared lock on it for as long.
void refuse_open(const std::string& file)
{
    try {
        SqliteConnection other(file, SqliteConnection::Mode::writing);
        other.execute("PRAGMA busy_timeout = 300");
        other.execute("PRAGMA locking_mode = EXCLUSIVE");
        if (!other.find<std::string>("SELECT name FROM sqlite_schema WHERE name = 'migration'"))
            is_no_backup(file);
        other.execute("BEGIN EXCLUSIVE");
        other.execute("ROLLBACK");
    } catch (const StoreBusy&) {
        throw StoreFault("A program has " + file +
                             " open: it is a store that is at work. Name another file.",
                         false);
    } catch (const NotAStore&) {
        is_no_backup(file);
    }
}

}  // namespace

void refuse_to_replace(const std::string& file, Over over)
{
    std::error_code none;
    if (!fs::exists(file, none))
        return;
    const auto head = head_of(file);
    if (!fs::is_regular_file(file, none) ||
        std::string_view(head.data(), sqlite_name.size()) != sqlite_name)
        is_no_backup(file);
    const bool worked_in = head[version_at] == with_log;
    if (worked_in && over != Over::any_store)
        throw StoreFault(file + " is a store that somebody worked in, not a backup. Name another "
                                "file, or add --replace if it may go.",
                         false);
    refuse_open(file);
}

}  // namespace sala::store
