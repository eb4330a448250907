// SPDX-License-Identifier: Apache-2.0
//
// Nothing is lost: backups while people write, and restoring into either engine.

#include "cities.hpp"
#include "store/backup_target.hpp"
#include "store/restore.hpp"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include <doctest/doctest.h>

using namespace sala;
using namespace sala::store;

namespace {

namespace fs = std::filesystem;

std::vector<std::tuple<std::int64_t, std::string, std::int64_t>> versions_in(Store& store)
{
    std::vector<std::tuple<std::int64_t, std::string, std::int64_t>> rows;
    store.read([&](Session& session) {
        rows = session.select<std::int64_t, std::string, std::int64_t>(
            "SELECT number, name, applied_at FROM migration ORDER BY number");
    });
    return rows;
}

// Everything that is awkward to carry from one engine to the other.
void found_cities(Store& store)
{
    store.write([](Session& session) {
        const auto add = [&](std::int64_t id, const Value& name, const Value& share,
                             const Value& host) {
            session.run("INSERT INTO town (id, name, share, host) "
                        "VALUES (:id, :name, :share, :host)",
                        id, name, share, host);
        };
        add(9, "tab\t, line\n, return\r, \\, \\N, \\. 'quote' \"more\"", 1.0 / 3, 9);
        add(std::numeric_limits<std::int64_t>::max(), "กรุงเทพมหานคร", 5e-324, 9);
        add(std::numeric_limits<std::int64_t>::min(), "", -0.1, Null{});
        add(1, Null{}, Null{}, 9);
        for (std::int64_t id = 1000; id < 3500; ++id)
            add(id, "town " + std::to_string(id), Null{}, id - 1 < 1000 ? 1 : id - 1);
        session.run("INSERT INTO bridge (a, b) VALUES (1, 9), (9, 1)");
        return true;
    });
}

}  // namespace

TEST_CASE("a backup goes from engine to engine and back, and every row is the same")
{
    const Cities first;
    found_cities(*first.store);
    const auto one = new_file();
    const auto two = new_file();
    const auto in_sqlite = new_file();

    first->back_up(one);
    restore(one, in_sqlite, Restoring{}, city_steps());
    CHECK(cities_in(*opened_file(in_sqlite)) == cities_in(*first.store));
    opened_file(in_sqlite)->back_up(two);

    Cities second;
    second.run("INSERT INTO town (id, name) VALUES (77, 'to be replaced')");
    second.store.reset();
    restore(two, second.place.address(), Restoring{}, city_steps());
    second.store = second.opened();

    CHECK(cities_in(*second.store) == cities_in(*first.store));
    CHECK(versions_in(*second.store) == versions_in(*first.store));
    CHECK(second.number("SELECT count(*) FROM bridge") == 2);
    CHECK(check(*second.store).empty());
    CHECK_THROWS_AS(second.run("INSERT INTO town (id, host) VALUES (5, 6)"), Dangling);
    CHECK_FALSE(fs::exists(in_sqlite + ".restoring"));
    CHECK_FALSE(fs::exists(one + ".partial"));
}

TEST_CASE("a backup made while people write holds one moment, not a mixture of two")
{
    const Cities store;
    store->write([](Session& session) {
        for (int id = 0; id < 100; ++id)
            session.run("INSERT INTO town (id, share) VALUES (:id, 10)", id);
        return true;
    });
    std::atomic<bool> stop = false;
    std::atomic<int> moved = 0;
    std::thread writer([&] {
        while (!stop)
            store->write([&](Session& session) {
                const auto n = moved++ % 100;
                session.run("UPDATE town SET share = share - 1 WHERE id = :id", n);
                session.run("UPDATE town SET share = share + 1 WHERE id = :id", 99 - n);
                return true;
            });
    });
    for (int n = 0; n < 5; ++n) {
        const auto before = moved.load();
        const auto file = new_file();
        store->back_up(file);
        const auto backup = opened_file(file);
        double sum = 0;
        for (const auto& row : cities_in(*backup))
            sum += std::get<2>(row).value();
        CHECK(sum == 1000);
        CHECK(check(*backup).empty());
        while (moved == before)
            std::this_thread::yield();
    }
    stop = true;
    writer.join();
}

TEST_CASE("a backup takes the place of an older one, and never of the store itself")
{
    const Cities store;
    const auto file = new_file();
    store->back_up(file);
    store.run("INSERT INTO town (id) VALUES (1)");
    store->back_up(file);

    CHECK(cities_in(*opened_file(file)).size() == 1);
    CHECK_THROWS_AS(store->back_up(test_folder() + "/nowhere/backup"), StoreFault);
    if (store->is_sqlite())
        CHECK_THROWS_AS(store->back_up(store.place.address()), StoreFault);
    CHECK(store.count() == 1);
}

TEST_CASE("restoring keeps the old SQLite file, with what was only in its log")
{
    Cities store;
    if (!store->is_sqlite())
        return;
    const auto file = new_file();
    store->back_up(file);
    store.run("INSERT INTO town (id) VALUES (1)");

    CHECK_THROWS_AS(restore(file, store.place.address(), Restoring{}, city_steps()), StoreFault);
    CHECK(store.count() == 1);
    store.store.reset();
    restore(file, store.place.address(), Restoring{}, city_steps());

    CHECK(cities_in(*opened_file(store.place.address())).empty());
    const auto kept = store.place.address() + ".before-restore";
    CHECK(cities_in(*opened_file(kept)).size() == 1);
    CHECK(restore(file, store.place.address(), Restoring{}, city_steps()).kept == kept + "-2");
    CHECK(cities_in(*opened_file(kept)).size() == 1);
    CHECK(cities_in(*opened_file(kept + "-2")).empty());
    fs::remove(kept);
    fs::remove(kept + "-2");
}

