// SPDX-License-Identifier: Apache-2.0
//
// The two forums that a fresh server opens with go in, come out and go in again without a trace.

#include "directory/whole_name.hpp"
#include "report/bangkok.hpp"
#include "sheet/import.hpp"
#include "sheet/sheets.hpp"
#include "web/verbs_of_world.hpp"

using namespace sala;
using sheet::Files;
using sheet::Words;

namespace {

const std::string phnom_penh = "phnom-penh-2022";
const std::string bangkok = "bangkok-2019";

Files exported(Stage& stage, const std::string& slug)
{
    Files files;
    stage.store().read([&](store::Session& session) {
        files = sheet::folder_files(sheet::export_files(session, stage.forum_id(slug)));
    });
    return files;
}

// File by file, so that a difference names its file.
void same_folder(const Files& one, const Files& other)
{
    for (const auto& [name, bytes] : one) {
        INFO(name);
        REQUIRE(other.contains(name));
        CHECK(bytes == other.at(name));
    }
    CHECK(one.size() == other.size());
}

}  // namespace

TEST_CASE("the samples open in either order without problems, and are written back byte for byte")
{
    for (const auto& [first, second] :
         {std::pair{phnom_penh, bangkok}, std::pair{bangkok, phnom_penh}}) {
        Stage stage{Stage::Empty{}};
        CHECK(stage.opens(report::sample_files(first)) == Words{});
        CHECK(stage.opens(report::sample_files(second)) == Words{});
        for (const auto& slug : {phnom_penh, bangkok})
            same_folder(exported(stage, slug), report::sample_files(slug));
        CHECK(stage.count("SELECT COUNT(*) FROM release") == 2);
        // Bangkok is one city, and its Governor one post with two holders.
        CHECK(stage.count("SELECT COUNT(*) FROM city WHERE key = 'bangkok'") == 1);
        CHECK(stage.count("SELECT COUNT(*) FROM holder JOIN post ON post.id = holder.post "
                          "WHERE post.key = 'governor-bangkok'") == 2);
    }
}

TEST_CASE("opening the samples a second time leaves no row, no release, no revision, no act")
{
    Stage stage{Stage::Empty{}};
    for (const auto& slug : {phnom_penh, bangkok})
        REQUIRE(stage.opens(report::sample_files(slug)) == Words{});
    const auto before = sheet::rows_of_tables(stage.store());
    for (const auto& slug : {phnom_penh, bangkok}) {
        CHECK(stage.opens(report::sample_files(slug)) == Words{});
        same_folder(exported(stage, slug), report::sample_files(slug));
    }
    CHECK(sheet::rows_of_tables(stage.store()) == before);
    CHECK(before.at("release") == 2);
}

TEST_CASE("the workbook of a sample, sent back through the browser, changes nothing")
{
    Stage stage{Stage::Empty{}};
    REQUIRE(stage.opens(report::sample_files(bangkok)) == Words{});
    const auto book = stage.get("/bangkok-2019/workbook.xlsx");
    REQUIRE(book.status == 200);
    stage.passes(std::chrono::hours(1));
    CHECK(stage.get("/bangkok-2019/workbook.xlsx").body == book.body);
    const auto before = sheet::rows_of_tables(stage.store());
    const auto reply =
        stage.upload("/bangkok-2019/import", "file", "bangkok.xlsx", book.body, {{"prune", "yes"}});
    CHECK(reply.status == 200);
    const auto outcome = reply.json();
    CHECK(outcome["problems"].items().empty());
    CHECK(outcome["added"].items().empty());
    CHECK(outcome["changed"].items().empty());
    CHECK(outcome["missing"].items().empty());
    CHECK(sheet::rows_of_tables(stage.store()) == before);
    same_folder(exported(stage, bangkok), report::sample_files(bangkok));
}

