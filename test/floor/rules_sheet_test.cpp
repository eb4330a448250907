// SPDX-License-Identifier: Apache-2.0
//
// The rules of the floor as a sheet: they come in with an import, leave with an export byte for
// byte, decide about sittings that have not begun, and change no record.

#include "delegations.hpp"

#include "floor/held_rules.hpp"
#include "floor/rules_sheet.hpp"
#include "sheet/forum_files.hpp"
#include "sheet/import.hpp"

using namespace sala;

namespace {

using Files = std::map<std::string, std::string>;

const std::string head = "key,sitting,speaking_order,statement_seconds,pauses,budget_minutes,"
                         "point_categories,sound,rule_book_en\n";

Files with_rules(const std::string& rows)
{
    auto files = lyon_files();
    files["floor_rules.csv"] = head + rows;
    return files;
}

Files exported(Stage& stage)
{
    Files files;
    stage.store().read([&](store::Session& session) {
        files = sheet::folder_files(sheet::export_files(session, stage.forum_id()));
    });
    return files;
}

Json rules_now(Plenary& stage) { return stage.get(stage.sitting + "/floor-rules.json").json(); }

}  // namespace

TEST_CASE("the rules of the floor come in with the folder of a forum")
{
    Plenary stage{with_rules("forum,,observers-last alphabet,300,question order,20,"
                             "Suspend the meeting; Close the debate,yes,Rule 7: five minutes.\n")};
    const auto rules = rules_now(stage);
    CHECK(rules["order"].write() == "[\"observers-last\",\"alphabet\"]");
    CHECK(rules["kinds"]["statement"]["seconds"].integer() == 300);
    CHECK(rules["kinds"]["question"]["pauses"].boolean());
    CHECK_FALSE(rules["kinds"]["response"]["pauses"].boolean());
    // What the row leaves empty is as usual.
    CHECK(rules["kinds"]["reply"]["seconds"].integer() == 180);
    CHECK(rules["kinds"]["statement"]["budgeted"].boolean());
    CHECK(rules["budget_seconds"].integer() == 1200);
    CHECK(rules["point_categories"].items().size() == 2);
    CHECK(rules["sound"].boolean());
    CHECK_FALSE(rules["own"].boolean());
    CHECK(stage.get(stage.sitting + "/order", {.as = As::anyone}).holds("Rule 7: five minutes."));
    // The programme gives its speakers seven minutes; whoever comes beside it has those of the
    // rules.
    stage.leads("open");
    REQUIRE(stage.leads("enter statement", {{"delegation", "quito"}}).status == 303);
    CHECK(stage.floor()["list"].items().back()["seconds"].integer() == 300);
}

TEST_CASE("a row for one sitting stands before that of the forum")
{
    Plenary stage{with_rules("forum,,alphabet,300,,,,,\n"
                             "statements,statements,inscription,240,none,,,,\n")};
    const auto rules = rules_now(stage);
    CHECK(rules["own"].boolean());
    CHECK(rules["kinds"]["statement"]["seconds"].integer() == 240);
    CHECK_FALSE(rules["kinds"]["question"]["pauses"].boolean());
}

TEST_CASE("an import with rules nobody knows says which word is wrong, and changes nothing")
{
    const auto problems = [](const std::string& row) {
        Stage stage{Stage::Empty{}};
        return stage.opens(with_rules(row));
    };
    CHECK(problems("forum,,alphabet tallest-first,300,,,,,\n").size() == 1);
    CHECK(problems("forum,,host-first host-last,300,,,,,\n").size() == 1);
    CHECK(problems("forum,,alphabet,5,,,,,\n").size() == 1);
    CHECK(problems("forum,,alphabet,300,singing,,,,\n").size() == 1);
    CHECK(problems("forum,no-such-sitting,alphabet,300,,,,,\n").size() == 1);
    CHECK(problems("forum,,alphabet,300,none,,,,\n").empty());
}

