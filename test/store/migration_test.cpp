// SPDX-License-Identifier: Apache-2.0
//
// How a store grows from one version to the next, and when it refuses.

#include "cities.hpp"

#include "store/migration.hpp"
#include "store/migration_script.hpp"

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <thread>

#include <doctest/doctest.h>
#include <libpq-fe.h>

using namespace sala;
using namespace sala::store;

namespace {

std::vector<Embedded> with(std::string_view name, std::string_view sql)
{
    auto steps = city_steps();
    steps.push_back({name, sql});
    return steps;
}

std::string bytes_of(const std::string& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void migrate(const FreshPlace& place, const std::vector<Embedded>& steps)
{
    Store::open(place.address())->migrate(steps);
}

}  // namespace

TEST_CASE("the program's own steps have no gap, and are all done to a new store")
{
    const auto steps = steps_of(embedded_under("migrations/"));
    const FreshPlace place;
    const auto store = Store::open(place.address());
    store->migrate();
    store->migrate();
    store->read([&](Session& session) {
        CHECK(std::get<0>(*session.find<std::int64_t>("SELECT count(*) FROM migration")) ==
              static_cast<std::int64_t>(steps.size()));
    });
    CHECK(check(*store).empty());
}

TEST_CASE("a new step is done once, and its row says which")
{
    const Cities store;
    const auto steps = with("migrations/0003_hill.sql", "CREATE TABLE hill (id BIGINT)");
    store->migrate(steps);
    store->migrate(steps);
    store->read([](Session& session) {
        CHECK(session.select<std::int64_t, std::string>(
                  "SELECT number, name FROM migration ORDER BY number") ==
              std::vector<std::tuple<std::int64_t, std::string>>{
                  {1, "0001_store"}, {2, "0002_city"}, {3, "0003_hill"}});
    });
    CHECK(store.number("SELECT count(*) FROM hill") == 0);
}

TEST_CASE("a step that fails leaves nothing behind, and the store is as it was")
{
    const Cities store;
    CHECK_THROWS_AS(store->migrate(with("migrations/0003_hill.sql",
                                        "CREATE TABLE hill (id BIGINT); INSERT INTO nowhere "
                                        "VALUES (1);")),
                    StoreFault);
    CHECK(store.number("SELECT count(*) FROM migration") == 2);
    CHECK_THROWS_AS(store.number("SELECT count(*) FROM hill"), Fault);

    store->migrate(with("migrations/0003_hill.sql", "CREATE TABLE hill (id BIGINT)"));
    CHECK(store.number("SELECT count(*) FROM hill") == 0);
}

TEST_CASE("a step must not leave rows that refer to nothing")
{
    const Cities store;
    store.run("INSERT INTO town (id) VALUES (1)");
    store.run("INSERT INTO town (id, host) VALUES (2, 1)");
    CHECK_THROWS_AS(
        store->migrate(with("migrations/0003_fewer.sql", "DELETE FROM town WHERE id = 1")), Fault);
    CHECK(store.count() == 2);
    // The rule holds again afterwards.
    CHECK_THROWS_AS(store.run("DELETE FROM town WHERE id = 1"), Dangling);
}

TEST_CASE("steps with a gap, twice the same number or a strange name are refused")
{
    const FreshPlace place;
    const auto store = Store::open(place.address());
    const auto refused = [&](std::vector<Embedded> steps) {
        CHECK_THROWS_AS(store->migrate(steps), StoreFault);
    };
    refused({{"migrations/0002_b.sql", "CREATE TABLE b (id BIGINT)"}});
    refused(with("migrations/0004_d.sql", "CREATE TABLE d (id BIGINT)"));
    refused(with("migrations/0002_c.sql", "CREATE TABLE c (id BIGINT)"));
    refused(with("migrations/3_c.sql", "CREATE TABLE c (id BIGINT)"));
    CHECK_THROWS_AS(store->read([](Session& session) {
        session.find<std::int64_t>("SELECT count(*) FROM migration");
    }),
                    Fault);
}

TEST_CASE("a store that is newer, or whose versions cannot be read, stays untouched")
{
    const char* damage = nullptr;
    SUBCASE("newer") { damage = "INSERT INTO migration VALUES (3, '0003_later', 0)"; }
    SUBCASE("a gap") { damage = "DELETE FROM migration WHERE number = 1"; }
    SUBCASE("other steps") { damage = "UPDATE migration SET name = 'x' WHERE number = 2"; }
    SUBCASE("no table of versions") { damage = "DROP TABLE migration"; }
    SUBCASE("a strange table of versions") { damage = "ALTER TABLE migration DROP COLUMN name"; }
    const Cities store;
    store.run(damage);
    const auto file = test_folder() + "/damaged";
    if (store->is_sqlite()) {
        store->back_up(file);
        const auto before = bytes_of(file);
        CHECK_THROWS_AS(Store::open(file)->migrate(city_steps()), StoreFault);
        CHECK(bytes_of(file) == before);
        CHECK_FALSE(std::filesystem::exists(file + ".before-0003"));
        std::filesystem::remove(file);
    }
    CHECK_THROWS_AS(store->migrate(city_steps()), StoreFault);
    CHECK_THROWS_AS(
        store->migrate(with("migrations/0003_hill.sql", "CREATE TABLE hill (id BIGINT)")),
        StoreFault);
    CHECK_THROWS_AS(store.number("SELECT count(*) FROM hill"), Fault);
}

TEST_CASE("a store that is newer is told by the number of its newest step")
{
    const Cities store;
    store.run("INSERT INTO migration VALUES (9999, '9999_much_later', 0)");
    CHECK_THROWS_WITH_AS(store->migrate(city_steps()),
                         "The store is newer than this program: it is at step 9999, the program "
                         "knows 2. Use the newer program.",
                         StoreFault);
}

TEST_CASE("a file that is no store stays as it is, however short it is")
{
    const auto file = test_folder() + "/letter.db";
    for (const auto* words : {"x", "xy", "Dear Sir or Madam"}) {
        CAPTURE(words);
        std::ofstream(file, std::ios::trunc) << words;
        const auto sentence = file + " is not a store of Sala.";
        CHECK_THROWS_WITH_AS(Store::find(file), sentence.c_str(), StoreFault);
        CHECK_THROWS_WITH_AS(Store::open(file)->migrate(city_steps()), sentence.c_str(),
                             StoreFault);
        CHECK(bytes_of(file) == words);
    }
    std::filesystem::remove(file);
}

TEST_CASE("the file is copied before a step, with the number of that step")
{
    const Cities store;
    if (!store->is_sqlite())
        return;
    const auto copy = store.place.address() + ".before-0003";
    store.run("INSERT INTO town (id) VALUES (7)");
    CHECK_FALSE(std::filesystem::exists(store.place.address() + ".before-0001"));

    store->migrate(with("migrations/0003_fewer.sql", "DELETE FROM town"));

    CHECK(store.count() == 0);
    const auto kept = Store::open(copy);
    kept->read([](Session& session) {
        CHECK(session.select<std::int64_t>("SELECT id FROM town") ==
              std::vector<std::tuple<std::int64_t>>{7});
        CHECK(session.select<std::int64_t>("SELECT number FROM migration").size() == 2);
    });
    std::filesystem::remove(copy);
}

TEST_CASE("two programs that start at once do each step once")
{
    for (int n = 0; n < 5; ++n) {
        const FreshPlace place;
        std::string complaints[2];
        const auto start = [&place](std::string& complaint) {
            try {
                migrate(place, city_steps());
            } catch (const std::exception& error) {
                complaint = error.what();
            }
        };
        std::thread other(start, std::ref(complaints[1]));
        start(complaints[0]);
        other.join();
        CHECK(complaints[0] == "");
        CHECK(complaints[1] == "");
    }
}

TEST_CASE("a file that is not SQLite, a folder and a strange address are refused in a sentence")
{
    const auto file = test_folder() + "/letter.txt";
    std::ofstream(file) << std::string(4096, 'x');
    CHECK_THROWS_AS(Store::open(file), StoreFault);
    CHECK(bytes_of(file) == std::string(4096, 'x'));
    CHECK_THROWS_AS(Store::open(test_folder()), StoreFault);
    CHECK_THROWS_AS(Store::open(test_folder() + "/nowhere/sala.db"), StoreFault);
    CHECK_THROWS_AS(Store::open("mysql://localhost/sala"), StoreFault);
    CHECK_THROWS_AS(Store::open("postgresql://localhost:1/sala"), StoreFault);
    CHECK_THROWS_AS(Store::open(""), StoreFault);
}

TEST_CASE("a PostgreSQL database that sorts otherwise than by bytes is refused")
{
    const FreshPlace place;
    if (!tests_run_on_postgresql())
        return;
    const std::unique_ptr<PGconn, decltype(&PQfinish)> line(PQconnectdb(place.address().c_str()),
                                                            &PQfinish);
    PQclear(PQexec(line.get(), "UPDATE pg_database SET datcollate = 'th_TH.UTF-8' "
                               "WHERE datname = current_database()"));
    CHECK_THROWS_AS(Store::open(place.address()), StoreFault);
}

TEST_CASE("a script is cut at its semicolons, and nowhere else")
{
    CHECK(
        statements_of("SELECT 1; SELECT ';' ;;\n-- a; comment\nSELECT \"a;b\" /* ; */; -- end;") ==
        std::vector<std::string>{"SELECT 1", "SELECT ';'",
                                 "-- a; comment\nSELECT \"a;b\" /* ; */"});
    const std::string trigger = "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n"
                                "  UPDATE b SET c = CASE WHEN d THEN 1 ELSE 2 END;\n"
                                "  DELETE FROM e;\nEND";
    CHECK(statements_of(trigger + "; SELECT 1") == std::vector<std::string>{trigger, "SELECT 1"});
    const std::string function = "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $body$\n"
                                 "BEGIN x := 'it''s'; RETURN NEW; END; $body$";
    CHECK(statements_of(function + ";\nSELECT 'it''s;'") ==
          std::vector<std::string>{function, "SELECT 'it''s;'"});
    CHECK(statements_of(" ;\n-- nothing\n ; ").empty());
    CHECK(statements_of("SELECT 'never closed; ").size() == 1);
}

TEST_CASE("lines for one engine are left out for the other")
{
    const std::string script = "a;\n-- only sqlite\nb;\n-- end\n-- only postgresql\nc;\n-- end\nd;";
    CHECK(for_engine(script, Engine::sqlite) == "a;\n\nb;\n\n\n\n\nd;");
    CHECK(for_engine(script, Engine::postgresql) == "a;\n\n\n\n\nc;\n\nd;");
    CHECK_THROWS_AS(for_engine("-- only sqlite\nb;", Engine::sqlite), StoreFault);
    CHECK_THROWS_AS(for_engine("-- only mysql\nb;\n-- end", Engine::sqlite), StoreFault);
    CHECK_THROWS_AS(for_engine("-- end\n", Engine::sqlite), StoreFault);
    CHECK_THROWS_AS(for_engine("-- only sqlite\n-- only sqlite\n-- end\n", Engine::sqlite),
                    StoreFault);
}

TEST_CASE("triggers and functions of each engine are made by one migration")
{
    const Cities store;
    store->migrate(with("migrations/0003_trigger.sql", R"(
CREATE TABLE seen (name TEXT);
-- only sqlite
CREATE TRIGGER city_seen AFTER INSERT ON town BEGIN
    INSERT INTO seen (name) VALUES (new.name);
    INSERT INTO seen (name) VALUES (CASE WHEN new.id = 1 THEN 'one; first' ELSE 'other' END);
END;
-- end
-- only postgresql
CREATE FUNCTION see_city() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE word TEXT;
BEGIN
    word := CASE WHEN NEW.id = 1 THEN 'one; first' ELSE 'other' END;
    INSERT INTO seen (name) VALUES (NEW.name), (word);
    RETURN NEW;
END $$;
CREATE TRIGGER city_seen AFTER INSERT ON town FOR EACH ROW EXECUTE FUNCTION see_city();
-- end
)"));
    store.run("INSERT INTO town (id, name) VALUES (1, 'Hue')");
    store->read([](Session& session) {
        CHECK(session.select<std::string>("SELECT name FROM seen ORDER BY name") ==
              std::vector<std::tuple<std::string>>{{"Hue"}, {"one; first"}});
    });
}
