// SPDX-License-Identifier: Apache-2.0
//
// What the commands about backups say of one that is not well, and what they do with it.

#include "app/commands.hpp"
#include "app/program.hpp"
#include "document/temporary_folder.hpp"
#include "programme/open_forum.hpp"
#include "stage_store.hpp"
#include "store/shape.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace sala;

namespace {

namespace fs = std::filesystem;

void run(const std::string& file, const std::string& sql)
{
    store::Store::open(file)->write([&](store::Session& session) {
        session.run(sql);
        return true;
    });
}

// A backup of a forum that was opened from its sample.
struct Backup {
    document::TemporaryFolder folder;
    std::string store = folder / "store.db";
    std::string file = folder / "backup.db";
    std::string other = folder / "other.db";

    Backup()
    {
        {
            const app::Program program(store);
            program.store->write([&](store::Session& session) {
                const auto files =
                    sheet::read_folder(std::string(SALA_SOURCE) + "/samples/bangkok-2019");
                return programme::open_from_files(session, files, 0,
                                                  {.at = app::clock_now(),
                                                   .numbering = program.numbering.get(),
                                                   .keeper = {.server = true}})
                    .problems.empty();
            });
        }
        REQUIRE(app::back_up(store, file, false) == 0);
    }
};

}  // namespace

TEST_CASE("a backup in which a release or a text cannot be read replaces nothing")
{
    const Backup backup;
    std::string says;
    SUBCASE("a release")
    {
        run(backup.file, "UPDATE release SET programme = substr(programme, 60)");
        says = "Release 1 of bangkok-2019 cannot be read.";
    }
    SUBCASE("a text")
    {
        run(backup.file, "UPDATE city SET name = 'Phnom Penh' WHERE key = 'phnom-penh'");
        says = "cities phnom-penh: the text in name cannot be read.";
    }
    CHECK_THROWS_WITH_AS(app::restore(backup.file, backup.other),
                         ("The backup " + backup.file +
                          " cannot be read in one place; nothing was replaced. " + says)
                             .c_str(),
                         store::StoreFault);
    CHECK_FALSE(fs::exists(backup.other));
    CHECK_FALSE(fs::exists(backup.other + ".restoring"));
}

TEST_CASE("what was changed past Sala is restored, and the check of it still says so")
{
    const Backup backup;
    run(backup.file, "UPDATE sealed SET salt = 'x' WHERE number = 1");
    CHECK(app::restore(backup.file, backup.other) == 0);
    CHECK(app::check(backup.other, "") == 1);
    CHECK(app::check(backup.store, "") == 0);
}

TEST_CASE("with a trigger of somebody else's a store is neither opened nor called well")
{
    const Backup backup;
    run(backup.store, "CREATE TRIGGER t BEFORE INSERT ON role_withdrawal BEGIN SELECT "
                      "raise(ignore); END");
    CHECK(app::check(backup.store, "") == 1);
    CHECK(app::back_up(backup.store, backup.file, false) == 1);
    CHECK_THROWS_WITH_AS(app::Program{backup.store},
                         doctest::Contains("Take it out: DROP TRIGGER \"t\";"), store::StoreFault);
    run(backup.store, "DROP TRIGGER t");
    CHECK(app::check(backup.store, "") == 0);
    CHECK(app::back_up(backup.store, backup.file, false) == 0);
}

TEST_CASE("a store with a view of somebody else's is opened, and its backup is told to be refused")
{
    const Backup backup;
    run(backup.store, "CREATE VIEW spy AS SELECT name FROM login");
    CHECK_NOTHROW(app::Program{backup.store});
    CHECK(app::check(backup.store, "") == 1);
    CHECK(app::back_up(backup.store, backup.file, false) == 1);
    CHECK_THROWS_WITH_AS(app::restore(backup.file, backup.other),
                         doctest::Contains("The store holds a view spy that is not Sala's."),
                         store::StoreFault);
}
