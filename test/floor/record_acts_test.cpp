// SPDX-License-Identifier: Apache-2.0
//
// What was done on the floor is in the record, whole: rulings, minutes that were added, who
// chaired, what was corrected and what had been measured.

#include "delegations.hpp"
#include "document/files.hpp"
#include "document/temporary_folder.hpp"
#include "test_tools.hpp"

#include <fstream>

using namespace sala;

namespace {

class Recorded : public Delegations {
public:
    Recorded() { REQUIRE(leads("open").status == 303); }

    Json record() { return get(sitting + "/record.json").json(); }
    // The newest act that was not undone of a kind.
    Json act(const std::string& what)
    {
        Json found;
        const auto now = record();
        for (const auto& one : now["acts"].items())
            if (one["what"].string() == what)
                found = one;
        return found;
    }
    std::string point_of(const std::string& delegation)
    {
        REQUIRE(leads("enter order", {{"delegation", delegation}, {"words", "No sound"}}).status ==
                303);
        return floor()["requests"].items().at(0)["entry"].string();
    }
    Shown corrects(Fields fields)
    {
        fields.emplace_back("version", std::to_string(version()));
        return post(sitting + "/record", fields);
    }
    std::string pdf_words()
    {
        const document::TemporaryFolder folder;
        std::ofstream(folder / "record.pdf", std::ios::binary) << get(sitting + "/record.pdf").body;
        return document::run("pdftotext -layout -enc UTF-8 " + (folder / "record.pdf") + " -")
            .output;
    }
};

}  // namespace

TEST_CASE("a point of order is ruled on while it waits, while it is heard, and after that, once")
{
    Recorded stage;
    REQUIRE(stage.leads("give").status == 303);
    REQUIRE(stage.leads("start").status == 303);
    const auto point = stage.point_of("accra");
    const auto offers = [&] {
        const auto page = stage.get(stage.console);
        return page.holds("value=\"rule " + point + " 1\"") &&
               page.holds("value=\"rule " + point + " 2\"") &&
               page.holds("value=\"rule " + point + " 3\"");
    };
    CHECK(offers());
    REQUIRE(stage.leads("give " + point).status == 303);
    CHECK(stage.get(stage.console).holds("Point of order, number 1, since"));
    CHECK(offers());
    REQUIRE(stage.leads("end").status == 303);
    CHECK(offers());
    const auto console = stage.get(stage.console).body;
    const auto waits = console.find("Waiting for your ruling");
    REQUIRE(waits != console.npos);
    CHECK(console.find("<q>No sound</q>", waits) != console.npos);
    REQUIRE(stage.leads("rule " + point + " 2", {{"words", "The channel works."}}).status == 303);
    CHECK_FALSE(stage.get(stage.console).holds("value=\"rule " + point));
    const auto ruled = stage.record()["rulings"].items();
    REQUIRE(ruled.size() == 1);
    CHECK(ruled.at(0)["ruling"].string() == "not-upheld");
    CHECK(stage.act("rule")["ruling"].string() == "not-upheld");
    const std::string words = "The point of order of Accra was not upheld: The channel works.";
    CHECK(stage.get(stage.sitting + "/record").holds(words));
    CHECK(stage.get(stage.sitting + "/record.xml").holds(words));
    // What it was about stands beside it.
    CHECK(ruled.at(0)["about"].string() == "No sound");
    CHECK(stage.get(stage.sitting + "/record").holds("It was about: No sound"));
    CHECK(stage.get(stage.sitting + "/record.xml").holds("It was about: No sound"));
    CHECK(stage.pdf_words().find("It was about: No sound") != std::string::npos);
    CHECK(stage.pdf_words().find("was not upheld") != std::string::npos);
    // What is undone is no ruling, and the buttons are there again.
    REQUIRE(stage.leads("undo").status == 303);
    CHECK(stage.record()["rulings"].items().empty());
    CHECK(stage.act("undo")["undid"].integer() == stage.act("rule")["number"].integer());
    CHECK(stage.act("rule")["undone"].boolean());
    CHECK(offers());
}

