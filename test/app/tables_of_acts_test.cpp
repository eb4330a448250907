// SPDX-License-Identifier: Apache-2.0
//
// What people did cannot be changed past Sala, whichever table it stands in. A store is filled with
// a row of every table of acts; then each row is taken out, each column changed and a row put in,
// and each time the check says so.

#include "stage.hpp"
#include "stage_store.hpp"

#include "registration/kept_registrations.hpp"
#include "sheet/sheet.hpp"
#include "store/seal.hpp"
#include "store/tables.hpp"
#include "store/tables_of_acts.hpp"

#include <set>

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace sala;

namespace {

constexpr std::int64_t only = 7'000'001;  // the number of every row that is filled in

// Tables that are no acts, and why a change of theirs past Sala is not looked for here.
const std::map<std::string, std::string>& other_tables()
{
    static const std::map<std::string, std::string> why{
        {"migration", "the store's own"},
        {"writer", "the store's own; written over"},
        {"sealed", "the seals, a chain"},
        {"sealed_salt", "the seals' own; compared with them"},
        {"listing", "follows from the revisions"},
        {"search_entry", "derived; check_search"},
        {"search_word", "derived; check_search"},
        {"registration_now", "derived; check_lists"},
        {"registration_heard", "derived; check_lists"},
        {"registration_owner", "derived from claims"},
        {"floor_speech", "derived; check_speeches"},
        {"plan_place", "the draft, which plan_change is the record of"},
        {"plan_seat", "the draft"},
        {"plan_run_status", "how far a run is; written over"},
        {"floor_rehearsal", "how far a rehearsal is; written over"},
        {"floor_secret_card", "laid anew with each card, so that nothing tells who laid which"},
        {"login_address", "who somebody is; erased"},
        {"login_subject", "who somebody is; erased"},
        {"login_device", "from where somebody came; erased"},
        {"login_session", "ends by itself and is deleted"},
        {"login_session_end", "deleted with the session"},
        {"sign_in_link", "ends by itself and is deleted"},
        {"sign_in_link_use", "deleted with the link"},
        {"half_sign_in", "ends by itself and is deleted"},
        {"provider_trip", "ends by itself and is deleted"},
        {"passkey_challenge", "ends by itself and is deleted"},
        {"sign_in_attempt", "forgotten after a day"},
        {"login_password", "a secret; replaced"},
        {"login_code_key", "a secret; replaced"},
        {"recovery_code", "a secret; replaced"},
        {"passkey", "a secret; counts and is removed"},
        {"passkey_owner", "a secret; removed"},
        {"letter_secret", "words that go when the letter has left"},
        {"invitation_recipient", "words of people; erased"},
        {"invitation_answer_words", "words of people; erased"},
        {"registration_person", "words of people; changed and erased"},
        {"registration_reason", "words of people; erased"},
        {"registration_proposal_words", "words of people; erased"},
        {"asked_answer", "words of people; changed and erased"},
        {"person_photo", "a photo; replaced and erased"},
        {"vehicle_pass_words", "words of people; changed and erased"},
        {"meeting_words", "words of people; erased"},
        {"meeting_record", "words of people; erased"},
        {"terms_words", "words of people; erased; what both confirmed has its hash in an act"},
        {"commitment_words", "words of people; erased"},
        {"floor_words", "words of people; erased"},
        {"floor_ballot_words", "words of people; erased"},
        {"inscription_words", "words of people; erased"},
        {"speech_file", "words of people; replaced and erased"},
    };
    return why;
}

// Words that a table allows.
std::string word_for(const std::string& table, const std::string& column)
{
    static const std::map<std::string, std::string> words{{"role_grant.role", "press"},
                                                          {"revision.origin", "import"},
                                                          {"letter_act.what", "prepared"},
                                                          {"circular.audience", "invited"},
                                                          {"circular.kind", "notice"},
                                                          {"badge_end.why", "revoked"},
                                                          {"meeting_preference.word", "must"},
                                                          {"meeting_act.step", "ask"},
                                                          {"agreement_kind.kind", "mou"},
                                                          {"commitment_act.status", "open"},
                                                          {"plan_change.how", "moved"},
                                                          {"plan_run.how", "anew"},
                                                          {"plan_release.kind", "final"},
                                                          {"floor_ballot.card", "agree"},
                                                          {"floor_screen_aim.what", "message"},
                                                          {"registration_act.step", "submit"},
                                                          {"registration_act.status", "submitted"},
                                                          {"asked_question.kind", "words"}};
    const auto found = words.find(table + "." + column);
    return found == words.end() ? "word" : found->second;
}

// Flags and what is counted are small; a row refers to the one row of the table it names.
std::int64_t number_for(const std::string& table, const std::string& column)
{
    static const std::set<std::string> small{
        "given",     "reads_only", "secret",          "withdrawn",       "comes",     "taken",
        "on_behalf", "own",        "with_heads",      "photo",           "rehearsed", "by_chair",
        "matters",   "reminds",    "other_countries", "only_cities_ask", "parallel",  "took_place",
        "with_code", "needed",     "after_approval"};
    if (small.contains(column))
        return 1;
    return column == "high" || column == "about" || column == "merged" ||
                   (table == "meeting" && column == "guest")
               ? only + 1
               : only;
}

struct World : Stage {
    World()
    {
        store().write([&](store::Session& session) {
            const auto tables = store::tables_of(session, engine());
            forum = std::get<0>(*session.find<std::int64_t>("SELECT id FROM forum"));
            person = std::get<0>(*session.find<std::int64_t>("SELECT MIN(id) FROM person"));
            defer_references(session);
            session.run("INSERT INTO registration (forum, id, delegation, at) VALUES (:forum, :id, "
                        "1, 1)",
                        forum, only + 1);  // a second one, to be merged with
            for (const auto& act : store::tables_of_acts())
                for (const auto& table : tables)
                    if (table.name == act.name)
                        fill(session, table);
            return true;
        });
    }

