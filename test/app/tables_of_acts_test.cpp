// SPDX-License-Identifier: Apache-2.0
//
// What people did cannot be changed past Sala, whichever table it stands in. A store is filled with
// a row of every table of acts; then each row is taken out, each column changed and a row put in,
// and each time the check says so.

#include "not_sealed.hpp"
#include "world_of_acts.hpp"

#include "app/kept_data.hpp"
#include "registration/erasing.hpp"
#include "sheet/sheet.hpp"
#include "stage_store.hpp"

using namespace sala;

namespace {

// The row that was filled in; in quotes, as no statement of the program has it.
std::string of_row(const store::TableOfActs& table)
{
    std::string where;
    for (const auto& column : table.columns)
        if (column.is_key && column.name != "forum")
            where += fmt::format("{}{} = {}", where.empty() ? "" : " AND ", column.name,
                                 column.kind == store::Kind::text
                                     ? "'" + word_for(table.name, column.name) + "'"
                                     : std::to_string(number_for(table.name, column.name)));
    return where.empty() ? "forum IS NOT NULL" : where;  // a forum has one key of its doors
}

std::string other_value(const store::ActColumn& column)
{
    return column.kind == store::Kind::text ? fmt::format("COALESCE({0}, '') || 'x'", column.name)
                                            : fmt::format("COALESCE({0}, 0) + 1000", column.name);
}

// What rows of sheets say, and how often it was changed, is compared with their revisions.
bool is_in_revisions(const std::string& table, const std::string& column)
{
    const auto& all = sheet::all_sheets();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const auto& sheet) { return sheet.table == table; });
    return found != all.end() && (column == "version" ||
                                  std::any_of(found->columns.begin(), found->columns.end(),
                                              [&](const auto& one) { return one.name == column; }));
}

}  // namespace

TEST_CASE("a row of any table of acts that is taken out past Sala is found")
{
    World world;
    world.fills_sheets();
    REQUIRE(world.wrong().empty());
    for (const auto& table : store::tables_of_acts()) {
        CAPTURE(table.name);
        const auto wrong = world.wrong_after(
            table.name, fmt::format("DELETE FROM \"{}\" WHERE {}", table.name, of_row(table)));
        REQUIRE(wrong.size() == 1);
        CHECK(wrong.front().find(" of " + table.name + " was taken out past Sala.") !=
              std::string::npos);
    }
    CHECK(world.wrong().empty());
}

TEST_CASE("whatever is changed in a row of any table of acts past Sala is found")
{
    World world;
    world.fills_sheets();
    for (const auto& table : store::tables_of_acts())
        for (const auto& column : table.columns) {
            CAPTURE(table.name);
            CAPTURE(column.name);
            const auto wrong = world.wrong_after(
                table.name, fmt::format("UPDATE \"{}\" SET {} = {} WHERE {}", table.name,
                                        column.name, other_value(column), of_row(table)));
            REQUIRE(wrong.size() == (column.is_key ? 2U : 1U));
            CHECK(wrong.front().find(" of " + table.name + " was ") != std::string::npos);
        }
}

TEST_CASE("a row that is put into any table of acts past Sala is found")
{
    World world;
    world.fills_sheets();
    std::vector<store::Table> tables;
    world.store().read(
        [&](store::Session& session) { tables = store::tables_of(session, world.engine()); });
    for (const auto& table : store::tables_of_acts()) {
        CAPTURE(table.name);
        const auto whole = std::find_if(tables.begin(), tables.end(), [&](const store::Table& one) {
            return one.name == table.name;
        });
        REQUIRE(whole != tables.end());
        std::string copied;
        for (const auto& column : whole->columns)
            copied += (copied.empty() ? "" : ", ") + other_value({column.name, column.kind});
        const auto wrong = world.wrong_after(
            table.name,
            fmt::format("INSERT INTO \"{}\" ({}) SELECT {} FROM {} WHERE {}", table.name,
                        store::column_list(*whole), copied, table.name, of_row(table)));
        REQUIRE(wrong.size() == 1);
        CHECK(wrong.front().find(" of " + table.name + " was put in past Sala.") !=
              std::string::npos);
    }
}

TEST_CASE("no table is forgotten: each is sealed, or it is said why not")
{
    const auto store = fresh_store();
    std::set<std::string> sheets;
    for (const auto& sheet : sheet::all_sheets())
        sheets.insert(sheet.table);
    std::set<std::string> known;
    store->read([&](store::Session& session) {
        for (const auto& table : store::tables_of(
                 session, store->is_sqlite() ? store::Engine::sqlite : store::Engine::postgresql)) {
            CAPTURE(table.name);
            known.insert(table.name);
            CHECK((store::table_of_acts(table.name) ? 1 : 0) +
                      (other_tables().contains(table.name) ? 1 : 0) ==
                  1);
        }
    });
    for (const auto& sheet : sheets)
        CHECK_MESSAGE(store::table_of_acts(sheet), sheet, " is not sealed");
    for (const auto& [table, why] : other_tables())
        CHECK_MESSAGE(known.contains(table), table, " is no table");
    for (const auto& table : store::tables_of_acts())
        CHECK_MESSAGE(known.contains(table.name), table.name, " is no table");
}