TEST_CASE("every rule of order and every kind of the floor is a word that the sheet takes")
{
    const auto& sheet = floor::sheet_of_rules();
    auto rules = floor::usual_rules(7);
    for (const auto by : floor::all_orders()) {
        rules.order = {by};
        sheet::Row row{"forum", std::vector<sheet::Cell>(sheet.columns.size())};
        row = floor::row_of(rules, std::move(row));
        CHECK(sheet::check_row(sheet, row).empty());
        CHECK(floor::rules_in(row, floor::usual_rules(3)) == rules);
    }
    for (auto& [kind, rule] : rules.kinds)
        rule = {rule.seconds + 1, !rule.pauses, !rule.budgeted};
    rules.budget_seconds = 1800;
    rules.point_categories = {"Suspend the meeting", "Close the debate"};
    rules.rotates_from = "Lao PDR";
    rules.starts_at_once = rules.sound = true;
    rules.words = Text(Language::english(), "Rule 7.");
    sheet::Row row{"forum", std::vector<sheet::Cell>(sheet.columns.size())};
    CHECK(floor::rules_in(floor::row_of(rules, row), floor::usual_rules(3)) == rules);
}

TEST_CASE(
    "what the chair sets leaves with the folder, and opens elsewhere as it was, byte for byte")
{
    Plenary stage;
    CHECK_FALSE(exported(stage).contains("floor_rules.csv"));
    REQUIRE(stage
                .post(stage.sitting + "/floor-rules",
                      rules_form(stage, "rotation",
                                 {{"rotates_from", "Ghana"},
                                  {"whole_forum", "yes"},
                                  {"words_en", "Rule 7: “five minutes”."},
                                  {"words_th", "ข้อ 7"},
                                  {"opens_at", "2030-04-01 09:00"},
                                  {"closes_at", "2030-05-01 18:30"}}))
                .status == 303);
    const auto before = rules_now(stage);
    const auto files = exported(stage);
    REQUIRE(files.contains("floor_rules.csv"));
    Plenary other{files};
    auto after = rules_now(other);
    CHECK(before["inscription_closes"].string() == "2030-05-01 18:30");
    for (const auto* what : {"order", "kinds", "rotates_from", "words", "sound",
                             "inscription_opens", "inscription_closes"})
        CHECK(after[what].write() == before[what].write());
    // forum.toml says when somebody last edited a row in a browser, which is here and not there.
    auto again = exported(other);
    again["forum.toml"] = files.at("forum.toml");
    CHECK(again == files);
}

TEST_CASE("when inscription opens and closes comes in with the sheet, and no other moment does")
{
    const auto of = [](const std::string& opens, const std::string& closes) {
        auto files = lyon_files();
        files["floor_rules.csv"] = "key,sitting,inscription_opens,inscription_closes\nforum,," +
                                   opens + "," + closes + "\n";
        return files;
    };
    const auto problems = [&](const std::string& opens, const std::string& closes) {
        Stage stage{Stage::Empty{}};
        return stage.opens(of(opens, closes)).size();
    };
    CHECK(problems("tomorrow", "") == 1);
    CHECK(problems("2030-02-30 09:00", "") == 1);
    CHECK(problems("2030-05-01 09:00", "2030-04-01 09:00") == 1);
    CHECK(problems("", "2030-04-01 09:00") == 0);
    Plenary stage{of("", "2001-04-01 09:00")};
    stage.gives(kofi.who, "focal-point", "delegation=accra");
    CHECK(stage
              .post(stage.sitting + "/inscription",
                    {{"kind", "statement"}, {"level", "head"}, {"language", "en"}}, kofi)
              .problem == "too-late");
    CHECK(stage.get(stage.sitting + "/floor-rules").holds("2001-04-01 09:00"));
}

TEST_CASE("a moment that was set before it stood in the sheet counts until the rules are saved")
{
    Delegations stage;
    stage.store().write([&](store::Session& session) {
        session.run("INSERT INTO floor_window (forum, id, sitting, opens_at, closes_at, at) SELECT "
                    "forum, 1, id, 0, 1000, 0 FROM sitting WHERE key = 'statements'");
        return true;
    });
    CHECK(stage.inscribes(kofi).problem == "too-late");
    REQUIRE(stage.post(stage.sitting + "/floor-rules", rules_form(stage, "alphabet")).status ==
            303);
    CHECK(stage.inscribes(kofi).status == 303);
}