    store::Engine engine()
    {
        return store().is_sqlite() ? store::Engine::sqlite : store::Engine::postgresql;
    }
    void defer_references(store::Session& session)
    {
        session.run(store().is_sqlite() ? "PRAGMA defer_foreign_keys = ON"
                                        : "SET LOCAL session_replication_role = replica");
    }

    void fill(store::Session& session, const store::Table& table)
    {
        std::string names;
        std::string places;
        std::vector<store::Value> values;
        for (const auto& column : table.columns) {
            const bool is_number = column.kind == store::Kind::integer;
            names += (names.empty() ? "" : ", ") + column.name;
            places += (places.empty() ? ":" : ", :") + column.name;
            if (is_number && (column.name == "by_login" || column.name == "body"))
                values.emplace_back(store::Null{});
            else if (column.name == "forum" || column.name == "at_forum")
                values.emplace_back(forum);
            else if (column.name == "person")
                values.emplace_back(person);
            else if (is_number)
                values.emplace_back(number_for(table.name, column.name));
            else
                values.emplace_back(word_for(table.name, column.name));
        }
        CAPTURE(table.name);
        REQUIRE(session.run_bound(
                    fmt::format("INSERT INTO {} ({}) VALUES ({})", table.name, names, places),
                    values) == 1);
    }

    // What the check says after `sql`, which is then taken back.
    std::vector<std::string> wrong_after(const std::string& table, const std::string& sql)
    {
        std::vector<std::string> wrong;
        store().write([&](store::Session& session) {
            defer_references(session);
            allow_any_words(session, table);
            CAPTURE(sql);
            CHECK(session.run(sql) == 1);
            store::check_seals(session, wrong);
            return false;
        });
        return wrong;
    }
    void allow_any_words(store::Session& session, const std::string& table)
    {
        if (store().is_sqlite()) {
            session.run("PRAGMA ignore_check_constraints = ON");
            return;
        }
        for (const auto& [name] : session.select<std::string>(
                 "SELECT conname::text FROM pg_constraint WHERE contype = 'c' AND conrelid = "
                 ":table::regclass",
                 table))
            session.run(fmt::format("ALTER TABLE {} DROP CONSTRAINT {}", table, name));
    }
    std::vector<std::string> wrong()
    {
        std::vector<std::string> found;
        store().read([&](store::Session& session) { store::check_seals(session, found); });
        return found;
    }

    std::int64_t forum = 0;
    std::int64_t person = 0;
};

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

}  // namespace

TEST_CASE("a row of any table of acts that is taken out past Sala is found")
{
    World world;
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
        sheets.insert(sheet.table);  // a change is a revision; check_rows compares
    std::set<std::string> known;
    store->read([&](store::Session& session) {
        for (const auto& table : store::tables_of(
                 session, store->is_sqlite() ? store::Engine::sqlite : store::Engine::postgresql)) {
            CAPTURE(table.name);
            known.insert(table.name);
            CHECK((store::table_of_acts(table.name) ? 1 : 0) +
                      (other_tables().contains(table.name) ? 1 : 0) +
                      (sheets.contains(table.name) ? 1 : 0) ==
                  1);
        }
    });
    for (const auto& [table, why] : other_tables())
        CHECK_MESSAGE(known.contains(table), table, " is no table");
    for (const auto& table : store::tables_of_acts())
        CHECK_MESSAGE(known.contains(table.name), table.name, " is no table");
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
    REQUIRE(world.count(of_admissions) == 1);
    world.store().write([&](store::Session& session) {
        registration::erase_registered(session, world.forum, Id<registration::Registration>{only},
                                       {}, world.now());
        return true;
    });
    CHECK(world.count("SELECT COUNT(*) FROM admission WHERE registration IS NULL") == 1);
    CHECK(world.count("SELECT COUNT(*) FROM registration_match") == 0);
    CHECK(world.count(of_admissions) == 0);
    CHECK(world.wrong().empty());
    CHECK(
        world.wrong_after("admission", "UPDATE \"admission\" SET registration = 7000001").size() ==
        1);
}
