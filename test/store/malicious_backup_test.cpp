// SPDX-License-Identifier: Apache-2.0
//
// A backup may come from anybody: one that holds more than rows, or other tables, replaces nothing.

#include "cities.hpp"
#include "store/restore.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include <unistd.h>

using namespace sala;
using namespace sala::store;

namespace fs = std::filesystem;

TEST_CASE("a backup with a program of its own or with other tables replaces nothing")
{
    Cities store;
    store.run("INSERT INTO town (id, name) VALUES (4242, 'Hue')");
    const auto file = new_file();
    store->back_up(file);
    const auto spoil = [&](const char* sql) {
        Store::open(file)->write([&](Session& session) {
            session.run(sql);
            return true;
        });
    };
    std::string says;
    SUBCASE("a trigger")
    {
        says = "The store holds a trigger unseen that is not Sala's, and can change or swallow "
               "what people do.";
        spoil("CREATE TRIGGER unseen AFTER INSERT ON town BEGIN DELETE FROM bridge; END");
    }
    SUBCASE("a view")
    {
        says = "The store holds a view spy that is not Sala's.";
        spoil("CREATE VIEW spy AS SELECT name FROM town");
    }
    SUBCASE("a virtual table")
    {
        says = "The store holds a virtual table other that is not Sala's.";
        spoil("CREATE VIRTUAL TABLE other USING fts5 (name)");
    }
    SUBCASE("a table too few")
    {
        says = "The store lacks the table bridge.";
        spoil("DROP TABLE bridge");
    }
    SUBCASE("a table too many")
    {
        says = "The store holds a table more that is not Sala's.";
        spoil("CREATE TABLE more (id BIGINT)");
    }
    SUBCASE("a column called otherwise")
    {
        says = "The table town of the store is made otherwise than Sala makes it.";
        spoil("ALTER TABLE town RENAME COLUMN share TO part");
    }
    const auto before = cities_in(*store.store);
    store.store.reset();

    CHECK_THROWS_WITH_AS(
        restore(file, store.place.address(), Restoring{}, city_steps()),
        ("The backup " + file + " is not as Sala makes one; nothing was replaced. " + says).c_str(),
        StoreFault);

    store.store = store.opened();
    CHECK(cities_in(*store.store) == before);
    for (const auto* ending : {".restoring", ".restoring-blank", ".before-restore"})
        CHECK_FALSE(fs::exists(store.place.address() + ending));
}

TEST_CASE("a file that somebody put where ours was expected is neither used nor harmed")
{
    Cities store;
    store.run("INSERT INTO town (id, name) VALUES (4242, 'Hue')");
    const auto file = new_file();
    store->back_up(file);
    store.store.reset();
    const auto passing = fs::temp_directory_path();
    const auto theirs = passing / ("sala-restoring-" + std::to_string(::getpid()) + ".db");
    std::ofstream(theirs) << "waiting for what is written here";
    const auto ours = [&] {
        std::size_t count = 0;
        for (const auto& entry : fs::directory_iterator(passing))
            count += entry.is_directory() &&
                     entry.path().filename().string().starts_with("sala-restoring-");
        return count;
    };
    const auto before = ours();

    restore(file, store.place.address(), Restoring{}, city_steps());

    std::string words;
    std::getline(std::ifstream(theirs), words);
    CHECK(words == "waiting for what is written here");
    CHECK(ours() == before);
    store.store = store.opened();
    CHECK(store.count() == 1);
    fs::remove(theirs);
    fs::remove(store.place.address() + ".before-restore");
}
