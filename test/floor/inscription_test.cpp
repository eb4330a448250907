// SPDX-License-Identifier: Apache-2.0
//
// Inscription before the day: a number that stays, a place by the rules, a text for interpreters.

#include "delegations.hpp"

using namespace sala;

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

TEST_CASE("an inscription made while others rehearse stays when the rehearsal ends")
{
    Delegations stage;
    const auto rehearses = [&](const std::string& step) {
        return stage
            .post(stage.sitting + "/rehearsal",
                  {{"step", step}, {"version", std::to_string(stage.version())}})
            .status;
    };
    REQUIRE(rehearses("begin") == 303);
    stage.leads("open");
    stage.speaks(30);
    stage.leads("close");
    CHECK(stage.inscribes(kofi).status == 303);
    CHECK(stage.inscribes(luz).status == 303);
    CHECK(stage.inscribes(luz, {{"withdraw", "yes"}}).status == 303);
    REQUIRE(rehearses("end") == 303);
    CHECK(stage.list() == std::vector<std::string>{"accra"});
    CHECK(stage.count("SELECT COUNT(*) FROM floor_act WHERE rehearsed = 1") == 0);
    CHECK(stage.count("SELECT COUNT(*) FROM floor_speech") == 0);
}

TEST_CASE("whoever left the list does not come back because a text is saved")
{
    Delegations stage;
    CHECK(stage.inscribes(kofi).status == 303);
    CHECK(stage.leads("withdraw " + stage.entry("accra")).status == 303);
    CHECK(stage.inscribes(kofi, {{"speech", "Mr Chair, rivers."}}).status == 303);
    CHECK(stage.list().empty());
    // Nor while they speak, or after it; and whoever withdraws and inscribes anew does.
    CHECK(stage.inscribes(kofi, {{"withdraw", "yes"}}).status == 303);
    CHECK(stage.inscribes(kofi).status == 303);
    CHECK(stage.list() == std::vector<std::string>{"accra"});
    stage.leads("open");
    stage.leads("give " + stage.entry("accra"));
    CHECK(stage.inscribes(kofi, {{"speech", "Mr Chair, dams."}}).status == 303);
    stage.leads("end");
    CHECK(stage.inscribes(kofi, {{"speech", "Mr Chair, ponds."}}).status == 303);
    CHECK(stage.list() == std::vector<std::string>{"quito"});
}

TEST_CASE("opening fills the list from the programme, and nobody stands in it twice")
{
    Delegations stage;
    CHECK(stage.inscribes(kofi).status == 303);
    CHECK(stage.post(stage.sitting + "/place", {{"kind", "statement"}}, luz).status == 303);
    CHECK(stage.list() == std::vector<std::string>{"quito", "accra"});
    stage.leads("open");
    CHECK(stage.list() == std::vector<std::string>{"quito", "accra"});
    stage.leads("fill");
    CHECK(stage.list() == std::vector<std::string>{"quito", "accra"});
    // What the programme says of the speech is said of it now.
    stage.leads("give " + stage.entry("accra"));
    CHECK(stage.get(stage.sitting + "/floor").holds("Living with floods"));

    Delegations alone;
    CHECK(alone.inscribes(kofi).status == 303);
    alone.leads("open");
    CHECK(alone.list() == std::vector<std::string>{"quito", "accra"});
}

TEST_CASE(
    "the list that puts itself in order is not the chair's act, and undoing does not reach it")
{
    Delegations stage;
    CHECK(stage.inscribes(kofi).status == 303);
    CHECK(stage.inscribes(luz, {{"level", "minister"}}).status == 303);
    CHECK(stage.list() == std::vector<std::string>{"quito", "accra"});
    CHECK(stage.count("SELECT COUNT(*) FROM floor_act WHERE what = 'order'") == 1);
    CHECK(stage.count("SELECT COUNT(*) FROM floor_act WHERE by_chair = 1") == 0);
    CHECK(stage.leads("undo").problem == "nothing-to-undo");
    // Another level is another place.
    CHECK(stage.inscribes(kofi, {{"level", "head-of-state"}}).status == 303);
    CHECK(stage.list() == std::vector<std::string>{"accra", "quito"});
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
    CHECK_FALSE(place().holds("Mr Chair, floods."));  // Quito speaks
    stage.leads("give");
    CHECK(place().holds("Mr Chair, floods."));
}