TEST_CASE("every act says what was done with it, and whether the chair or a delegation did it")
{
    Recorded stage;
    REQUIRE(stage.leads("move " + stage.entry("accra") + " 1", {{"words", "A plane."}}).status ==
            303);
    CHECK(stage.act("move")["place"].integer() == 1);
    CHECK(stage.act("move")["words"].string() == "A plane.");
    REQUIRE(stage.leads("hand-over", {{"words", "Ines Costa"}}).status == 303);
    REQUIRE(stage.leads("give").status == 303);
    REQUIRE(stage.leads("start").status == 303);
    REQUIRE(stage.leads("add-time 60").status == 303);
    CHECK(stage.act("add-time")["seconds"].integer() == 60);
    CHECK(stage.act("add-time")["chair"].string() == "Ines Costa");
    CHECK(stage.act("move")["chair"].string().empty());
    REQUIRE(stage.post(stage.sitting + "/place", {{"kind", "reply"}}, luz).status == 303);
    const auto asked = stage.act("enter");
    CHECK(asked["by"].string() == "delegation");
    CHECK(asked["delegation"].string() == "quito");
    CHECK(asked["kind"].string() == "reply");
    CHECK(stage.act("give")["by"].string() == "chair");
    // Who chairs stands wherever the floor is shown, and in the record.
    for (const auto* page : {"/chair", "/floor", "/record", "/record.xml"}) {
        CAPTURE(page);
        CHECK(stage.get(stage.sitting + page).holds("Ines Costa"));
    }
    CHECK(stage.get(stage.sitting + "/screen.json").json()["chair"].string() == "Ines Costa");
    CHECK(stage.record()["chairs"].items().at(0)["name"].string() == "Ines Costa");
    CHECK(stage.pdf_words().find("Ines Costa") != std::string::npos);
}

TEST_CASE("a corrected time stands beside what was measured, and a wrong speaker is corrected, too")
{
    Recorded stage;
    stage.speaks(90);
    REQUIRE(stage.leads("pass").status == 303);
    REQUIRE(stage.leads("close").status == 303);
    const auto speech = stage.record()["speeches"].items().at(0)["entry"].string();
    CHECK(stage.corrects({{"entry", speech}, {"words", "Why not."}}).problem ==
          "nothing-to-correct");
    REQUIRE(stage.corrects({{"entry", speech}, {"seconds", "120"}, {"words", "Started late."}})
                .status == 303);
    REQUIRE(
        stage.corrects({{"entry", speech}, {"seconds", "125"}, {"words", "Miscounted."}}).status ==
        303);
    CHECK(stage.act("correct")["seconds"].integer() == 125);
    CHECK(stage.act("correct")["measured"].integer() == 90'000);
    CHECK(stage.corrects({{"entry", speech}, {"speaker", "accra/424242"}, {"words", "It was Ama."}})
              .problem == "no-such-speaker");
    CHECK(stage.corrects({{"entry", speech}, {"speaker", "atlantis/0"}, {"words", "It was Ama."}})
              .problem == "no-such-delegation");
    REQUIRE(stage.corrects({{"entry", speech}, {"speaker", "accra/0"}, {"words", "It was Ama."}})
                .status == 303);
    const auto now = stage.record()["speeches"].items().at(0);
    CHECK(now["name"]["en"]["verbatim"].string() == "Accra");
    CHECK(now["milliseconds"].integer() == 125'000);
    CHECK(now["measured"].integer() == 90'000);
    CHECK(now["speaker_corrected"].string() == "It was Ama.");
    CHECK(stage.count("SELECT COUNT(*) FROM floor_speech f JOIN delegation d ON d.id = "
                      "f.delegation WHERE d.key = 'accra' AND f.milliseconds = 125000") == 1);
    const auto page = stage.get(stage.sitting + "/record");
    CHECK(page.holds("The floor was given to Quito"));
    CHECK(page.holds("who spoke was corrected: It was Ama.; recorded: Quito"));
    CHECK(page.holds("The record was corrected: Accra spoke"));
    const auto xml = stage.get(stage.sitting + "/record.xml").body;
    CHECK(schema_complaints("akn/akomantoso30.xsd", xml) == "");
    for (const auto& record : {xml, page.body, stage.pdf_words()}) {
        CHECK(record.find("Miscounted.") != std::string::npos);
        CHECK(record.find("1:30") != std::string::npos);
        CHECK(record.find("Were absent") != std::string::npos);
    }
}

TEST_CASE("whoever is said to have spoken instead did not speak about the topic of the other one")
{
    Recorded stage;
    REQUIRE(stage.leads("give " + stage.entry("accra")).status == 303);
    REQUIRE(stage.leads("end").status == 303);
    const auto speech = [&] { return stage.record()["speeches"].items().at(0); };
    const auto entry = speech()["entry"].string();
    const auto corrected = [&](const std::string& speaker) {
        REQUIRE(stage.corrects({{"entry", entry}, {"speaker", speaker}, {"words", "Mixed up."}})
                    .status == 303);
        return speech()["topics"].items().size();
    };
    CHECK(speech()["topics"].items().size() == 1);
    // Somebody else of the same delegation spoke about the same.
    CHECK(corrected("accra/0") == 1);
    CHECK(corrected("quito/0") == 0);
    for (const auto* record : {"/record", "/record.xml"})
        CHECK_FALSE(stage.get(stage.sitting + record).holds("Living with floods"));
    REQUIRE(stage.inscribes(luz, {{"topic", "Terraces on slopes"}}).status == 303);
    CHECK(stage.get(stage.sitting + "/record").holds("Terraces on slopes"));
}