TEST_CASE("a sheet of a sample, downloaded for people and sent back, changes nothing")
{
    Stage stage{Stage::Empty{}};
    REQUIRE(stage.opens(report::sample_files(phnom_penh)) == Words{});
    const auto before = sheet::rows_of_tables(stage.store());
    for (const auto& sheet : sheet::all_sheets()) {
        if (sheet.scope == sheet::Sheet::itself)
            continue;
        INFO(sheet.name);
        const auto download = stage.get("/phnom-penh-2022/sheets/" + sheet.name + ".csv");
        REQUIRE(download.status == 200);
        const auto reply =
            stage.upload("/phnom-penh-2022/import", "file", sheet.name + ".csv", download.body);
        CHECK(reply.status == 200);
        CHECK(reply.json()["changed"].items().empty());
        CHECK(reply.json()["added"].items().empty());
        CHECK(reply.json()["missing"].items().empty());
    }
    CHECK(sheet::rows_of_tables(stage.store()) == before);
    same_folder(exported(stage, phnom_penh), report::sample_files(phnom_penh));
}

TEST_CASE("an honorific stands before a name in the language of the name, or not at all")
{
    const auto english = Language::english();
    const Text mrs{Language::thai(), "นาง"};
    const Text doctor{Language::thai(), "นายแพทย์"};
    const Text armida{english, "Armida"};
    const Text only_thai{Language::thai(), "อาร์มิดา"};
    CHECK(directory::whole_name(mrs, armida, english) == "Mrs Armida");
    CHECK(directory::whole_name(doctor, armida, english) == "Armida");
    CHECK(directory::whole_name(mrs, only_thai, english) == "นางอาร์มิดา");
    CHECK(directory::whole_name(Text{english, "Mrs"}, only_thai, english) == "นางอาร์มิดา");

    Stage stage{Stage::Empty{}};
    REQUIRE(stage.opens(report::sample_files(bangkok)) == Words{});
    const auto page = stage.get("/bangkok-2019/sittings/opening", {.as = As::anyone});
    CHECK(page.holds("Mrs Armida Salsiah Alisjahbana"));
    CHECK(page.holds("Mr Pirkka Tapiola"));
    for (const auto* mixed : {"นาง Armida", "นาย Pirkka", "นาง</span> Armida", "นาย</span> Pirkka"})
        CHECK_FALSE(page.holds(mixed));
}

TEST_CASE("the passages of the samples are headed by what they say, not by a number of a list")
{
    Stage stage{Stage::Empty{}};
    for (const auto& slug : {phnom_penh, bangkok}) {
        REQUIRE(stage.opens(report::sample_files(slug)) == Words{});
        const auto files = stage.get("/" + slug + "/workbook.json").json();
        const auto& texts = files["sheets"]["texts"].items();
        CHECK(texts.size() > 20);
        for (const auto& text : texts) {
            const auto title = text["title"]["en"]["verbatim"].string();
            INFO(title);
            CHECK(title.size() > 5);
            CHECK_FALSE(title.starts_with("FO-"));
        }
    }
}

// The world compares every answer with its description by itself (answers.hpp).
TEST_CASE("of real forums, too, programs are answered as the description of the API says")
{
    Stage stage{Stage::Empty{}};
    for (const auto& slug : {phnom_penh, bangkok})
        REQUIRE(stage.opens(report::sample_files(slug)) == Words{});
    int answered = 0;
    for (const auto& verb : verbs_of("GET"))
        for (const auto& slug : {phnom_penh, bangkok}) {
            std::map<std::string, std::string> things{{"forum", slug},
                                                      {"city", "bangkok"},
                                                      {"delegation", "bangkok"},
                                                      {"organisation", "uclg-aspac"},
                                                      {"person", "chadchart-sittipunt"},
                                                      {"intervention", "smaller-cities-bangkok"},
                                                      {"report", "amf-5-summary"},
                                                      {"sheet", "sittings"},
                                                      {"sitting", "main-cities"},
                                                      {"key", "main-cities"},
                                                      {"topic", "disaster-management"}};
            if (verb.verb.path.find("/wants/") != std::string::npos) {
                things["sheet"] = "needs";
                things["key"] = "bangkok-less-burning";
            }
            const auto path = address_of(verb.verb, things);
            CAPTURE(path);
            const auto shown = stage.get(path == "/" ? "/.json" : path + ".json");
            CHECK(shown.status < 500);
            answered += shown.type == "application/json" ? 1 : 0;
        }
    CHECK(answered > 150);
}
