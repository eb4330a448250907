// SPDX-License-Identifier: Apache-2.0
//
// When the world fails: a full disk, a machine that stops, rows that somebody has broken.

#include "cities.hpp"
#include "store/faults.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>

using namespace sala;
using namespace sala::store;
namespace fs = std::filesystem;

TEST_CASE("the check finds rows that refer to nothing, missing steps, and what modules look for")
{
    const Cities store;
    CHECK(check(*store.store).empty());
    if (store->is_sqlite()) {
        store.run("PRAGMA defer_foreign_keys = ON");
        store->write([](Session& session) {
            session.run("DROP TABLE bridge");
            session.run("CREATE TABLE bridge (a BIGINT, b BIGINT)");
            session.run("INSERT INTO bridge VALUES (1, 2)");
            session.run("PRAGMA writable_schema = ON");
            session.run("UPDATE sqlite_schema SET sql = 'CREATE TABLE bridge (a BIGINT "
                        "REFERENCES town (id), b BIGINT)' WHERE name = 'bridge'");
            return true;
        });
    } else {
        store->write([](Session& session) {
            session.run("SET LOCAL session_replication_role = replica");
            session.run("INSERT INTO bridge VALUES (1, 2)");
            return true;
        });
    }
    store.run("DELETE FROM migration WHERE number = 1");
    const Check checks[] = {[](Session& session, std::vector<std::string>& wrong) {
        if (session.select<std::int64_t>("SELECT id FROM town").empty())
            wrong.push_back("There is no town.");
    }};

    const auto again = Store::open(store.place.address());
    const auto wrong = check(*again, checks);
    REQUIRE(wrong.size() == (store->is_sqlite() ? 3 : 4));
    CHECK(wrong.front() == "1 row of bridge refers to a row of town that does not exist.");
    CHECK(wrong[wrong.size() - 2] == "The table of versions lacks step 1.");
    CHECK(wrong.back() == "There is no town.");
}

TEST_CASE("what was committed is there when the machine stops without a word, what was not is not")
{
    const Cities store;
    if (!store->is_sqlite())
        return;  // PostgreSQL keeps its own log
    const auto crashed = new_file();
    store.run("INSERT INTO town (id) VALUES (1)");
    store->write([&](Session& session) {
        session.run("INSERT INTO town (id) VALUES (2)");
        for (const auto* ending : {"", "-wal"})
            fs::copy_file(store.place.address() + ending, crashed + ending);
        return true;
    });
    CHECK(store.count() == 2);
    const auto after = opened_file(crashed);
    CHECK(cities_in(*after).size() == 1);
    CHECK(check(*after).empty());
}

TEST_CASE("only its owner reads a store and its backups")
{
    const Cities store;
    const auto file = new_file();
    store->back_up(file);
    const auto private_to_owner = fs::perms::owner_read | fs::perms::owner_write;
    CHECK(fs::status(file).permissions() == private_to_owner);
    if (store->is_sqlite())
        CHECK(fs::status(store.place.address()).permissions() == private_to_owner);
}

TEST_CASE(
    "what an engine complains about is a sentence; its own words and the statement go to the log")
{
    const auto sentence_and_details = [](int code) {
        try {
            throw_sqlite_fault(code, "attempt to write", "PRAGMA journal_mode = WAL");
        } catch (const StoreFault& fault) {
            CHECK(fault.details == "attempt to write [PRAGMA journal_mode = WAL]");
            return std::string(fault.what());
        }
    };
    CHECK(sentence_and_details(8) == "The store may only be read here. Whoever runs Sala needs the "
                                     "right to write the file and its folder.");
    CHECK(sentence_and_details(11) == "The store is damaged; restore a backup.");
    for (const int code : {1, 8, 10, 11, 14, 26, 778})
        CHECK(sentence_and_details(code).find("PRAGMA") == std::string::npos);
}

TEST_CASE("a full disk is a sentence, loses nothing, and the store works when there is room")
{
    const Cities store;
    store.run("INSERT INTO town (id, name) VALUES (1, 'Lyon')");
    const auto fill = [&](int rows) {
        store->write([&](Session& session) {
            session.run("INSERT INTO town (id, name) VALUES (2, 'Accra')");
            if (!store->is_sqlite())
                session.run("DO $$ BEGIN RAISE EXCEPTION 'No space left' "
                            "USING ERRCODE = '53100'; END $$");
            for (int n = 0; n < rows; ++n)
                session.run("INSERT INTO town (id, name) VALUES (:id, :name)", 10 + n,
                            std::to_string(n) + std::string(4000, 'x'));
            return true;
        });
    };
    if (store->is_sqlite())
        store.run("PRAGMA max_page_count = 40");
    try {
        fill(200);
        FAIL("the disk was not full");
    } catch (const StoreFault& fault) {
        CHECK(fault.disk_full);
        CHECK(std::string(fault.what()) ==
              "The disk of the store is full. Nothing was lost; make room and try again.");
    }
    CHECK(store.count() == 1);
    CHECK(check(*store.store).empty());
    if (store->is_sqlite())
        store.run("PRAGMA max_page_count = 100000");
    store.run("INSERT INTO town (id, name) VALUES (2, 'Accra')");
    CHECK(store.count() == 2);
}

TEST_CASE("who is erased is not left in the log either, also when somebody read meanwhile")
{
    const auto file = new_file();
    const auto store = Store::open(file);
    store->migrate();
    const auto log_holds = [&] {
        std::ifstream log(file + "-wal", std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(log), {}};
        return bytes.find("Suhartoqq") != std::string::npos;
    };
    const auto erases = [](Session& session) {
        session.run("UPDATE login SET name = '' WHERE id = 1");
        session.run("INSERT INTO login_erasure (login, at) VALUES (1, 2)");
        return true;
    };
    store->write([](Session& session) {
        session.run("INSERT INTO login (id, name, created_at) VALUES (1, 'Suhartoqq', 1)");
        return true;
    });
    REQUIRE(log_holds());
    store->read([&](Session& session) {
        REQUIRE(session.find<std::string>("SELECT name FROM login WHERE id = 1"));
        store->write(erases);
    });
    store->write([](Session& session) {
        session.run("INSERT INTO login (id, name, created_at) VALUES (2, 'Ama', 1)");
        return true;
    });
    CHECK_FALSE(log_holds());
    std::ifstream whole(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(whole), {}};
    CHECK(bytes.find("Suhartoqq") == std::string::npos);
}
