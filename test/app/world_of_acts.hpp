// SPDX-License-Identifier: Apache-2.0
//
// Lyon 2030 with a row in every table of acts, and what the check says when somebody changes one of
// them past Sala.

#pragma once

#include "stage.hpp"

#include "sheet/sheet.hpp"
#include "store/seal.hpp"
#include "store/tables.hpp"
#include "store/tables_of_acts.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace sala {

constexpr std::int64_t only = 7'000'001;  // the number of every row that is filled in

// Words that a table allows.
inline std::string word_for(const std::string& table, const std::string& column)
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
                                                          {"registration_proposal_end.how", "made"},
                                                          {"asked_question.kind", "words"},
                                                          {"speech_file.kind", "pdf"}};
    const auto found = words.find(table + "." + column);
    return found == words.end() ? "LEAK" : found->second;
}

// Flags and what is counted are small; a row refers to the one row of the table it names.
inline std::int64_t number_for(const std::string& table, const std::string& column)
{
    static const std::set<std::string> small{
        "given",     "reads_only", "secret",          "withdrawn",       "comes",     "taken",
        "on_behalf", "own",        "with_heads",      "photo",           "rehearsed", "by_chair",
        "matters",   "reminds",    "other_countries", "only_cities_ask", "parallel",  "took_place",
        "with_code", "needed",     "after_approval",  "new_address"};
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
            forum = std::get<0>(*session.find<std::int64_t>("SELECT id FROM forum"));
            person = std::get<0>(*session.find<std::int64_t>("SELECT MIN(id) FROM person"));
            defer_references(session);
            session.run("INSERT INTO registration (forum, id, delegation, at) VALUES (:forum, :id, "
                        "1, 1)",
                        forum, only + 1);  // a second one, to be merged with
            fill_those(session, [](const std::string& table) { return !is_sheet(table); });
            return true;
        });
    }
    // Rows that no page could show: only for who looks at the tables alone.
    void fills_sheets()
    {
        store().write([&](store::Session& session) {
            defer_references(session);
            fill_those(session, is_sheet);
            return true;
        });
    }

    static bool is_sheet(const std::string& table)
    {
        const auto& all = sheet::all_sheets();
        return std::any_of(all.begin(), all.end(),
                           [&](const sheet::Sheet& sheet) { return sheet.table == table; });
    }
    void fill_those(store::Session& session, const std::function<bool(const std::string&)>& wanted)
    {
        const auto tables = store::tables_of(session, engine());
        for (const auto& act : store::tables_of_acts())
            for (const auto& table : tables)
                if (table.name == act.name && wanted(table.name))
                    fill(session, table);
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

}  // namespace sala
