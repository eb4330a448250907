// SPDX-License-Identifier: Apache-2.0
//
// Rows of every sheet that are taken out, put in, renamed, moved or rewritten past Sala are named
// by the check, and what people may do with rows leaves a store that is well.

#include "app/check_contents.hpp"
#include "report/bangkok.hpp"
#include "store/seal.hpp"
#include "store/tables.hpp"

#include <algorithm>
#include <functional>

using namespace sala;

namespace {

using Sentences = std::vector<std::string>;

void look(store::Session& session, Sentences& wrong)
{
    app::check_versions(session, wrong);
    app::check_rows(session, wrong);
    store::check_seals(session, wrong);
}

Sentences wrong_with(Stage& stage)
{
    Sentences wrong;
    stage.store().read([&](store::Session& session) { look(session, wrong); });
    return wrong;
}

void let_rows_refer_to_nothing(Stage& stage, store::Session& session)
{
    session.run(stage.store().is_sqlite() ? "PRAGMA defer_foreign_keys = ON"
                                          : "SET LOCAL session_replication_role = replica");
}

// What the check says after all of these, which are then taken back. Names of tables stand in
// quotes, as in no statement of the program.
Sentences wrong_after(Stage& stage, const Sentences& statements)
{
    Sentences wrong;
    stage.store().write([&](store::Session& session) {
        let_rows_refer_to_nothing(stage, session);
        for (const auto& sql : statements) {
            CAPTURE(sql);
            CHECK(session.run(sql) == 1);
        }
        look(session, wrong);
        return false;
    });
    return wrong;
}

struct OneRow {
    const sheet::Sheet* sheet;
    std::int64_t id = 0;
    std::string key;

    std::string where() const { return fmt::format(" WHERE id = {}", id); }
};

// One of each sheet that has any.
std::vector<OneRow> one_of_each(Stage& stage)
{
    std::vector<OneRow> rows;
    stage.store().read([&](store::Session& session) {
        for (const auto& sheet : sheet::all_sheets())
            if (const auto row = session.find<std::int64_t, std::string>(
                    "SELECT id, key FROM " + sheet.table + " ORDER BY id LIMIT 1"))
                rows.push_back({&sheet, std::get<0>(*row), std::get<1>(*row)});
    });
    return rows;
}

std::string copied_row(Stage& stage, const OneRow& row)
{
    const auto& sheet = *row.sheet;
    std::string names;
    std::string values;
    stage.store().read([&](store::Session& session) {
        const auto engine =
            stage.store().is_sqlite() ? store::Engine::sqlite : store::Engine::postgresql;
        for (const auto& table : store::tables_of(session, engine))
            if (table.name == sheet.table)
                for (const auto& column : table.columns) {
                    names += (names.empty() ? "" : ", ") + column.name;
                    values +=
                        (values.empty() ? "" : ", ") + (column.name == "id" ? std::string("7000001")
                                                        : column.name == "key"     ? "key || '-x'"
                                                        : column.name == "version" ? "0"
                                                                                   : column.name);
                }
    });
    return fmt::format("INSERT INTO \"{0}\" ({1}) SELECT {2} FROM {0}{3}", sheet.table, names,
                       values, row.where());
}

bool says(const Sentences& wrong, const std::string& sentence)
{
    return std::find(wrong.begin(), wrong.end(), sentence) != wrong.end();
}

}  // namespace