TEST_CASE("inscription has hours, which a phone keeps too; after them one asks in the hall")
{
    Delegations stage;
    const auto fields = rules_form(
        stage, "alphabet", {{"opens_at", "2030-03-01 09:00"}, {"closes_at", "2030-03-25 09:00"}});
    const auto kept = stage.post(stage.sitting + "/floor-rules", fields);
    CAPTURE(kept.body);
    REQUIRE(kept.status == 303);
    CHECK(stage.post(stage.sitting + "/floor-rules", fields).problem == "rules-changed");
    // The stage's clock stands in March 2030.
    CHECK(stage.inscribes(kofi).status == 303);
    stage.passes(std::chrono::hours{24 * 9});  // a login lives longer
    CHECK(stage.inscribes(luz).problem == "too-late");
    const auto asks = [&](const std::string& kind, const Sent& who) {
        return stage.post(stage.sitting + "/place", {{"kind", kind}}, who);
    };
    for (const auto* kind : {"statement", "group"})
        CHECK(asks(kind, luz).problem == "too-late");
    CHECK(stage.list() == std::vector<std::string>{"accra"});
    CHECK(stage.get(stage.sitting + "/place", {.who = luz.who}).holds("Inscription closed on"));
    CHECK(asks("order", luz).status == 303);
    stage.leads("open");
    CHECK(stage.list() == std::vector<std::string>{"quito", "accra"});
    CHECK_FALSE(
        stage.get(stage.sitting + "/place", {.who = luz.who}).holds("Inscription closed on"));
    REQUIRE(stage.leads("withdraw " + stage.entry("quito")).status == 303);
    CHECK(asks("statement", luz).status == 303);
    CHECK(stage.list() == std::vector<std::string>{"accra", "quito"});
    stage.leads("give");
    CHECK(stage.floor()["clock"]["left"].integer() == 420'000);
}

TEST_CASE(
    "the page of inscription says when it opens and that it has closed, and asks for nothing then")
{
    Delegations stage;
    const auto keeps = [&](const std::string& opens, const std::string& closes) {
        return stage.post(
            stage.sitting + "/floor-rules",
            rules_form(stage, "alphabet", {{"opens_at", opens}, {"closes_at", closes}}));
    };
    const auto page = [&] { return stage.get(stage.sitting + "/inscription", {.who = kofi.who}); };
    CHECK(keeps("2030-03-25 09:00", "2030-03-01 09:00").problem == "closes-before-it-opens");
    REQUIRE(keeps("2030-03-25 09:00", "2030-03-30 09:00").status == 303);
    CHECK(page().holds("Inscription opens on"));
    CHECK_FALSE(page().holds("name=\"speech\""));
    REQUIRE(keeps("", "2030-03-25 09:00").status == 303);
    CHECK(page().holds("Inscription is open until"));
    CHECK(page().holds("name=\"speech\""));
    REQUIRE(stage.inscribes(kofi, {{"speech", "Mr Chair, floods."}}).status == 303);
    stage.passes(std::chrono::hours{24 * 9});
    CHECK(page().holds("Inscription closed on"));
    CHECK_FALSE(page().holds("Inscription is open until"));
    CHECK_FALSE(page().holds("name=\"speech\""));
    CHECK(page().holds("You are inscribed: number 1"));
    CHECK(page().holds("Mr Chair, floods."));
    // The secretariat inscribes at any time.
    CHECK(stage.get(stage.sitting + "/inscription?delegation=accra").holds("name=\"speech\""));
}

TEST_CASE("what a delegation answered to the guiding questions is read by the interpreters")
{
    auto files = lyon_files();
    files["questions.csv"] = "key,edition,number,text_en\nwater,rivers-1,1,Where does it go?\n";
    Plenary stage{files};
    stage.gives(kofi.who, "focal-point", "delegation=accra");
    stage.gives("ines@lyon.example", "interpreter");
    const Sent ines{.who = "ines@lyon.example"};
    CHECK(stage.get(stage.sitting + "/inscription", {.who = kofi.who}).holds("Where does it go?"));
    REQUIRE(stage
                .post(stage.sitting + "/inscription",
                      {{"kind", "statement"},
                       {"level", "head"},
                       {"language", "en"},
                       {"answer-water", "Into the lagoon."}},
                      kofi)
                .status == 303);
    const auto texts = stage.get(stage.sitting + "/texts", ines);
    CHECK(texts.holds("Where does it go?"));
    CHECK(texts.holds("Into the lagoon."));
    CHECK(texts.holds("No text yet"));
    const auto json = stage.get(stage.sitting + "/texts.json", ines).json();
    CHECK(json["texts"].items().at(0)["answers"]["water"].string() == "Into the lagoon.");
    CHECK_FALSE(stage.get(stage.sitting + "/floor", {.as = As::anyone}).holds("lagoon"));
}

TEST_CASE("a phone says how many minutes its delegation has left, where there is a budget")
{
    Delegations stage;
    const auto place = [&] { return stage.get(stage.sitting + "/place", {.who = kofi.who}); };
    CHECK_FALSE(place().holds("may still ask for"));
    auto rules = rules_form(stage, "alphabet", {{"budgeted-statement", "yes"}});
    for (auto& [name, value] : rules)
        if (name == "budget_minutes")
            value = "10";
    REQUIRE(stage.post(stage.sitting + "/floor-rules", rules).status == 303);
    CHECK(place().holds("may still ask for 10:00 of its 10:00 minutes"));
    REQUIRE(stage.inscribes(kofi).status == 303);
    // The programme gives it seven of them.
    CHECK(place().holds("may still ask for 3:00 of its 10:00 minutes"));
}

TEST_CASE("a text is for the statement it was handed in for, and for nothing else that one says")
{
    Delegations stage;
    stage.gives("ines@lyon.example", "interpreter");
    REQUIRE(stage.inscribes(kofi, {{"topic", "Drains"}, {"speech", "EMBARGOED"}}).status == 303);
    const auto place = [&] { return stage.get(stage.sitting + "/place", {.who = luz.who}); };
    const auto texts = [&] {
        const auto page = stage.get(stage.sitting + "/texts", {.who = "ines@lyon.example"}).body;
        std::size_t many = 0;
        for (auto at = page.find("EMBARGOED"); at != page.npos; at = page.find("EMBARGOED", at + 1))
            ++many;
        return many;
    };
    stage.leads("open");
    for (const auto* kind : {"order", "question", "response", "reply"}) {
        CAPTURE(kind);
        REQUIRE(
            stage.post(stage.sitting + "/place", {{"kind", kind}, {"words", "Heat"}}, kofi).status <
            400);
        const auto asked = stage.floor()["requests"].items().at(0)["entry"].string();
        REQUIRE(stage.leads("give " + asked).status == 303);
        CHECK(place().holds("Accra"));
        CHECK_FALSE(place().holds("Read the text while they speak"));
        CHECK_FALSE(place().holds("EMBARGOED"));
        // Interpreters have it under the statement that is still to come.
        CHECK(texts() == 1);
        REQUIRE(stage.leads("end").status == 303);
        CHECK_FALSE(place().holds("EMBARGOED"));
    }
    REQUIRE(stage.leads("give " + stage.entry("accra")).status == 303);
    CHECK(place().holds("EMBARGOED"));
    REQUIRE(stage.leads("end").status == 303);
    // A second statement of the same delegation is another speech.
    REQUIRE(stage.leads("enter statement", {{"delegation", "accra"}}).status == 303);
    REQUIRE(stage.leads("give " + stage.entry("accra")).status == 303);
    CHECK_FALSE(place().holds("EMBARGOED"));
    // What is handed in while it is given is for this one.
    stage.passes(std::chrono::seconds{1});
    REQUIRE(stage.inscribes(kofi, {{"speech", "EMBARGOED, too"}}).status == 303);
    CHECK(place().holds("EMBARGOED, too"));
}

TEST_CASE("a rehearsal gives the floor to everybody and opens nobody's text")
{
    Delegations stage;
    REQUIRE(stage.inscribes(kofi, {{"speech", "EMBARGOED"}}).status == 303);
    REQUIRE(stage
                .post(stage.sitting + "/rehearsal",
                      {{"step", "begin"}, {"version", std::to_string(stage.version())}})
                .status == 303);
    stage.leads("open");
    REQUIRE(stage.leads("give " + stage.entry("accra")).status == 303);
    CHECK_FALSE(stage.get(stage.sitting + "/place", {.who = luz.who}).holds("EMBARGOED"));
}