TEST_CASE(
    "restoring into PostgreSQL keeps the old rows in a file, and waits for no server that runs")
{
    Cities store;
    if (store->is_sqlite())
        return;
    const auto file = new_file();
    store->back_up(file);
    store.run("INSERT INTO town (id, name) VALUES (1, 'Hue')");

    CHECK_THROWS_WITH_AS(restore(file, store.place.address(), Restoring{}, city_steps()),
                         "A program of Sala still has this database open. Stop it, then restore.",
                         StoreFault);
    CHECK(store.count() == 1);
    CHECK_FALSE(fs::exists(file + ".before-restore"));
    store.store.reset();
    restore(file, store.place.address(), Restoring{}, city_steps());

    const auto kept = file + ".before-restore";
    CHECK(cities_in(*opened_file(kept)).size() == 1);
    CHECK(restore(file, store.place.address(), Restoring{}, city_steps()).kept == kept + "-2");
    CHECK(cities_in(*opened_file(kept)).size() == 1);
    store.store = store.opened();
    CHECK(store.count() == 0);
}

TEST_CASE("a backup that is damaged, foreign, newer or missing replaces nothing")
{
    Cities store;
    store.run("INSERT INTO town (id) VALUES (4242)");
    const auto file = new_file();
    const auto spoil = [&](const char* sql) {
        store->back_up(file);
        Store::open(file)->write([&](Session& session) {
            session.run(sql);
            return true;
        });
    };
    std::string says;
    SUBCASE("missing") { says = "There is no backup " + file + "."; }
    SUBCASE("no backup at all")
    {
        std::ofstream(file) << "Dear Sir or Madam";
        says = "The backup " + file + " is not a store of Sala; nothing was replaced.";
    }
    SUBCASE("another program's file") { spoil("DROP TABLE migration"); }
    SUBCASE("newer") { spoil("INSERT INTO migration VALUES (3, '0003_later', 0)"); }
    SUBCASE("damaged pages")
    {
        found_cities(*store.store);
        store->back_up(file);
        std::fstream pages(file, std::ios::in | std::ios::out | std::ios::binary);
        for (int page = 4; page < 12; ++page)
            pages.seekp(4096 * page).write(std::string(2000, '#').data(), 2000);
        says = "The backup " + file + " is damaged; nothing was replaced.";
    }
    const auto before = cities_in(*store.store);
    store.store.reset();
    try {
        restore(file, store.place.address(), Restoring{}, city_steps());
        FAIL("the backup was taken");
    } catch (const StoreFault& fault) {
        const std::string sentence = fault.what();
        CHECK(sentence.find('[') == std::string::npos);
        if (!says.empty())
            CHECK(sentence == says);
    }
    store.store = store.opened();
    CHECK(cities_in(*store.store) == before);
    CHECK_FALSE(fs::exists(store.place.address() + ".restoring"));
    CHECK_FALSE(fs::exists(store.place.address() + ".before-restore"));
}

TEST_CASE("an older backup is brought to this version, and derived tables are rebuilt")
{
    Cities store;
    store.run("INSERT INTO town (id, name) VALUES (1, 'Hue')");
    const auto file = new_file();
    store->back_up(file);
    store.store.reset();
    auto steps = city_steps();
    steps.push_back({"migrations/0003_hill.sql", "CREATE TABLE hill (id BIGINT)"});
    const Rebuild rebuilds[] = {[](Session& session) {
        session.run("DELETE FROM city_words");
        session.run("INSERT INTO city_words (name) SELECT name FROM town");
    }};

    restore(file, store.place.address(), Restoring{rebuilds}, steps);

    const auto restored = Store::open(store.place.address());
    restored->migrate(steps);
    restored->read([](Session& session) {
        CHECK(session.select<std::string>("SELECT name FROM city_words") ==
              std::vector<std::tuple<std::string>>{{"Hue"}});
        CHECK(session.select<std::int64_t>("SELECT id FROM hill").empty());
    });
    CHECK(check(*restored).empty());
    fs::remove(store.place.address() + ".before-restore");
}

TEST_CASE("a backup is to replace no file of another kind, and no store that somebody has open")
{
    const auto letter = new_file();
    std::ofstream(letter) << "Dear Governor";
    CHECK_NOTHROW(refuse_to_replace(new_file(), Over::earlier_backup));
    CHECK_THROWS_WITH_AS(refuse_to_replace(letter, Over::earlier_backup),
                         doctest::Contains("is no backup of Sala"), StoreFault);
    CHECK_THROWS_AS(refuse_to_replace(letter, Over::any_store), StoreFault);
    CHECK_THROWS_AS(refuse_to_replace(test_folder(), Over::any_store), StoreFault);

    const Cities store;
    const auto file = new_file();
    store->back_up(file);
    CHECK_NOTHROW(refuse_to_replace(file, Over::earlier_backup));
    {
        const auto at_work = opened_file(file);
        CHECK(check(*at_work).empty());
        CHECK_THROWS_WITH_AS(refuse_to_replace(file, Over::earlier_backup),
                             doctest::Contains("somebody worked in"), StoreFault);
        CHECK_THROWS_WITH_AS(refuse_to_replace(file, Over::any_store),
                             doctest::Contains(" open: it is a store that is at work"), StoreFault);
    }
    CHECK_THROWS_AS(refuse_to_replace(file, Over::earlier_backup), StoreFault);
    CHECK_NOTHROW(refuse_to_replace(file, Over::any_store));
    CHECK(check(*opened_file(file)).empty());
}