TEST_CASE("a row of any sheet that is taken out, put in, renamed or moved past Sala is named")
{
    Stage stage{Stage::Empty{}};
    for (const auto* slug : {"phnom-penh-2022", "bangkok-2019"})
        REQUIRE(stage.opens(report::sample_files(slug)) == Sentences{});
    REQUIRE(wrong_with(stage) == Sentences{});
    const auto rows = one_of_each(stage);
    CHECK(rows.size() > 25);
    const auto after = [&](const std::function<std::string(const OneRow&)>& damage) {
        Sentences statements;
        for (const auto& row : rows)
            if (auto sql = damage(row); !sql.empty())
                statements.push_back(std::move(sql));
        return wrong_after(stage, statements);
    };
    const auto table = [](const OneRow& row) { return "\"" + row.sheet->table + "\""; };
    const auto out =
        after([&](const OneRow& row) { return "DELETE FROM " + table(row) + row.where(); });
    const auto renamed = after([&](const OneRow& row) {
        return "UPDATE " + table(row) + " SET key = 'x' || key" + row.where();
    });
    const auto in = after([&](const OneRow& row) { return copied_row(stage, row); });
    const auto moved = after([&](const OneRow& row) {
        return row.sheet->scope == sheet::Sheet::forum
                   ? "UPDATE " + table(row) + " SET position = position + 1000" + row.where()
                   : std::string{};
    });
    for (const auto& row : rows) {
        const auto named = row.sheet->name + " ";
        CAPTURE(named);
        CHECK(says(out, named + row.key +
                            ": the row was taken out, and its history knows nothing of it."));
        CHECK(says(renamed,
                   named + "x" + row.key + ": the row was called " + row.key + " in its history."));
        CHECK(says(in, named + row.key + "-x: the row stands in no history."));
        CHECK((row.sheet->scope != sheet::Sheet::forum ||
               std::any_of(moved.begin(), moved.end(), [&](const auto& sentence) {
                   return sentence.ends_with(
                       fmt::format("/{} of {} was changed past Sala.", row.id, row.sheet->table));
               })));
    }
    CHECK(wrong_after(stage, {"UPDATE \"listing\" SET position = position + 1000 WHERE sheet = "
                              "'persons' AND row_id = (SELECT MIN(row_id) FROM listing WHERE sheet "
                              "= 'persons')"})
              .size() == 1);
    CHECK(wrong_with(stage) == Sentences{});
}

TEST_CASE("the newest revision says that a row was taken away: one that is there was put in")
{
    Stage stage;
    REQUIRE(stage.post("/lyon-2030/sheets/rooms/acer/remove", {{"version", "1"}}).status == 303);
    REQUIRE(wrong_with(stage) == Sentences{});
    const auto wrong = wrong_after(
        stage, {"INSERT INTO \"room\" (id, key, forum, position, version, venue) SELECT v.row_id, "
                "'acer', v.forum, 2, 1, r.venue FROM revision v JOIN room r ON r.forum = v.forum "
                "WHERE v.sheet = 'rooms' AND v.became = '' AND r.key = 'tilia'"});
    CHECK(says(wrong, "rooms acer: the row was put in after its history says that it was taken "
                      "away."));
}

TEST_CASE("what people do with rows leaves a store that is well: taken away, taken back, moved")
{
    Stage stage;
    const std::string acer = "/lyon-2030/sheets/rooms/acer";
    const auto undo = [&](const std::string& address) {
        const auto page = stage.get(address + "/undo.json").json();
        return stage.post(address + "/undo", {{"revision", page["revision"].string()}}).status;
    };
    REQUIRE(stage.post(acer, {{"version", "1"}, {"name_en", "Maple"}}).status == 303);
    REQUIRE(stage.post(acer + "/remove", {{"version", "2"}}).status == 303);
    CHECK(wrong_with(stage) == Sentences{});
    REQUIRE(undo(acer) == 303);
    CHECK(wrong_with(stage) == Sentences{});
    REQUIRE(stage.post(acer, {{"version", "1"}, {"name_en", "Maple again"}}).status == 303);
    CHECK(wrong_with(stage) == Sentences{});
    REQUIRE(
        stage.post("/lyon-2030/sheets/persons/new", {{"key", "esi"}, {"name_en", "Esi"}}).status ==
        303);
    REQUIRE(stage.post("/lyon-2030/sheets/persons/esi/remove", {{"version", "1"}}).status == 303);
    CHECK(wrong_with(stage) == Sentences{});
    REQUIRE(undo("/lyon-2030/sheets/persons/esi") == 303);
    CHECK(wrong_with(stage) == Sentences{});
}
