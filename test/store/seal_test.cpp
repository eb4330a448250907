// SPDX-License-Identifier: Apache-2.0
//
// Seals over time: what was there before there were any, what travels in a backup, what is kept and
// what is not.

#include "stage_store.hpp"

#include "base/embedded.hpp"
#include "store/restore.hpp"
#include "store/seal.hpp"
#include "store/seal_line.hpp"
#include "store/sealed_rows.hpp"

#include <deque>

#include <doctest/doctest.h>

using namespace sala;
using namespace sala::store;

namespace {

// The program's steps up to `last`, numbered without a gap; all of them without a name.
std::vector<Embedded> steps_before(std::string_view last)
{
    static std::deque<std::string> names;  // what is named stays where it is
    std::vector<Embedded> steps;
    for (const auto& file : embedded_under("migrations/")) {
        const auto what = file.name.substr(std::string_view("migrations/0001").size());
        if (what == last)
            break;
        auto number = std::to_string(steps.size() + 1);
        number.insert(0, 4 - number.size(), '0');
        steps.push_back({names.emplace_back(number + std::string(what)), file.bytes});
    }
    return steps;
}

void login(Session& session, int id)
{
    session.run("INSERT INTO login (id, name, created_at) VALUES (:id, '', 1)", id);
}

std::vector<std::string> wrong(Store& store)
{
    std::vector<std::string> found;
    store.read([&](Session& session) { check_seals(session, found); });
    return found;
}

std::int64_t seals(Store& store)
{
    std::int64_t number = -1;
    store.read([&](Session& session) { number = seal_end(session).number; });
    return number;
}

}  // namespace

TEST_CASE("what was there before there were seals is sealed once, when the store is brought up to "
          "date")
{
    const FreshPlace place;
    {
        const auto old = Store::open(place.address());
        old->migrate(steps_before("_sealed_acts.sql"));
        old->write([](Session& session) {
            // In quotes, as no statement of the program has it: there is nothing to seal with yet.
            session.run("INSERT INTO \"login\" (id, name, created_at) VALUES (1, '', 1), (2, '', "
                        "2)");
            return true;
        });
    }
    const auto store = Store::open(place.address());
    store->migrate(steps_before({}));
    CHECK(seals(*store) == 1);
    CHECK(wrong(*store).empty());
    store->migrate(steps_before({}));
    CHECK(seals(*store) == 1);
    store->write(
        [](Session& session) { return session.run("DELETE FROM \"login\" WHERE id = 2"); });
    CHECK(wrong(*store) == std::vector<std::string>{"Row 2 of login was taken out past Sala."});
    store->migrate(steps_before({}));
    CHECK(wrong(*store).size() == 1);
}

TEST_CASE("rows that were sealed before their words were are sealed anew as they are, but for one "
          "that was changed past Sala")
{
    const auto store = fresh_store();
    store->write([](Session& session) {
        session.run("INSERT INTO \"login\" (id, name, created_at) VALUES (1, 'Ama', 1), (2, "
                    "'Kofi', 2), (3, '', 3)");
        const auto& table = *table_of_acts("login");
        std::string lines;
        for (std::int64_t id = 1; id <= 3; ++id) {
            const auto digest = digest_of(table, std::vector<Value>{id, id}, 2, Part::firm, "salt");
            lines += written({"login", std::to_string(id), 2, digest, {}});
        }
        session.run("INSERT INTO sealed (number, salt, lines, hash) VALUES (1, 'salt', :lines, "
                    ":hash), (0, '', '', '')",
                    lines, hash_of_seal("", 1, "salt", lines));
        session.run("UPDATE \"login\" SET created_at = 7 WHERE id = 2");
        return true;
    });
    const std::string changed = "Row 2 of login was changed past Sala.";
    store->migrate(embedded_under("migrations/"));
    CHECK(seals(*store) == 2);
    CHECK(wrong(*store) == std::vector{changed});
    store->write([](Session& session) {
        session.run("UPDATE \"login\" SET name = 'Yaw' WHERE id = 1");
        session.run("UPDATE \"login\" SET name = 'Esi' WHERE id = 3");
        return true;
    });
    auto found = wrong(*store);
    std::sort(found.begin(), found.end());
    CHECK(found == std::vector<std::string>{"Row 1 of login was changed past Sala.", changed,
                                            "Row 3 of login was changed past Sala."});
}