TEST_CASE("a sheet that comes in after a sitting was opened changes neither it nor its record")
{
    Delegations stage;
    stage.leads("open");
    REQUIRE(stage.leads("give").status == 303);
    REQUIRE(stage.leads("start").status == 303);
    stage.passes(std::chrono::seconds{30});
    REQUIRE(stage.leads("enter question", {{"delegation", "quito"}}).status == 303);
    const auto asks = stage.floor()["requests"].items().at(0)["entry"].string();
    REQUIRE(stage.leads("give " + asks).status == 303);
    stage.passes(std::chrono::seconds{30});
    REQUIRE(stage.leads("end").status == 303);
    stage.passes(std::chrono::seconds{30});
    REQUIRE(stage.leads("end").status == 303);
    const auto spoken = [&] {
        return stage.get(stage.sitting + "/record.json").json()["speeches"].write();
    };
    const auto before = spoken();
    const auto imports = [&](const std::string& rows) {
        const auto shown =
            stage.upload("/lyon-2030/import", "file", "floor_rules.csv", head + rows);
        CHECK(shown.json()["problems"].items().empty());
        return shown.status;
    };
    REQUIRE(imports("forum,,alphabet,60,none,,,,\n") == 200);
    CHECK(spoken() == before);
    CHECK(rules_now(stage)["kinds"]["statement"]["seconds"].integer() == 420);
    CHECK(stage.count("SELECT COUNT(*) FROM floor_rules") == 1);
    // Sittings that have not begun follow the sheet.
    const auto other = stage.get("/lyon-2030/sittings/opening/floor-rules.json").json();
    CHECK(other["kinds"]["statement"]["seconds"].integer() == 60);
}

TEST_CASE("no sheet chooses the number of the lots: it is drawn when the sitting is opened")
{
    Plenary stage{with_rules("forum,,draw,300,,,,,\n")};
    const auto drawn = [&] {
        return stage.get(stage.sitting + "/order.json").json()["rules"]["drawn"].integer();
    };
    CHECK(drawn() == 0);
    CHECK(stage.get(stage.sitting + "/order", {.as = As::anyone})
              .holds("the lots are drawn when the sitting is opened"));
    stage.leads("open");
    const auto number = drawn();
    CHECK(number != 0);
    CHECK(stage.count("SELECT COUNT(*) FROM floor_draw") == 1);
    CHECK(stage.get(stage.sitting + "/order", {.as = As::anyone})
              .holds("By lot, number " + std::to_string(number)));
}

TEST_CASE("the next forum begins with the rules of this one, without its lots and its sittings")
{
    auto files = with_rules("forum,,draw,300,,,,,Rule 7.\n"
                            "statements,statements,inscription,240,none,,,,\n");
    auto& sheet = files["floor_rules.csv"];
    sheet.insert(sheet.find('\n'), ",inscription_closes");
    sheet.insert(sheet.find("Rule 7.") + 7, ",2030-05-01 09:00");
    Plenary stage{files};
    const auto opened = stage.post("/forums/new", {{"way", "pattern"},
                                                   {"pattern", "lyon-2030"},
                                                   {"slug", "lyon-2032"},
                                                   {"title_en", "Lyon 2032"},
                                                   {"date", "2032-05-06"},
                                                   {"time_zone", "Europe/Paris"}});
    INFO(opened.body);
    REQUIRE(opened.status < 400);
    CHECK(stage.count("SELECT COUNT(*) FROM floor_rule r JOIN forum f ON f.id = r.forum WHERE "
                      "f.key = 'lyon-2032' AND r.speaking_order = 'draw' AND r.sitting IS NULL "
                      "AND r.inscription_closes = ''") == 1);
    CHECK(stage.count("SELECT COUNT(*) FROM floor_rule r JOIN forum f ON f.id = r.forum WHERE "
                      "f.key = 'lyon-2032'") == 1);
}
