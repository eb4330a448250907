// SPDX-License-Identifier: Apache-2.0

#include "forum/search_index.hpp"
#include "rich_world.hpp"
#include "sheet/row_store.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdio>
#include <fmt/format.h>

using namespace sala;
using namespace sala::forum;

namespace {

std::vector<std::string> found(Stage& stage, std::string_view query, bool drafts = false)
{
    std::vector<std::string> addresses;
    stage.store().read([&](store::Session& session) {
        addresses.clear();
        for (const auto& hit : search(session, query, {}, drafts))
            addresses.push_back(hit.address);
    });
    return addresses;
}

bool finds(Stage& stage, std::string_view query, const std::string& address)
{
    const auto all = found(stage, query);
    return std::find(all.begin(), all.end(), address) != all.end();
}

std::map<std::string, std::string> with_many_scripts()
{
    auto files = rich_files();
    files["cities.csv"] +=
        "ha-noi,fr,capital,Hà Nội,ฮานอย\nbangkok,fr,capital,Bangkok,กรุงเทพมหานคร\n";
    files["persons.csv"] += "nipat,Gen.,พล.อ.,Nipat Thonglek,นิพัทธ์ "
                            "ทองเล็ก\nchadchart,Mr,นาย,Chadchart Sittipunt,ชัชชาติ สิทธิพันธุ์\n";
    files["topics.csv"] += "memo,rivers-1,2,The ๕th importance,คําสําคัญ ครั้งที่ ๕\n";
    return files;
}

}  // namespace

TEST_CASE("pages are found however their words are typed")
{
    Stage stage{Stage::Empty{}};
    REQUIRE(stage.opens(with_many_scripts()).empty());
    CHECK(finds(stage, "Ha Noi", "/lyon-2030/cities/ha-noi"));
    CHECK(finds(stage, "HÀ NỘI", "/lyon-2030/cities/ha-noi"));
    CHECK(finds(stage, "noi ha", "/lyon-2030/cities/ha-noi"));
    CHECK(finds(stage, "ฮานอย", "/lyon-2030/cities/ha-noi"));
    CHECK(finds(stage, "กรุงเทพ", "/lyon-2030/cities/bangkok"));
    CHECK(finds(stage, "กรุงเทพมหานคร", "/lyon-2030/cities/bangkok"));
    CHECK(finds(stage, "acc", "/lyon-2030/cities/accra"));
    CHECK(finds(stage, "5th", "/lyon-2030/topics/memo"));
    CHECK(finds(stage, "ครั้งที่ 5", "/lyon-2030/topics/memo"));
    CHECK(finds(stage, "ครั้งที่ ๕", "/lyon-2030/topics/memo"));
    CHECK(finds(stage, "คำสำคัญ", "/lyon-2030/topics/memo"));
    CHECK(finds(stage, "คําสําคัญ", "/lyon-2030/topics/memo"));
    for (const auto* name : {"ชัชชาติ", "นายชัชชาติ", "นายชัชชาติ สิทธิพันธุ์", "Mr Chadchart", "chadchart"})
        CHECK_MESSAGE(finds(stage, name, "/lyon-2030/people/chadchart"), name);
    for (const auto* name : {"นิพัทธ์", "พล.อ.นิพัทธ์", "พลเอก นิพัทธ์", "พลเอกนิพัทธ์ ทองเล็ก", "Gen. Nipat"})
        CHECK_MESSAGE(finds(stage, name, "/lyon-2030/people/nipat"), name);

    CHECK(found(stage, "Lyon Ha Noi Quito").empty());
    CHECK(found(stage, "noise").empty());
    CHECK(found(stage, "?!").empty());
    CHECK(found(stage, "").empty());
    CHECK(found(stage, "%").empty());
    CHECK(found(stage, "' OR 1=1 --").empty());
}

TEST_CASE("a whole word in a title comes before a word in a text")
{
    Stage stage{Stage::Empty{}};
    REQUIRE(stage.opens(rich_files()).empty());
    const auto all = found(stage, "accra");
    REQUIRE(all.size() > 2);
    CHECK(all.front() == "/lyon-2030/cities/accra");
    CHECK(found(stage, "drains first") ==
          std::vector<std::string>{"/lyon-2030/interventions/accra-speaks"});
}

TEST_CASE("drafts are found by the secretariat alone")
{
    Stage stage;
    auto files = rich_files();
    files["forum.toml"] = "slug = \"secret-2031\"\ntitle_en = \"Secret 2031\"\ndate = "
                          "\"2031\"\ntime_zone = \"UTC\"\n";
    files["sittings.csv"] +=
        "hidden,day-1,morning,tilia,,other,,,,planned,unknown,Concealed sitting,\n";
    REQUIRE(stage.opens(files, true).empty());
    for (const auto* word : {"secret", "concealed", "smoke"}) {
        const auto page = std::string("/search?q=") + word;
        CHECK_FALSE(stage.get(page, the_public).holds("secret-2031/"));
        CHECK(stage.get("/search.json?q=" + std::string(word), the_public)
                  .json()["hits"]
                  .items()
                  .empty());
    }
    CHECK(found(stage, "concealed", true) ==
          std::vector<std::string>{"/secret-2031/sittings/hidden"});
    CHECK(stage.get("/search?q=concealed").holds("/secret-2031/sittings/hidden"));
}

TEST_CASE("a sitting that has not been released is not found, though its forum is public")
{
    Stage stage;
    stage.store().write([&](store::Session& session) {
        session.run("UPDATE sitting SET title = :title WHERE key = 'dinner'",
                    Text(Language::english(), "Unreleased banquet").canonical_json());
        rebuild_search(session, stage.forum_id());
        return true;
    });
    CHECK(found(stage, "banquet", true).empty());
    CHECK(found(stage, "dinner") == std::vector<std::string>{"/lyon-2030/sittings/dinner"});
}

TEST_CASE("one forum's search finds only its own pages")
{
    Stage stage;
    auto files = rich_files();
    files["forum.toml"] =
        "slug = \"accra-2032\"\ntitle_en = \"Accra 2032\"\ndate = \"2032\"\ntime_zone = \"UTC\"\n";
    REQUIRE(stage.opens(files).empty());
    CHECK(finds(stage, "quito", "/lyon-2030/cities/quito"));
    CHECK(finds(stage, "quito", "/accra-2032/cities/quito"));
    const auto hits =
        stage.get("/accra-2032/search.json?q=quito", the_public).json()["hits"].items();
    REQUIRE_FALSE(hits.empty());
    for (const auto& hit : hits)
        CHECK(hit["forum"].string() == "accra-2032");
}

TEST_CASE("the search page keeps what was typed and says what to try when nothing is found")
{
    Stage stage;
    const auto page = stage.get("/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", the_public);
    CHECK(page.status == 200);
    CHECK(page.holds("value=\"&quot;&gt;&lt;script&gt;"));
    CHECK_FALSE(page.holds("<script>alert"));
    CHECK(page.holds("class=\"empty\""));
    CHECK_FALSE(stage.get("/search", the_public).holds("class=\"empty\""));
}

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
