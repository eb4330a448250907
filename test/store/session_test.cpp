// SPDX-License-Identifier: Apache-2.0
//
// What a verb relies on when it speaks to the store, on both engines.

#include "cities.hpp"

#include <limits>

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace sala;
using namespace sala::store;

TEST_CASE("what was written is read back, and NULL is not an empty text")
{
    const Cities store;
    store->write([](Session& session) {
        CHECK(session.run("INSERT INTO town (id, name, share) VALUES (:id, :name, :share)", 1,
                          "พนมเปญ", 0.5) == 1);
        CHECK(session.run("INSERT INTO town (id, name, share) VALUES (:id, :name, :share)", 2, "",
                          Null{}) == 1);
        CHECK(session.run("INSERT INTO town (id, name, host) VALUES (:id, :name, :host)", 3,
                          std::optional<std::string>(), std::optional<int>(1)) == 1);
        return true;
    });

    store->read([](Session& session) {
        using Row = std::tuple<std::int64_t, std::optional<std::string>, std::optional<double>,
                               std::optional<std::int64_t>>;
        const auto rows = session.select<std::int64_t, std::optional<std::string>,
                                         std::optional<double>, std::optional<std::int64_t>>(
            "SELECT id, name, share, host FROM town ORDER BY id");
        CHECK(rows == std::vector<Row>{{1, "พนมเปญ", 0.5, std::nullopt},
                                       {2, "", std::nullopt, std::nullopt},
                                       {3, std::nullopt, std::nullopt, 1}});
        CHECK_THROWS_AS(session.select<std::string>("SELECT name FROM town"), Fault);
    });
}

TEST_CASE("every number and every text comes back as it was")
{
    const Cities store;

    CHECK(rc::check("values round trip", [&] {
        const auto id = *rc::gen::weightedOneOf<std::int64_t>(
            {{5, rc::gen::arbitrary<std::int64_t>()},
             {1, rc::gen::element(std::numeric_limits<std::int64_t>::max(),
                                  std::numeric_limits<std::int64_t>::min(),
                                  std::int64_t{9007199254740993})}});
        const auto name = *rc::gen::container<std::vector<std::string>>(
            rc::gen::element<std::string>("a", "ก้", "'", "\"", "\\", "\n", "\t", ":x", "$1", "%s",
                                          "🏙", "é", "--", "\x01", " "));
        std::string text;
        for (const auto& piece : name)
            text += piece;
        const auto share =
            *rc::gen::element(0.0, -0.1, 1.0 / 3, 1e308, 5e-324, 123456789.123456789);

        store->write([&](Session& session) {
            session.run("INSERT INTO town (id, name, share) VALUES (:id, :name, :share)", id, text,
                        share);
            const auto found = session.find<std::int64_t, std::string, double>(
                "SELECT id, name, share FROM town WHERE id = :id AND name = :name", id, text);
            RC_ASSERT(found.has_value());
            RC_ASSERT(*found == std::tuple(id, text, share));
            return false;
        });
    }));
}

TEST_CASE("a text with NUL or broken UTF-8 and a number without end are refused on both engines")
{
    const Cities store;
    const auto insert = [&](const Value& name, const Value& share) {
        store->write([&](Session& session) {
            session.run("INSERT INTO town (id, name, share) VALUES (1, :name, :share)", name,
                        share);
            return true;
        });
    };

    CHECK_THROWS_AS(insert(std::string("a\0b", 3), 1.0), Fault);
    CHECK_THROWS_AS(insert("\xff", 1.0), Fault);
    CHECK_THROWS_AS(insert("a", std::numeric_limits<double>::infinity()), Fault);
    CHECK(store.count() == 0);
}

TEST_CASE("a name that stands twice is one value, and values must fit the names")
{
    const Cities store;
    store->read([](Session& session) {
        const auto found = session.find<std::int64_t, std::string>(
            "SELECT :a + :a, ':no' || :b /* :not */ -- it's :not\n WHERE :a = :a", 21, "!");
        CHECK(found == std::tuple<std::int64_t, std::string>(42, ":no!"));
    });
    CHECK_THROWS_AS(store->read([](Session& session) {
        session.find<std::int64_t>("SELECT id FROM town WHERE id = :id", 1, 2);
    }),
                    Fault);
}

