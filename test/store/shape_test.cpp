// SPDX-License-Identifier: Apache-2.0
//
// A store that is made otherwise than Sala makes it is told from one that is as it should be, and a
// backup of every earlier version comes back.

#include "cities.hpp"
#include "store/migration.hpp"
#include "store/postgresql_connection.hpp"
#include "store/restore.hpp"
#include "store/seal.hpp"
#include "store/shape.hpp"
#include "store/sqlite_connection.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <span>

using namespace sala;
using namespace sala::store;

namespace {

namespace fs = std::filesystem;

std::unique_ptr<Connection> opened_place(const std::string& address)
{
    if (address.starts_with("postgresql:"))
        return std::make_unique<PostgresqlConnection>(address);
    return std::make_unique<SqliteConnection>(address, SqliteConnection::Mode::writing);
}

// As the program of that version left it, with somebody who has a role.
void fill_older(const std::string& address, std::span<const Step> steps, const std::string& name)
{
    const auto connection = opened_place(address);
    lay_tables(*connection, steps, 0);
    connection->execute("INSERT INTO login (id, name, created_at) VALUES (7, '" + name + "', 1)");
    connection->execute("INSERT INTO login_role (id, login, role, given, at) "
                        "VALUES (8, 7, 'secretariat', 1, 1)");
}

std::string name_in(Store& store)
{
    std::string name;
    store.read([&](Session& session) {
        name = std::get<0>(*session.find<std::string>("SELECT name FROM login WHERE id = 7"));
    });
    return name;
}

std::vector<std::string> sentences(Store& store)
{
    std::vector<std::string> said;
    for (const auto& misfit : misfits(store))
        said.push_back(misfit.what + " " + misfit.remedy);
    return said;
}

using Sentences = std::vector<std::string>;

// With all steps of this program.
struct Newest {
    FreshPlace place;
    std::unique_ptr<Store> store = Store::open(place.address());

    Newest() { store->migrate(); }
    Store* operator->() const { return store.get(); }
    Store& operator*() const { return *store; }
};

// A line each, so that a test that fails shows them.
std::string joined(const Sentences& sentences)
{
    std::string lines;
    for (const auto& sentence : sentences)
        lines += sentence + "\n";
    return lines;
}

constexpr std::size_t before_seals = 31;

}  // namespace

TEST_CASE("a backup of every version since the seals is restored, and what it replaces is kept")
{
    const auto steps = steps_of(embedded_under("migrations/"));
    for (auto behind = before_seals; behind < steps.size(); ++behind) {
        CAPTURE(behind);
        const auto older = std::span(steps).first(behind);
        const FreshPlace place;
        const auto file = new_file();
        fill_older(file, older, "Ama");
        fill_older(place.address(), older, "Before");

        const auto restored = restore(file, place.address(), Restoring{});

        const auto store = Store::open(place.address());
        CHECK(store->steps_missing() == 0);
        CHECK(name_in(*store) == "Ama");
        const Check checks[] = {check_seals};
        CHECK(check(*store, checks) == Sentences{});
        CHECK(name_in(*Store::open(restored.kept)) == "Before");
        fs::remove(restored.kept);
    }
}

TEST_CASE("a program of somebody else's in the store is found, and what is missing")
{
    const Newest store;
    REQUIRE(sentences(*store) == Sentences{});
    REQUIRE(check(*store) == Sentences{});
    const auto run = [&](const std::string& sql) {
        store->write([&](Session& session) {
            session.run(sql);
            return true;
        });
    };
    Sentences expected;
    bool acts = true;
    SUBCASE("a trigger")
    {
        if (store->is_sqlite())
            run("CREATE TRIGGER t BEFORE INSERT ON role_withdrawal BEGIN SELECT raise(ignore); "
                "END");
        else {
            run("CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS "
                "$$ BEGIN RETURN NULL; END $$");
            run("CREATE TRIGGER t BEFORE INSERT ON role_withdrawal FOR EACH ROW EXECUTE FUNCTION "
                "nothing()");
        }
        expected = {"The store holds a trigger t that is not Sala's, and can change or swallow "
                    "what people do. Take it out: DROP TRIGGER \"t\"" +
                    std::string(store->is_sqlite() ? "" : " ON \"role_withdrawal\"") + ";"};
    }
    SUBCASE("a rule")
    {
        if (store->is_sqlite())
            return;
        run("CREATE RULE r AS ON INSERT TO role_withdrawal DO INSTEAD NOTHING");
        expected = {"The store holds a rule r that is not Sala's, and can change or swallow what "
                    "people do. Take it out: DROP RULE \"r\" ON \"role_withdrawal\";"};
    }
    SUBCASE("a view")
    {
        run("CREATE VIEW spy AS SELECT name FROM login");
        expected = {"The store holds a view spy that is not Sala's. Take it out: DROP VIEW "
                    "\"spy\";"};
        acts = false;
    }
    SUBCASE("a table of another program")
    {
        run("CREATE TABLE more (id BIGINT)");
        expected = {"The store holds a table more that is not Sala's. It belongs into a database "
                    "of its own."};
        acts = false;
    }
    SUBCASE("a table that is gone")
    {
        run("DROP TABLE passkey_owner");
        expected = {"The store lacks the table passkey_owner. Restore a backup."};
    }
    SUBCASE("an index that forbids")
    {
        run("CREATE UNIQUE INDEX once ON login_session_end (at)");
        expected = {"The store holds an index once that is not Sala's, and can change or swallow "
                    "what people do. Take it out: DROP INDEX \"once\";"};
    }
    SUBCASE("an index that only finds quicker")
    {
        run("CREATE INDEX quick ON login_session_end (at)");
        acts = false;
    }
    CHECK(joined(sentences(*store)) == joined(expected));
    CHECK(joined(check(*store)) == joined(expected));
    for (const auto& misfit : misfits(*store))
        CHECK(misfit.acts == acts);
}

TEST_CASE("a table that forgets what it is told twice is found")
{
    const Newest store;
    if (!store->is_sqlite())
        return;
    for (const auto* sql :
         {"ALTER TABLE login_session_end RENAME TO old",
          "CREATE TABLE login_session_end (token_hash TEXT PRIMARY KEY ON CONFLICT IGNORE "
          "REFERENCES login_session (token_hash), at BIGINT NOT NULL)",
          "INSERT INTO login_session_end SELECT * FROM old", "DROP TABLE old"})
        store->write([&](Session& session) {
            session.run(sql);
            return true;
        });
    CHECK(joined(sentences(*store)) == "The table login_session_end of the store is made "
                                       "otherwise than Sala makes it. Restore a backup.\n");
}

TEST_CASE("a database of PostgreSQL that would swallow what is restored takes no backup")
{
    Cities cities;
    if (cities->is_sqlite())
        return;
    const auto file = new_file();
    cities->back_up(file);
    cities.run("DROP TABLE bridge");
    const auto address = cities.place.address();
    cities.store.reset();
    CHECK_THROWS_WITH_AS(restore(file, address, Restoring{}, city_steps()),
                         "This database cannot take a backup; nothing was replaced. Restore into "
                         "an empty one. The store lacks the table bridge.",
                         StoreFault);
}
