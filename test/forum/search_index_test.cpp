// SPDX-License-Identifier: Apache-2.0
//
// The index behind the search: after whatever was done it is what it would be if it were made anew.

#include "forum/searches.hpp"
#include "sheet/row_store.hpp"

#include <doctest/doctest.h>

using namespace sala;
using namespace sala::forum;

TEST_CASE(
    "an index that is not what it should be is told by the check, and made right by a rebuild")
{
    Stage stage{Stage::Empty{}};
    REQUIRE(stage.opens(rich_files()).empty());
    std::vector<std::string> wrong;
    const auto check = [&] {
        wrong.clear();
        stage.store().read([&](store::Session& session) { check_search(session, wrong); });
        return wrong;
    };
    CHECK(check() == std::vector<std::string>{});

    stage.store().write([&](store::Session& session) {
        session.run("DELETE FROM search_word WHERE word = 'accra'");
        return true;
    });
    REQUIRE(check().size() == 1);
    CHECK(wrong[0].find("The search index of lyon-2030 is not up to date") == 0);

    stage.store().write([&](store::Session& session) {
        rebuild_all_searches(session);
        return true;
    });
    CHECK(check() == std::vector<std::string>{});
}

TEST_CASE("a city renamed through one forum is found under its new name in every forum")
{
    Stage stage;
    auto files = rich_files();
    files["forum.toml"] =
        "slug = \"accra-2032\"\ntitle_en = \"Accra 2032\"\ndate = \"2032\"\ntime_zone = \"UTC\"\n";
    REQUIRE(stage.opens(files).empty());
    stage.store().write([&](store::Session& session) {
        session.run("UPDATE city SET name = :name WHERE key = 'quito'",
                    Text(Language::english(), "Kitu").canonical_json());
        rebuild_search(session, stage.forum_id());
        return true;
    });
    CHECK(found(stage, "kitu").size() == 2);
    CHECK_FALSE(finds(stage, "quito", "/accra-2032/cities/quito"));
}

TEST_CASE("after an edit of one sheet the index is what it would be if it were made anew")
{
    Stage stage{Stage::Empty{}};
    REQUIRE(stage.opens(rich_files()).empty());
    std::vector<std::string> wrong;
    std::string sheets_edited;
    for (const auto& sheet : sheet::all_sheets()) {
        const auto column =
            std::find_if(sheet.columns.begin(), sheet.columns.end(),
                         [](const auto& one) { return one.kind == sheet::Column::text; });
        if (column == sheet.columns.end())
            continue;
        const auto words = Text(Language::english(), "Zanzibar " + sheet.name).canonical_json();
        stage.store().write([&](store::Session& session) {
            session.run("UPDATE " + sheet.table + " SET " + column->name + " = :words", words);
            rebuild_search(session, stage.forum_id(), sheet);
            return true;
        });
        sheets_edited += sheet.name + " ";
        stage.store().read([&](store::Session& session) { check_search(session, wrong); });
        CHECK_MESSAGE(wrong == std::vector<std::string>{}, sheet.name);
    }
    CHECK(sheets_edited.find("cities") != std::string::npos);
    CHECK(finds(stage, "zanzibar topics", "/lyon-2030/topics/floods"));
}

TEST_CASE("after an edit of one row the index is what it would be if it were made anew")
{
    Stage stage{Stage::Empty{}};
    REQUIRE(stage.opens(rich_files()).empty());
    std::vector<std::string> wrong;
    int rows_edited = 0;
    for (const auto& sheet : sheet::all_sheets()) {
        const auto column =
            std::find_if(sheet.columns.begin(), sheet.columns.end(),
                         [](const auto& one) { return one.kind == sheet::Column::text; });
        if (column == sheet.columns.end())
            continue;
        const auto words = Text(Language::english(), "Zanzibar " + sheet.name).canonical_json();
        stage.store().write([&](store::Session& session) {
            const auto rows = sheet::rows_of(session, sheet, stage.forum_id());
            if (rows.empty())
                return false;
            const auto& key = rows.back().row.key;
            session.run("UPDATE " + sheet.table + " SET " + column->name +
                            " = :words WHERE key = :key",
                        words, key);
            rebuild_search(session, stage.forum_id(), sheet, key);
            ++rows_edited;
            return true;
        });
        stage.store().read([&](store::Session& session) { check_search(session, wrong); });
        CHECK_MESSAGE(wrong == std::vector<std::string>{}, sheet.name);
    }
    CHECK(rows_edited > 8);
    CHECK(finds(stage, "zanzibar topics", "/lyon-2030/topics/floods"));
}

