// SPDX-License-Identifier: Apache-2.0
//
// What is left of somebody in a store: words in any table there is, and rows that still say who it
// was.

#pragma once

#include "door/doors.hpp"
#include "door/photo_files.hpp"
#include "stage_store.hpp"
#include "store/tables.hpp"
#include "web/passkeys.hpp"

namespace sala {

// Where these words stand in small letters or large: every column of every table that holds words,
// so that a table that comes later is looked into as well. Not the seals: their digests and salts
// are letters by chance, so that any four stand there now and then.
inline std::vector<std::string> words_left(Stage& stage, const std::string& words)
{
    std::vector<store::Table> tables;
    stage.store().read([&](store::Session& session) {
        tables = store::tables_of(session, tests_run_on_postgresql() ? store::Engine::postgresql
                                                                     : store::Engine::sqlite);
    });
    REQUIRE(tables.size() > 100);
    std::vector<std::string> left;
    // A seal is random letters, in which any short word stands by chance now and then; a hash and a
    // token are 43 of them.
    const auto words_of = [&](const store::Table& table, const store::Column& column) {
        const auto name = store::quoted(column.name);
        return "SELECT COUNT(*) FROM " + store::quoted(table.name) + " WHERE LOWER(" + name +
               ") LIKE LOWER('%" + words + "%') AND NOT (LENGTH(" + name + ") = 43 AND " + name +
               " NOT LIKE '% %')";
    };
    for (const auto& table : tables)
        for (const auto& column : table.columns)
            if (column.kind == store::Kind::text && !table.name.starts_with("sealed") &&
                stage.count(words_of(table, column)) > 0)
                left.push_back(table.name + "." + column.name);
    return left;
}
using Left = std::vector<std::string>;

// Which rows still say who it was: photos, admissions, badges that open doors.
struct Traces {
    std::int64_t photos = 0;
    std::int64_t admissions = 0;
    std::int64_t badges = 0;

    bool operator==(const Traces&) const = default;
};
inline Traces traces(Stage& stage)
{
    return {stage.count("SELECT COUNT(*) FROM person_photo"),
            stage.count("SELECT COUNT(*) FROM admission WHERE registration IS NOT NULL OR badge IS "
                        "NOT NULL"),
            stage.count("SELECT COUNT(*) FROM badge WHERE NOT EXISTS (SELECT 1 FROM badge_end e "
                        "WHERE e.forum = badge.forum AND e.badge = badge.id)")};
}

// Approved, with a photo and a badge with which they came in.
inline std::string came_in(Doors& stage, const std::string& name, const Fields& fields)
{
    auto number = stage.approved(name, fields);
    REQUIRE(stage
                .upload(accra + "/people/" + number + "/photo", "photo", "a.jpg", jpeg_of(600, 800),
                        {{"agreed", "yes"}}, by(kofi))
                .status == 303);
    stage.prints();
    REQUIRE(stage.scans(stage.badge_of(number).token, number).status == 200);
    return number;
}

// Comes by a letter and says that this registration is theirs.
inline Jar claims(Stage& stage, const std::string& address, const std::string& number)
{
    Jar jar(stage);
    comes_by_letter(stage, jar, address);
    REQUIRE(jar.post("/lyon-2030/mine/claim", {{"registration", number}}).status == 303);
    return jar;
}

}  // namespace sala
