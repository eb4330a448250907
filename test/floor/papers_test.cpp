// SPDX-License-Identifier: Apache-2.0
//
// The record and polls.

#include "delegations.hpp"

#include "test_tools.hpp"

using namespace sala;

TEST_CASE("minutes that the chair added are in the record")
{
    Delegations stage;
    stage.leads("open");
    stage.leads("give");
    stage.leads("start");
    stage.leads("add-time 60");
    stage.passes(std::chrono::seconds{470});
    stage.leads("end");
    const auto speech = stage.get(stage.sitting + "/record.json").json()["speeches"].items().at(0);
    CHECK(speech["given_seconds"].integer() == 420);
    CHECK(speech["added_seconds"].integer() == 60);
    CHECK(speech["milliseconds"].integer() == 470'000);
    for (const auto* format : {"", ".xml"})
        CHECK(stage.get(stage.sitting + "/record" + format)
                  .holds("of 7:00 and 1:00 that the chair added"));
    CHECK_FALSE(stage.get(stage.sitting + "/record").holds(" over</span>"));
    CHECK(stage.count("SELECT given FROM floor_speech") == 480);
}

TEST_CASE("the record says who spoke how long; what was corrected says why")
{
    Delegations stage;
    stage.leads("open");
    stage.speaks(430);
    stage.speaks(400);
    const auto record = [&] { return stage.get(stage.sitting + "/record.json").json(); };
    CHECK(record()["speeches"].items().size() == 2);
    CHECK(record()["speeches"].items()[0]["milliseconds"].integer() == 430'000);
    const auto entry = record()["speeches"].items()[0]["entry"].string();
    const Fields correction{{"entry", entry}, {"seconds", "420"}, {"words", "Started late."}};
    auto with_version = correction;
    with_version.emplace_back("version", std::to_string(stage.version()));
    CHECK(stage.post(stage.sitting + "/record", with_version).status == 303);
    CHECK(stage.post(stage.sitting + "/record", with_version).problem == "stale-click");
    CHECK(record()["speeches"].items()[0]["milliseconds"].integer() == 420'000);
    CHECK(record()["totals"].items()[0]["milliseconds"].integer() == 420'000);
    const auto page = stage.get(stage.sitting + "/record");
    CHECK(page.holds("corrected: Started late."));
    CHECK(page.holds("The floor was given to Quito"));
    CHECK(stage.get(stage.sitting + "/record.pdf").body.starts_with("%PDF"));
    CHECK(stage.get(stage.sitting + "/record", {.as = As::anyone}).status != 200);
    CHECK(stage.get(stage.sitting + "/record", kofi).problem == "not-your-role");
}

TEST_CASE("the record is an Akoma Ntoso debateReport that the standard's schema accepts")
{
    Delegations stage;
    const auto empty = stage.get(stage.sitting + "/record.xml").body;
    stage.leads("open");
    stage.speaks(100);
    stage.leads("enter chair");
    stage.passes(std::chrono::seconds{30});
    stage.leads("close");
    for (const auto* language : {"en", "th"}) {
        const auto xml = stage.get(stage.sitting + "/record.xml", {.language = language}).body;
        CHECK(xml.find("<debateReport") != std::string::npos);
        CHECK(xml.find("2030-03-") != std::string::npos);
        CHECK(schema_complaints("akn/akomantoso30.xsd", xml) == "");
    }
    CHECK(schema_complaints("akn/akomantoso30.xsd", empty) == "");
}

TEST_CASE("a poll in the open: one card a delegation, an objection has its reason")
{
    Delegations stage;
    REQUIRE(stage.post(stage.sitting + "/polls", {{"question", "Adopt the text?"}}).status == 303);
    CHECK(stage.post(stage.sitting + "/polls", {{"question", "Another?"}}).problem == "poll-open");
    const auto shows = [&](const Sent& who, const std::string& card,
                           const std::string& words = {}) {
        return stage.shows_card(who, {{"card", card}, {"words", words}});
    };
    CHECK(shows(kofi, "object").problem == "reason-needed");
    CHECK(shows(kofi, "object", "Paragraph 3.").status == 303);
    CHECK(shows(luz, "agree").status == 303);
    CHECK(shows(kofi, "abstain").status == 303);  // a change of mind
    auto poll = stage.get(stage.sitting + "/polls.json").json()["polls"].items().at(0);
    CHECK(poll["agree"].integer() == 1);
    CHECK(poll["object"].integer() == 0);
    CHECK(poll["abstain"].integer() == 1);
    CHECK(
        stage.post(stage.sitting + "/polls/" + poll["poll"].string() + "/end", {}, kofi).problem ==
        "not-your-role");
    CHECK(stage.post(stage.sitting + "/polls/" + poll["poll"].string() + "/end", {}).status == 303);
    CHECK(shows(luz, "object", "Late.").problem == "poll-closed");
    CHECK(stage.count("SELECT COUNT(*) FROM floor_ballot") == 3);
}

TEST_CASE("no poll is opened while a sitting is rehearsed, and the record stays clean")
{
    Delegations stage;
    const auto rehearses = [&](const std::string& step) {
        REQUIRE(stage
                    .post(stage.sitting + "/rehearsal",
                          {{"step", step}, {"version", std::to_string(stage.version())}})
                    .status == 303);
    };
    const auto opens = [&] { return stage.post(stage.sitting + "/polls", {{"question", "Try?"}}); };
    rehearses("begin");
    const auto refused = opens();
    CHECK(refused.status == 409);
    CHECK(refused.problem == "rehearsing");
    CHECK(stage.count("SELECT COUNT(*) FROM floor_poll") == 0);
    rehearses("end");
    CHECK(opens().status == 303);
}

TEST_CASE("a secret card belongs to nobody, and is not counted before the end")
{
    Delegations stage;
    REQUIRE(
        stage.post(stage.sitting + "/polls", {{"question", "Elect?"}, {"secret", "yes"}}).status ==
        303);
    const auto shows = [&](const Sent& who, const std::string& card) {
        return stage.shows_card(who, {{"card", card}});
    };
    CHECK(shows(kofi, "object").status == 303);
    CHECK(shows(kofi, "agree").problem == "already-voted");
    CHECK(shows(luz, "object").status == 303);
    auto poll = stage.get(stage.sitting + "/polls.json").json()["polls"].items().at(0);
    CHECK(poll["took_part"].integer() == 2);
    CHECK(poll["object"].is_null());
    CHECK(stage.count("SELECT COUNT(*) FROM floor_ballot WHERE card <> ''") == 0);
    CHECK(stage.count("SELECT COUNT(*) FROM floor_secret_card") == 2);
    stage.post(stage.sitting + "/polls/" + poll["poll"].string() + "/end", {});
    poll = stage.get(stage.sitting + "/polls.json").json()["polls"].items().at(0);
    CHECK(poll["object"].integer() == 2);
    // Both showed the same: whoever is named here has shown it.
    const auto page = stage.get(stage.sitting + "/polls");
    CHECK_FALSE(page.holds("Accra"));
    CHECK_FALSE(page.holds("Quito"));
    CHECK(page.holds("Object: 2."));
    CHECK(page.holds("Fewer than three delegations took part"));
}

TEST_CASE("the rows of secret cards lie in no order that tells who came first")
{
    // As a store answers that is asked for no order: as the rows came.
    const auto lying = [](const std::string& of_kofi, const std::string& of_luz) {
        Delegations stage;
        stage.post(stage.sitting + "/polls", {{"question", "Elect?"}, {"secret", "yes"}});
        stage.shows_card(kofi, {{"card", of_kofi}});
        stage.shows_card(luz, {{"card", of_luz}});
        std::string cards;
        stage.store().read([&](store::Session& session) {
            for (const auto& [name, card] : session.select<std::string, std::string>(
                     "SELECT name, card FROM floor_secret_card"))
                cards += name + " " + card + "; ";
        });
        return cards;
    };
    CHECK(lying("object", "agree") == "00000 agree; 00001 object; ");
    CHECK(lying("agree", "object") == lying("object", "agree"));
}

TEST_CASE("the reporting officer has at hand who spoke how long")
{
    Delegations stage;
    stage.leads("open");
    stage.speaks(425);
    const auto begun = stage.post("/lyon-2030/reports", {{"template", "bma-english"}});
    REQUIRE(begun.status == 200);
    const auto page = stage.get("/lyon-2030/reports/" + begun.json()["key"].string());
    CHECK(page.holds("Who spoke how long"));
    CHECK(page.holds("(Statement, 7:05)"));
}

TEST_CASE(
    "the hall and the record say what a speech was about: the programme's topic, or one's own")
{
    Delegations stage;
    REQUIRE(stage.inscribes(luz, {{"topic", "Terraces on slopes"}}).status == 303);
    REQUIRE(stage.inscribes(kofi, {{"topic", "Something else"}}).status == 303);
    stage.leads("open");
    const auto hall = [&] { return stage.get(stage.sitting + "/screen", {.as = As::anyone}); };
    CHECK_FALSE(hall().holds("Terraces on slopes"));
    stage.leads("give");
    CHECK(hall().holds("Terraces on slopes"));
    stage.leads("start");
    stage.passes(std::chrono::seconds{60});
    stage.leads("end");
    stage.speaks(60);  // Accra, whose topic the programme knows
    const auto speeches = stage.get(stage.sitting + "/record.json").json()["speeches"];
    REQUIRE(speeches.items().size() == 2);
    const auto topic = [&](std::size_t i) {
        return speeches.items()[i]["topics"].items().at(0)["en"]["verbatim"].string();
    };
    CHECK(topic(0) == "Terraces on slopes");
    CHECK(topic(1) == "Living with floods");
    const auto xml = stage.get(stage.sitting + "/record.xml").body;
    CHECK(xml.find("__p_2\">Terraces on slopes</p>") != std::string::npos);
    CHECK(xml.find("Something else") == std::string::npos);
    CHECK(schema_complaints("akn/akomantoso30.xsd", xml) == "");
    CHECK(stage.get(stage.sitting + "/record").holds("Terraces on slopes"));
}

TEST_CASE("while cards are shown everybody reads what is decided, and a phone leads to its card")
{
    Delegations stage;
    const auto question = "Adopt the text of the chair?";
    const auto shown = [&](const std::string& page, const Sent& who) {
        return stage.get(stage.sitting + page, who).holds(question);
    };
    const Sent public_one{.as = As::anyone};
    const Sent phone{.who = kofi.who};
    const auto mark = [&](const Shown& page) {
        const auto at = page.body.find("data-mark=\"");
        return page.body.substr(at, page.body.find('"', at + 11) - at);
    };
    CHECK_FALSE(shown("/floor", public_one));
    const auto before = mark(stage.get(stage.sitting + "/card", phone));
    REQUIRE(stage.post(stage.sitting + "/polls", {{"question", question}}).status == 303);
    CHECK(stage.told().back() == "polls:lyon-2030:statements");
    CHECK(shown("/floor", public_one));
    CHECK(shown("/screen", public_one));
    CHECK(shown("/card", phone));
    CHECK(stage.get(stage.sitting + "/place", phone).holds("/card?delegation=accra"));
    // Another mark: phones fetch their page again.
    CHECK(mark(stage.get(stage.sitting + "/card", phone)) != before);
    // When a card is shown is told to the chair's page, and to no screen.
    stage.told();
    REQUIRE(stage.shows_card(kofi, {{"card", "agree"}}).status == 303);
    CHECK(stage.told() == std::vector<std::string>{"polls:lyon-2030:statements"});
    const auto poll = stage.get(stage.sitting + "/polls.json").json()["polls"].items().at(0);
    stage.post(stage.sitting + "/polls/" + poll["poll"].string() + "/end", {});
    CHECK_FALSE(shown("/floor", public_one));
    CHECK_FALSE(stage.get(stage.sitting + "/screen").holds("To be decided by cards"));
    CHECK_FALSE(stage.get(stage.sitting + "/place", phone).holds("/card?delegation=accra"));
}
