// SPDX-License-Identifier: Apache-2.0
//
// The small world of the store's tests: a few cities, in a store with steps of its own. Their table
// is not called as one of the program's, whose rows are sealed with all their columns.

#pragma once

#include "stage_store.hpp"

#include "base/embedded.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace sala {

inline const std::vector<Embedded>& city_steps()
{
    static const std::vector<Embedded> steps{
        {"migrations/0001_store.sql", *embedded_file("migrations/0001_store.sql")},
        {"migrations/0002_city.sql",
         "CREATE TABLE town (id BIGINT PRIMARY KEY, name TEXT UNIQUE, share DOUBLE PRECISION,\n"
         "    host BIGINT REFERENCES town (id));\n"
         "CREATE TABLE bridge (a BIGINT NOT NULL REFERENCES town (id), b BIGINT NOT NULL,\n"
         "    PRIMARY KEY (a, b),\n"
         "    FOREIGN KEY (b) REFERENCES town (id) DEFERRABLE INITIALLY DEFERRED);\n"
         "-- only sqlite\n"
         "CREATE VIRTUAL TABLE city_words USING fts5 (name);\n"
         "-- end\n"
         "-- only postgresql\n"
         "CREATE TABLE city_words (name TEXT, words TSVECTOR\n"
         "    GENERATED ALWAYS AS (to_tsvector('simple', name)) STORED);\n"
         "-- end\n"},
    };
    return steps;
}

struct Cities {
    FreshPlace place;
    std::unique_ptr<store::Store> store = opened();

    std::unique_ptr<store::Store> opened() const
    {
        auto another = store::Store::open(place.address());
        another->migrate(city_steps());
        return another;
    }
    store::Store* operator->() const { return store.get(); }

    void run(const std::string& sql) const
    {
        store->write([&](store::Session& session) {
            session.run(sql);
            return true;
        });
    }
    std::int64_t number(const std::string& sql) const
    {
        std::int64_t answer = -1;
        store->read([&](store::Session& session) {
            answer = std::get<0>(*session.find<std::int64_t>(sql));
        });
        return answer;
    }
    std::int64_t count() const { return number("SELECT count(*) FROM town"); }
};

using CityRow = std::tuple<std::int64_t, std::optional<std::string>, std::optional<double>,
                           std::optional<std::int64_t>>;

inline std::vector<CityRow> cities_in(store::Store& store)
{
    std::vector<CityRow> rows;
    store.read([&](store::Session& session) {
        rows = session.select<std::int64_t, std::optional<std::string>, std::optional<double>,
                              std::optional<std::int64_t>>(
            "SELECT id, name, share, host FROM town ORDER BY id");
    });
    return rows;
}

// One person after the other adds one to the number that the last one left.
inline void add_one(store::Session& session)
{
    const auto last =
        std::get<0>(*session.find<std::int64_t>("SELECT coalesce(max(id), 0) FROM town"));
    session.run("INSERT INTO town (id) VALUES (:id)", last + 1);
}

inline std::string new_file()
{
    static int count = 0;
    return test_folder() + "/backup-" + std::to_string(++count);
}

// The same world in a SQLite file, whatever engine the tests run on.
inline std::unique_ptr<store::Store> opened_file(const std::string& file)
{
    auto opened = store::Store::open(file);
    opened->migrate(city_steps());
    return opened;
}

}  // namespace sala