TEST_CASE("no column of a table of acts is forgotten")
{
    World world;
    world.store().read([&](store::Session& session) {
        for (const auto& table : store::tables_of(session, world.engine()))
            if (const auto* acts = store::table_of_acts(table.name))
                for (const auto& column : table.columns) {
                    CAPTURE(table.name);
                    CAPTURE(column.name);
                    const bool is_sealed =
                        std::any_of(acts->columns.begin(), acts->columns.end(),
                                    [&](const auto& sealed) { return sealed.name == column.name; });
                    CHECK(is_sealed != (other_columns().contains(table.name + "." + column.name) ||
                                        is_in_revisions(table.name, column.name)));
                }
    });
}

TEST_CASE("seals that are changed or taken out past Sala are found")
{
    World world;
    for (const auto* sql :
         {"UPDATE sealed SET lines = '' WHERE number = 2", "DELETE FROM sealed WHERE number = 2",
          "UPDATE sealed SET salt = 'x' WHERE number = 2",
          "DELETE FROM sealed WHERE number = (SELECT MAX(number) FROM sealed)",
          "DELETE FROM sealed_salt WHERE of_table = 'admission'"}) {
        CAPTURE(sql);
        CHECK_FALSE(world.wrong_after("sealed", sql).empty());
    }
    CHECK(world.wrong().empty());
}

TEST_CASE("who is erased is gone from the doors, nothing tells who it was, and all is well")
{
    World world;
    const auto of_admissions = "SELECT COUNT(*) FROM sealed_salt WHERE of_table = 'admission'";
    const auto of_words = "SELECT COUNT(*) FROM sealed_salt WHERE of_table IN "
                          "('registration_person', 'registration_reason', 'registration_revision', "
                          "'registration_proposal_words', 'asked_answer')";
    REQUIRE(world.count(of_admissions) == 1);
    REQUIRE(world.count(of_words) == 5);
    world.store().write([&](store::Session& session) {
        registration::erase_registered(session, world.forum, Id<registration::Registration>{only},
                                       {}, world.now());
        return true;
    });
    CHECK(world.count("SELECT COUNT(*) FROM admission WHERE registration IS NULL") == 1);
    CHECK(world.count("SELECT COUNT(*) FROM registration_match") == 0);
    CHECK(world.count(of_admissions) == 0);
    CHECK(world.count(of_words) == 0);
    CHECK(world.wrong().empty());
    CHECK(
        world.wrong_after("admission", "UPDATE \"admission\" SET registration = 7000001").size() ==
        1);
}

TEST_CASE(
    "words that are emptied past Sala are found, also when their salt is taken away with them")
{
    World world;
    CHECK(world.wrong_after("letter",
                            "UPDATE \"letter\" SET to_address = '', to_name = '', subject "
                            "= '', body = '' WHERE id = 7000001") ==
          std::vector<std::string>{"Row 7000001 of letter was changed past Sala."});
    std::vector<std::string> wrong;
    world.store().write([&](store::Session& session) {
        session.run("DELETE FROM sealed_salt WHERE of_table = 'registration_reason'");
        session.run("DELETE FROM \"registration_reason\"");
        store::check_seals(session, wrong);
        return false;
    });
    REQUIRE(wrong.size() == 1);
    CHECK(wrong.front().find(" of registration_reason was taken out past Sala.") !=
          std::string::npos);
}

TEST_CASE("what is forgotten in its time, and all that is somebody's own when they are erased, is "
          "forgotten with its salts, and all is well")
{
    World world;
    const auto later = world.now() + std::chrono::hours(24 * 3650);
    const auto salts = world.count("SELECT COUNT(*) FROM sealed_salt");
    world.store().write([&](store::Session& session) {
        for (const auto& data : app::all_kept_data())
            if (data.forget)
                data.forget(session, later);
        return true;
    });
    CHECK(world.count("SELECT COUNT(*) FROM registration_reason") == 0);
    CHECK(world.count("SELECT COUNT(*) FROM sealed_salt WHERE of_table = 'registration_reason'") ==
          0);
    CHECK(world.wrong().empty());
    world.store().write([&](store::Session& session) {
        session.run("DELETE FROM login_erasure WHERE login = :login", only);  // to be written anew
        for (const auto& data : app::all_kept_data())
            if (data.erase)
                data.erase(session, Id<web::Login>{only}, later);
        return true;
    });
    CHECK(world.count("SELECT COUNT(*) FROM login_address WHERE login = 7000001") == 0);
    CHECK(world.count("SELECT COUNT(*) FROM sealed_salt") < salts);
    CHECK(world.wrong().empty());
}
