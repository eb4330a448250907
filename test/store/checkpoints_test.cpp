// SPDX-License-Identifier: Apache-2.0
//
// SQLite's log comes into its file beside the commits, and within one only when it is very long.

#include "stage_store.hpp"
#include "store/sqlite_checkpoints.hpp"
#include "store/sqlite_connection.hpp"

#include <filesystem>

#include <doctest/doctest.h>

using namespace sala;
using namespace sala::store;

namespace {

constexpr std::uintmax_t eight_million = 8'000'000;

// A file with a log that is told of by `told`, and eight megabytes in it.
struct Written {
    std::string file;
    SqliteConnection line;
    int pages = 0;

    Written(const std::string& name, bool within_the_commit)
        : file(test_folder() + "/" + name),
          line(file, SqliteConnection::Mode::writing)
    {
        line.find<std::string>("PRAGMA journal_mode = WAL");
        line.when_committed([this, within_the_commit](int all) {
            pages = all;
            return within_the_commit;
        });
        line.execute("CREATE TABLE paper (words BLOB)");
        line.execute("INSERT INTO paper VALUES (zeroblob(8000000))");
    }
    std::uintmax_t size() const { return std::filesystem::file_size(file); }
};

}  // namespace

TEST_CASE("a commit leaves its pages in the log, until they are brought over")
{
    Written written("log-stays.db", false);
    CHECK(written.pages > SqliteCheckpoints::pages_worth_it);
    CHECK(written.size() < eight_million);

    written.line.bring_log_over();

    CHECK(written.size() > eight_million);
}

TEST_CASE("a commit that is told to brings the log over itself")
{
    CHECK(Written("log-goes.db", true).size() > eight_million);
}

TEST_CASE("a commit has to wait only when the log is sixteen times as long as is worth the way")
{
    SqliteCheckpoints checkpoints(test_folder() + "/log-long.db");
    CHECK_FALSE(checkpoints.log_has(SqliteCheckpoints::pages_worth_it));
    CHECK_FALSE(checkpoints.log_has(SqliteCheckpoints::pages_at_most - 1));
    CHECK(
        checkpoints.log_has(SqliteCheckpoints::pages_at_most + SqliteCheckpoints::pages_worth_it));
    CHECK_FALSE(checkpoints.log_has(10));  // it began anew
    CHECK_FALSE(checkpoints.log_has(SqliteCheckpoints::pages_worth_it));
}
