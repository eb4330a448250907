// SPDX-License-Identifier: Apache-2.0

#include "forum/searches.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdio>
#include <fmt/format.h>

using namespace sala;
using namespace sala::forum;

namespace {

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

TEST_CASE("what a page shows of other sheets finds it: rooms, bodies, rivers and claims")
{
    Stage stage{Stage::Empty{}};
    auto files = rich_files();
    files["rivers.csv"] = "key,name_en,name_th\nodaw,Odaw,แม่น้ำโอดอ\n";
    files["riversides.csv"] =
        "key,city,river,address\naccra-odaw,accra,odaw,https://paper.example/3\n";
    REQUIRE(stage.opens(files).empty());
    CHECK(finds(stage, "Tilia", "/lyon-2030/sittings/opening"));
    CHECK(finds(stage, "Two Rivers", "/lyon-2030/sittings/opening"));
    CHECK_FALSE(finds(stage, "Tilia", "/lyon-2030/sittings/dinner"));
    CHECK(finds(stage, "FOR", "/lyon-2030#edition-rivers-1"));
    CHECK(finds(stage, "โอดอ", "/lyon-2030/cities/accra"));
    CHECK_FALSE(finds(stage, "Odaw", "/lyon-2030/cities/lyon"));
    CHECK(finds(stage, "15 nations", "/lyon-2030/data#claim-cities-15"));
    CHECK(finds(stage, "Much smoke", "/lyon-2030/data#claim-smoke"));
    CHECK(stage.get("/lyon-2030/data").holds("id=\"claim-smoke\""));
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