TEST_CASE("one statement serves NULL and a value in turn")
{
    const Cities store;
    store->read([](Session& session) {
        const auto ask = [&](std::optional<std::int64_t> value) {
            return std::get<0>(*session.find<std::int64_t>(
                "SELECT CASE WHEN :value IS NULL THEN -1 ELSE coalesce(:value, 0) END", value));
        };
        CHECK(ask(5) == 5);
        CHECK(ask(std::nullopt) == -1);
        CHECK(ask(7) == 7);
        CHECK(session.statements() >= 3);
    });
}

TEST_CASE("an upsert, its RETURNING, and the number of rows that were touched")
{
    const Cities store;
    store->write([](Session& session) {
        const auto* upsert = "INSERT INTO town (id, name) VALUES (:id, :name) ON CONFLICT (id) "
                             "DO UPDATE SET name = excluded.name RETURNING name";
        CHECK(session.find<std::string>(upsert, 1, "Hue") == std::tuple<std::string>("Hue"));
        CHECK(session.find<std::string>(upsert, 1, "Huế") == std::tuple<std::string>("Huế"));
        CHECK(session.run("INSERT INTO town (id, name) VALUES (2, 'Lyon'), (3, 'Accra')") == 2);
        CHECK(session.run("UPDATE town SET share = :share", 1) == 3);
        CHECK(session.run("DELETE FROM town WHERE id > :id", 7) == 0);
        return true;
    });
    CHECK(store.count() == 3);
}

TEST_CASE("columns that are only known at run time")
{
    const Cities store;
    store->read([](Session& session) {
        const Kind kinds[] = {Kind::text, Kind::integer, Kind::real, Kind::integer};
        const Value values[] = {std::string("a"), Null{}};
        CHECK(session.select_kinds("SELECT :name, 7, 0.5, :nothing", values, kinds) ==
              std::vector<std::vector<Value>>{{std::string("a"), std::int64_t{7}, 0.5, Null{}}});
    });
}

TEST_CASE("a row that is there already is a Duplicate, and nothing of the turn is kept")
{
    const Cities store;
    const auto insert = [](Session& session, int id, const char* name) {
        session.run("INSERT INTO town (id, name) VALUES (:id, :name)", id, name);
    };
    const auto twice = [&](int second, const char* name) {
        store->write([&](Session& session) {
            insert(session, 1, "Lyon");
            insert(session, second, name);
            return true;
        });
    };

    CHECK_THROWS_AS(twice(1, "Accra"), Duplicate);
    CHECK_THROWS_AS(twice(2, "Lyon"), Duplicate);
    CHECK(store.count() == 0);
    twice(2, "Accra");
    CHECK(store.count() == 2);
}

TEST_CASE("a row that refers to nothing is Dangling, also the row that others refer to")
{
    const Cities store;
    CHECK_THROWS_AS(store.run("INSERT INTO town (id, host) VALUES (1, 9)"), Dangling);
    store.run("INSERT INTO town (id, host) VALUES (1, 1), (2, 1)");
    CHECK_THROWS_AS(store.run("DELETE FROM town WHERE id = 1"), Dangling);
    CHECK(store.count() == 2);
}

TEST_CASE("work that swallowed a fault is not stored, and the store works on")
{
    const Cities store;
    const auto swallowing = [](bool answer) {
        return [answer](Session& session) {
            session.run("INSERT INTO town (id) VALUES (1)");
            try {
                session.run("INSERT INTO town (id) VALUES (1)");
            } catch (const Duplicate&) {
            }
            return answer;
        };
    };
    const auto before = store->generation();

    CHECK_THROWS_AS(store->write(swallowing(true)), Fault);
    CHECK_NOTHROW(store->write(swallowing(false)));
    CHECK(store.count() == 0);
    CHECK(store->generation() == before);
}

TEST_CASE("a reader cannot write, whatever words it uses")
{
    const Cities store;
    CHECK_THROWS_AS(
        store->read([](Session& session) { session.run("INSERT INTO town (id) VALUES (1)"); }),
        Fault);
    CHECK_THROWS_AS(store->read([](Session& session) {
        session.select<std::int64_t>("INSERT INTO town (id) VALUES (1) RETURNING id");
    }),
                    Fault);
    CHECK(store.count() == 0);
}