TEST_CASE("each change has one seal for all its rows, and what is not kept has none")
{
    const auto store = fresh_store();
    CHECK(seals(*store) == 0);
    store->write([](Session& session) {
        for (int id = 1; id <= 3; ++id)
            login(session, id);
        return true;
    });
    CHECK(seals(*store) == 1);
    store->write([](Session& session) {
        login(session, 4);
        return false;
    });
    CHECK_THROWS_AS(store->write([](Session& session) {
        login(session, 5);
        login(session, 1);
        return true;
    }),
                    Duplicate);
    store->write([](Session& session) {
        session.run("INSERT INTO \"writer\" (number, leased_until, name) VALUES (9, 1, '')");
        return true;
    });
    CHECK(seals(*store) == 1);
    CHECK(wrong(*store).empty());
}

TEST_CASE("what the program itself changes or deletes is sealed anew")
{
    const auto store = fresh_store();
    store->write([](Session& session) {
        login(session, 1);
        login(session, 2);
        return true;
    });
    store->write([](Session& session) {
        CHECK(session.run("UPDATE login SET created_at = 7 WHERE id = :id", 1) == 1);
        CHECK(session.run("UPDATE login SET name = 'Ama' WHERE id = :id", 1) == 1);
        CHECK(session.run("DELETE FROM login WHERE id = :id", 2) == 1);
        CHECK(session.run("DELETE FROM login WHERE id = :id", 2) == 0);
        return true;
    });
    CHECK(wrong(*store).empty());
    store->write([](Session& session) {
        session.run("INSERT INTO \"login\" (id, name, created_at) VALUES (2, '', 1)");
        session.run("UPDATE \"login\" SET created_at = 1 WHERE id = 1");
        return true;
    });
    CHECK(wrong(*store) == std::vector<std::string>{"Row 1 of login was changed past Sala.",
                                                    "Row 2 of login was put in past Sala."});
}

TEST_CASE("a table that was emptied is told in a few sentences")
{
    const auto store = fresh_store();
    store->write([](Session& session) {
        for (int id = 1; id <= 2500; ++id)
            login(session, id);
        return true;
    });
    CHECK(seals(*store) == 3);
    CHECK(wrong(*store).empty());
    store->write([](Session& session) { return session.run("DELETE FROM \"login\"") > 0; });
    const auto found = wrong(*store);
    REQUIRE(found.size() == 21);
    CHECK(found.back() == "2480 more rows of login are not as they were sealed.");
}

TEST_CASE("seals travel in a backup, and what a restore writes is sealed")
{
    const auto store = fresh_store();
    store->write([](Session& session) {
        login(session, 1);
        login(session, 3);
        session.run("UPDATE login SET name = 'Ama' WHERE id = :id", 1);
        session.run("UPDATE login SET name = 'Kofi' WHERE id = :id", 3);
        session.run("UPDATE login SET name = '' WHERE id = :id", 3);
        return true;
    });
    const auto file = test_folder() + "/sealed-backup.db";
    store->back_up(file);
    const FreshPlace place;
    const Rebuild writes[] = {[](Session& session) { login(session, 2); }};
    restore(file, place.address(), Restoring{writes}, steps_before({}));
    const auto restored = Store::open(place.address());
    restored->migrate(steps_before({}));
    CHECK(seals(*restored) == 2);
    CHECK(wrong(*restored).empty());
    restored->write([](Session& session) {
        return session.run("UPDATE \"login\" SET name = 'Yaw' WHERE id = 1") == 1;
    });
    CHECK(wrong(*restored) == std::vector<std::string>{"Row 1 of login was changed past Sala."});
}

TEST_CASE("who has noted the newest seal finds out that all after an earlier one was cut off")
{
    const auto store = fresh_store();
    for (int id = 1; id <= 3; ++id)
        store->write([&](Session& session) {
            login(session, id);
            return true;
        });
    SealEnd noted;
    const auto holds = [&] {
        bool held = false;
        store->read([&](Session& session) { held = seal_holds(session, noted); });
        return held;
    };
    store->read([&](Session& session) { noted = seal_end(session); });
    CHECK(noted.number == 3);
    CHECK(holds());
    store->write([](Session& session) {
        session.run("DELETE FROM \"login\" WHERE id = 3");
        return session.run("DELETE FROM sealed WHERE number = 3") == 1;
    });
    CHECK(wrong(*store).empty());
    CHECK_FALSE(holds());
}
