// SPDX-License-Identifier: Apache-2.0
//
// Rows of every sheet that are taken out, put in, renamed, moved or rewritten past Sala are named
// by the check, and what people may do with rows leaves a store that is well.

#include "app/check_contents.hpp"
#include "report/bangkok.hpp"
#include "store/seal.hpp"
#include "store/tables.hpp"

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

// What the check says after `sql`, which is then taken back. Names of tables stand in quotes, as in
// no statement of the program.
Sentences wrong_after(Stage& stage, const std::string& sql)
{
    Sentences wrong;
    stage.store().write([&](store::Session& session) {
        let_rows_refer_to_nothing(stage, session);
        CAPTURE(sql);
        CHECK(session.run(sql) == 1);
        look(session, wrong);
        return false;
    });
    return wrong;
}

// Where one row of a sheet is; empty when there is none.
std::string one_row(Stage& stage, const sheet::Sheet& sheet)
{
    std::string where;
    stage.store().read([&](store::Session& session) {
        const auto id =
            session.find<std::optional<std::int64_t>>("SELECT MIN(id) FROM " + sheet.table);
        if (id && std::get<0>(*id))
            where = fmt::format(" WHERE id = {}", *std::get<0>(*id));
    });
    return where;
}

std::string copied_row(Stage& stage, const sheet::Sheet& sheet, const std::string& where)
{
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
                       values, where);
}

bool one_starts(const Sentences& wrong, const std::string& words)
{
    return std::any_of(wrong.begin(), wrong.end(),
                       [&](const auto& sentence) { return sentence.starts_with(words); });
}

}  // namespace

TEST_CASE("a row of any sheet that is taken out, put in, renamed or moved past Sala is named")
{
    Stage stage{Stage::Empty{}};
    for (const auto* slug : {"phnom-penh-2022", "bangkok-2019"})
        REQUIRE(stage.opens(report::sample_files(slug)) == Sentences{});
    REQUIRE(wrong_with(stage) == Sentences{});
    int looked_at = 0;
    for (const auto& sheet : sheet::all_sheets()) {
        const auto where = one_row(stage, sheet);
        if (where.empty())
            continue;
        CAPTURE(sheet.name);
        ++looked_at;
        const auto named = sheet.name + " ";
        const auto table = fmt::format("\"{}\"", sheet.table);
        CHECK(one_starts(wrong_after(stage, "DELETE FROM " + table + where), named));
        CHECK(one_starts(wrong_after(stage, "UPDATE " + table + " SET key = 'x' || key" + where),
                         named));
        CHECK(one_starts(wrong_after(stage, copied_row(stage, sheet, where)), named));
        if (sheet.scope == sheet::Sheet::forum)
            CHECK(wrong_after(stage, "UPDATE " + table + " SET position = position + 1000" + where)
                      .size() == 1);
    }
    CHECK(looked_at > 25);
    CHECK(wrong_after(stage, "UPDATE \"listing\" SET position = position + 1000 WHERE row_id = "
                             "(SELECT MIN(row_id) FROM listing WHERE sheet = 'persons')")
              .size() == 1);
    CHECK(wrong_with(stage) == Sentences{});
}

TEST_CASE("the newest revision says that a row was taken away: one that is there was put in")
{
    Stage stage;
    REQUIRE(stage.post("/lyon-2030/sheets/rooms/acer/remove", {{"version", "1"}}).status == 303);
    REQUIRE(wrong_with(stage) == Sentences{});
    const auto wrong = wrong_after(
        stage, "INSERT INTO \"room\" (id, key, forum, position, version, venue) SELECT v.row_id, "
               "'acer', v.forum, 2, 1, r.venue FROM revision v JOIN room r ON r.forum = v.forum "
               "WHERE v.sheet = 'rooms' AND v.became = '' AND r.key = 'tilia'");
    CHECK(one_starts(wrong, "rooms acer: the row was put in after its history says that it was "
                            "taken away."));
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