TEST_CASE("whom a new row brings into the forum is found at once")
{
    Stage stage{Stage::Empty{}};
    REQUIRE(stage.opens(rich_files()).empty());
    REQUIRE(stage
                .post("/lyon-2030/sheets/organisations/new",
                      {{"key", "escap-lyon"}, {"kind", "office"}, {"name_en", "Rivers Union"}})
                .status == 303);
    const auto wrong = [&] {
        std::vector<std::string> said;
        stage.store().read([&](store::Session& session) { check_search(session, said); });
        return said;
    };
    // As an organisation that only another forum named so far.
    stage.store().write([&](store::Session& session) {
        session.run("DELETE FROM listing WHERE forum = :forum AND sheet = 'organisations' AND "
                    "row_id = (SELECT id FROM organisation WHERE key = 'escap-lyon')",
                    stage.forum_id());
        rebuild_search(session, stage.forum_id());
        return true;
    });
    CHECK_FALSE(finds(stage, "rivers union", "/lyon-2030/organisations/escap-lyon"));
    REQUIRE(
        stage
            .post("/lyon-2030/sheets/delegations/new",
                  {{"key", "escap-lyon"}, {"organisation", "escap-lyon"}, {"name_en", "The union"}})
            .status == 303);
    CHECK(finds(stage, "rivers union", "/lyon-2030/organisations/escap-lyon"));
    CHECK(wrong() == std::vector<std::string>{});
}

TEST_CASE("what a release adds is found at once, and nothing of it before")
{
    Stage stage;
    REQUIRE(stage
                .post("/lyon-2030/sheets/sittings/new", {{"key", "banquet"},
                                                         {"day", "day-1"},
                                                         {"kind", "other"},
                                                         {"certainty", "planned"},
                                                         {"clock", "unknown"},
                                                         {"title_en", "Quayside banquet"}})
                .status == 303);
    CHECK(found(stage, "banquet").empty());
    REQUIRE(stage.post("/lyon-2030/releases", {{"name", "Second"}, {"despite", "yes"}}).status ==
            303);
    CHECK(found(stage, "banquet") == std::vector<std::string>{"/lyon-2030/sittings/banquet"});
}

TEST_CASE("a report is linked and found from the moment it is published until it is private again")
{
    Stage stage{Stage::Empty{}};
    auto files = rich_files();
    files["reports.csv"] = "key,template,edition,action,title_en\nsummary,bma-english,rivers-1,"
                           "information,Quayside summary\n";
    files["report_sections.csv"] =
        "key,report,number,body_en\nsummary-2,summary,2,Zanzibar asked\n";
    REQUIRE(stage.opens(files) == std::vector<std::string>{});
    const std::string address = "/lyon-2030/report?report=summary";
    const auto shown = [&] {
        std::vector<std::string> places;
        for (const auto* page :
             {"/lyon-2030", "/lyon-2030.json", "/lyon-2030/documents", "/lyon-2030/documents.json"})
            if (stage.get(page, the_public).holds(address))
                places.push_back(page);
        for (const auto* word : {"quayside", "zanzibar"})
            if (finds(stage, word, address))
                places.push_back(word);
        std::vector<std::string> wrong;
        stage.store().read([&](store::Session& session) { check_search(session, wrong); });
        CHECK(wrong == std::vector<std::string>{});
        return places;
    };
    const auto publish = [&](const std::string& yes) {
        return stage.post("/lyon-2030/reports/summary/publish", {{"published", yes}}).status;
    };
    CHECK(shown() == std::vector<std::string>{});
    REQUIRE(publish("yes") == 200);
    CHECK(shown() == std::vector<std::string>{"/lyon-2030", "/lyon-2030.json",
                                              "/lyon-2030/documents", "/lyon-2030/documents.json",
                                              "quayside", "zanzibar"});
    CHECK(stage.get(address, the_public).holds("Zanzibar asked"));
    CHECK(stage.get("/lyon-2030/search?q=quayside", the_public)
              .holds("<p class=\"over\">Report</p>"));
    REQUIRE(stage
                .post("/lyon-2030/reports/summary/sections/2",
                      {{"version", "1"}, {"in", "en"}, {"body", "Quito asked"}})
                .status == 200);
    CHECK(shown().back() == "quayside");
    CHECK(finds(stage, "asked", address));
    REQUIRE(publish("") == 200);
    CHECK(shown() == std::vector<std::string>{});
    CHECK_FALSE(finds(stage, "asked", address));
}
