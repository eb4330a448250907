// SPDX-License-Identifier: Apache-2.0
//
// The reporting officer takes over what the floor recorded: with a press it stands behind what is
// written, in the language of the report, and nothing of it was undone or rehearsed.

#include "floor/delegations.hpp"

using namespace sala;

namespace {

class Recorded : public Delegations {
public:
    Recorded()
    {
        REQUIRE(inscribes(luz, {{"topic", "Terraces on slopes"}}).status == 303);
        REQUIRE(leads("open").status == 303);
        REQUIRE(leads("hand-over", {{"words", "Esi Owusu"}}).status == 303);
        REQUIRE(leads("hand-over", {{"words", "Nobody at all"}}).status == 303);
        REQUIRE(leads("undo").status == 303);
        REQUIRE(post(sitting + "/place", {{"kind", "order"}}, kofi).status == 303);
        const auto point = get(console + ".json").json()["requests"].items().at(0);
        for (const auto* words : {"First thought.", "Technicians, please."})
            REQUIRE(leads("rule " + point["entry"].string() + " 1", {{"words", words}}).status ==
                    303);
        speaks(425);
        report = "/lyon-2030/reports/" +
                 post("/lyon-2030/reports", {{"template", "bma-english"}}).json()["key"].string();
    }
    Shown press(const std::string& use, const std::string& body)
    {
        return post(
            report + "/sections/4",
            {{"version",
              std::to_string(
                  get(report + ".json").json()["sections"].items().at(3)["version"].integer())},
             {"in", "en"},
             {"use", use},
             {"body", body}});
    }
    std::string summary()
    {
        return get(report + ".json")
            .json()["sections"]
            .items()
            .at(3)["body"]["en"]["verbatim"]
            .string();
    }

    std::string report;
};

}  // namespace

TEST_CASE("the facts to hand say what for, on what, who chaired and how the chair ruled")
{
    Recorded stage;
    const auto page = stage.get(stage.report);
    CHECK(page.holds("(Statement, 7:05)"));
    CHECK(page.holds("How the chair led"));
    CHECK(page.holds("The point of order of Accra was upheld: Technicians, please."));
    CHECK_FALSE(page.holds("First thought."));
    CHECK(page.holds("Esi Owusu"));
    CHECK_FALSE(page.holds("Nobody at all"));
    CHECK(page.holds("value=\"floor:statements\""));
    CHECK(stage.get(stage.report, {.language = "th"}).holds("การดำเนินการของประธาน"));
}

TEST_CASE("a press puts the sitting behind what is written, and keeps every word of it")
{
    Recorded stage;
    REQUIRE(stage.press("floor:statements", "What I wrote.").status == 200);
    const auto words = stage.summary();
    CHECK(words.starts_with("What I wrote.\n\n"));
    CHECK(words.find("(Statement, 7:05)") != std::string::npos);
    CHECK(words.find("Technicians, please.") != std::string::npos);
    CHECK(words.find("Esi Owusu") != std::string::npos);
    CHECK(stage.press("floor:nowhere", "What I wrote.").problem == "nothing-on-the-floor");
    CHECK(stage.summary() == words);
}
