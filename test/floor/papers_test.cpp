// SPDX-License-Identifier: Apache-2.0
//
// Inscription, the record and polls.

#include "plenary.hpp"

#include "test_tools.hpp"

using namespace sala;

namespace {

const Sent kofi{.who = "kofi@accra.example", .accept = "application/json"};
const Sent luz{.who = "luz@quito.example", .accept = "application/json"};

// Accra and Quito with somebody who acts for each.
class Delegations : public Plenary {
public:
    Delegations()
    {
        gives(kofi.who, "focal-point", "delegation=accra");
        gives(luz.who, "focal-point", "delegation=quito");
    }
    Shown inscribes(const Sent& who, Fields more = {})
    {
        more.insert(more.end(), {{"kind", "statement"}, {"level", "head"}, {"language", "en"}});
        return post(sitting + "/inscription", more, who);
    }
    void speaks(int seconds)
    {
        REQUIRE(leads("give").status == 303);
        REQUIRE(leads("start").status == 303);
        passes(std::chrono::seconds{seconds});
        REQUIRE(leads("end").status == 303);
    }
};

}  // namespace

TEST_CASE("a delegation inscribes, gets a number that stays, and stands in the list by the rules")
{
    Delegations stage;
    CHECK(stage.inscribes(kofi, {{"speech", "Mr Chair, floods."}, {"topic", "Floods"}}).status ==
          303);
    CHECK(stage.inscribes(luz, {{"level", "minister"}}).status == 303);
    const auto own = [&](const Sent& who) {
        return stage.get(stage.sitting + "/inscription.json", who).json();
    };
    CHECK(own(kofi)["number"].integer() == 1);
    CHECK(own(luz)["number"].integer() == 2);
    CHECK(stage.list() == std::vector<std::string>{"quito", "accra"});
    CHECK(stage.inscribes(kofi, {{"speech", "Mr Chair, rivers."}}).status == 303);
    CHECK(own(kofi)["number"].integer() == 1);
    CHECK(own(kofi)["speech"].string() == "Mr Chair, rivers.");
    CHECK(stage.list().size() == 2);
    CHECK(stage.count("SELECT COUNT(*) FROM inscription") == 3);
    // Nobody reads another's text, and nobody inscribes another.
    CHECK(stage.get(stage.sitting + "/inscription.json?delegation=accra", luz).problem ==
          "no-such-delegation");
    CHECK(stage
              .post(stage.sitting + "/inscription?delegation=accra",
                    {{"kind", "statement"}, {"level", "head"}, {"language", "en"}}, luz)
              .problem == "no-such-delegation");
    CHECK_FALSE(stage.get(stage.sitting + "/floor", {.as = As::anyone}).holds("rivers"));

    CHECK(stage.inscribes(kofi, {{"withdraw", "yes"}}).status == 303);
    CHECK(stage.list() == std::vector<std::string>{"quito"});
    CHECK(stage.inscribes(kofi, {{"withdraw", "yes"}}).problem == "not-inscribed");
}

TEST_CASE("interpreters have the text before it is spoken, delegates while it is spoken")
{
    Delegations stage;
    stage.gives("ines@lyon.example", "interpreter");
    const Sent ines{.who = "ines@lyon.example"};
    stage.inscribes(kofi, {{"speech", "Mr Chair, floods."}});
    CHECK(stage.get(stage.sitting + "/texts", ines).holds("Mr Chair, floods."));
    CHECK(stage.get(stage.sitting + "/texts", ines).holds("Check against delivery"));
    CHECK(stage.get(stage.sitting + "/texts", kofi).problem == "not-your-role");
    const auto place = [&] { return stage.get(stage.sitting + "/place", {.who = luz.who}); };
    CHECK_FALSE(place().holds("Mr Chair, floods."));
    stage.leads("open");
    stage.leads("give");
    CHECK(place().holds("Mr Chair, floods."));
}

TEST_CASE("inscription has a window, and after it the way is to ask in the hall")
{
    Delegations stage;
    auto rules = stage.get(stage.sitting + "/floor-rules.json").json();
    Fields fields{{"version", rules["version"].string()},
                  {"order-1", "alphabet"},
                  {"drawn", "1"},
                  {"budget_minutes", "0"},
                  {"opens_at", "2030-03-01 09:00"},
                  {"closes_at", "2030-03-25 09:00"}};
    for (const auto* kind :
         {"statement", "group", "response", "question", "order", "reply", "chair"})
        fields.emplace_back("seconds-" + std::string(kind), "300");
    for (int i = 2; i <= 5; ++i)
        fields.emplace_back("order-" + std::to_string(i), "");
    const auto kept = stage.post(stage.sitting + "/floor-rules", fields);
    CAPTURE(kept.body);
    REQUIRE(kept.status == 303);
    CHECK(stage.post(stage.sitting + "/floor-rules", fields).problem == "rules-changed");
    // The stage's clock stands in March 2030.
    CHECK(stage.inscribes(kofi).status == 303);
    stage.passes(std::chrono::hours{24 * 9});  // a login lives longer
    CHECK(stage.inscribes(luz).problem == "too-late");
    CHECK(stage.post(stage.sitting + "/place", {{"kind", "statement"}}, luz).status == 303);
    CHECK(stage.list() == std::vector<std::string>{"accra", "quito"});
    stage.leads("open");
    stage.leads("give");
    CHECK(stage.floor()["clock"]["left"].integer() == 300'000);
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
        return stage.post(stage.sitting + "/card", {{"card", card}, {"words", words}}, who);
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

TEST_CASE("a secret card belongs to nobody, and is not counted before the end")
{
    Delegations stage;
    REQUIRE(
        stage.post(stage.sitting + "/polls", {{"question", "Elect?"}, {"secret", "yes"}}).status ==
        303);
    const auto shows = [&](const Sent& who, const std::string& card) {
        return stage.post(stage.sitting + "/card", {{"card", card}}, who);
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
    CHECK_FALSE(stage.get(stage.sitting + "/polls").holds("Accra</li>: Object"));
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
    CHECK(page.holds("Quito, 7:05"));
}
