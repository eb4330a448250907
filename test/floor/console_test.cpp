// SPDX-License-Identifier: Apache-2.0
//
// The chair leads the floor through the real router: two desks agree, a stale click changes
// nothing, a rehearsal leaves no trace.

#include "plenary.hpp"

using namespace sala;

TEST_CASE("the chair opens the sitting, gives the floor and ends; each step is a row")
{
    Plenary stage;
    CHECK(stage.leads("open").status == 303);
    // Ecuador comes before Ghana, whatever the programme says.
    CHECK(stage.list() == std::vector<std::string>{"quito", "accra"});
    CHECK(stage.leads("give").status == 303);
    CHECK(stage.leads("start").status == 303);
    CHECK(stage.floor()["clock"]["running"].boolean());
    CHECK(stage.floor()["speaking"].items().at(0)["delegation"].string() == "quito");
    stage.passes(std::chrono::seconds{100});
    CHECK(stage.floor()["clock"]["left"].integer() == 320'000);
    CHECK(stage.leads("give").status == 303);
    CHECK(stage.count("SELECT milliseconds FROM floor_speech") == 100'000);
    CHECK(stage.count("SELECT COUNT(*) FROM floor_act WHERE what = 'give'") == 2);
    CHECK(stage.list().empty());
    const auto told = stage.told();
    CHECK(std::count(told.begin(), told.end(), "floor:lyon-2030:statements") == 7);
}

TEST_CASE("a click on an old page changes nothing, and says what happened meanwhile")
{
    Plenary stage;
    stage.leads("open");
    const auto version = stage.version();
    CHECK(stage.leads("give").status == 303);
    const auto acts = stage.count("SELECT COUNT(*) FROM floor_act");
    CHECK(stage.leads_at(version, "give").problem == "stale-click");
    const auto page =
        stage.post(stage.console, {{"step", "give"}, {"version", std::to_string(version)}});
    CHECK(page.status == 412);
    const auto shown =
        stage.post(stage.console, {{"step", "give"}, {"version", std::to_string(version)}}, Sent{});
    CHECK(shown.status == 412);
    CHECK(shown.holds("Nothing was changed"));
    CHECK(shown.holds("The floor was given to Quito"));
    CHECK(stage.count("SELECT COUNT(*) FROM floor_act") == acts);
}

TEST_CASE("a chair of another body, a delegate and the public lead nothing")
{
    Plenary stage;
    // The sitting is one of the Forum of Rivers; the dinner is nobody's alone.
    stage.gives("chair@lyon.example", "chair", "body=forum-of-rivers");
    stage.gives("kofi@accra.example", "focal-point", "delegation=accra");
    const Sent chair{.who = "chair@lyon.example", .accept = "application/json"};
    CHECK(
        stage.post("/lyon-2030/sittings/dinner/chair", {{"step", "open"}, {"version", "0"}}, chair)
            .problem == "no-such-sitting");
    CHECK(stage.count("SELECT COUNT(*) FROM floor_act") == 0);
    CHECK(stage.leads("open", {}, chair.who).status == 303);
    const auto acts = stage.count("SELECT COUNT(*) FROM floor_act");
    CHECK(stage.leads("give", {}, "kofi@accra.example").problem == "not-your-role");
    CHECK(stage
              .post(stage.console, {{"step", "give"}, {"version", "0"}},
                    {.as = As::anyone, .accept = "application/json"})
              .status == 401);
    CHECK(stage.count("SELECT COUNT(*) FROM floor_act") == acts);
}

TEST_CASE("the order is explained line by line, and the chair's decision with its reason")
{
    Plenary stage;
    stage.leads("open");
    CHECK(stage.get(stage.console).holds("Ghana after Ecuador in the English alphabet"));
    const auto accra = stage.entry("accra");
    CHECK(stage.leads("move " + accra + " 1", {{"words", "The mayor has to leave."}}).status ==
          303);
    CHECK(stage.list() == std::vector<std::string>{"accra", "quito"});
    CHECK(stage.get(stage.console).holds("Placed by the chair: The mayor has to leave."));
    // What comes from the programme now does not put aside what the chair decided.
    CHECK(stage.leads("fill").status == 303);
    CHECK(stage.list() == std::vector<std::string>{"accra", "quito"});
    CHECK(stage.leads("order").status == 303);
    CHECK(stage.list() == std::vector<std::string>{"quito", "accra"});
}

TEST_CASE("what the chair decided for one leaves the others the reason of the rules")
{
    auto files = lyon_files();
    files["cities.csv"] += "ibarra,ec,city,Ibarra,อีบาร์รา\n";
    files["delegations.csv"] += "ibarra,ibarra,Ibarra\n";
    Plenary stage{files};
    stage.leads("open");
    REQUIRE(stage.leads("enter", {{"delegation", "ibarra"}, {"kind", "statement"}}).status == 303);
    stage.leads("order");
    REQUIRE(stage.list() == std::vector<std::string>{"ibarra", "quito", "accra"});
    const auto reasons = [&] {
        std::vector<std::string> all;
        const auto order = stage.get(stage.sitting + "/order.json").json();
        for (const auto& one : order["list"].items())
            all.push_back(one["reason"].string());
        return all;
    };
    const std::string by_alphabet = "Ghana after Ecuador in the English alphabet";
    CHECK(reasons().back() == by_alphabet);
    REQUIRE(
        stage.leads("move " + stage.entry("ibarra") + " 3", {{"words", "Late plane."}}).status ==
        303);
    CHECK(reasons() == std::vector<std::string>{"By the rules it would be number 2", by_alphabet,
                                                "Placed by the chair: Late plane."});
}

TEST_CASE("an opening goes in the order of the programme, and says so")
{
    Plenary stage;
    const auto order =
        stage.get("/lyon-2030/sittings/opening/order.json", {.as = As::anyone}).json();
    CHECK(order["rules"]["order"].write() == R"(["programme"])");
    CHECK(stage.get("/lyon-2030/sittings/opening/order", {.as = As::anyone})
              .holds("In the order of the programme"));
}

TEST_CASE("a rehearsal works like the day itself and leaves no trace")
{
    Plenary stage;
    const auto rehearses = [&](const std::string& step) {
        return stage.post(stage.sitting + "/rehearsal",
                          {{"step", step}, {"version", std::to_string(stage.version())}});
    };
    CHECK(rehearses("end").problem == "not-rehearsing");
    const auto before = stage.version();
    CHECK(rehearses("begin").status == 303);
    CHECK(rehearses("begin").problem == "already-rehearsing");
    // Whoever still sees the floor without the rehearsal neither leads nor ends it.
    CHECK(stage.leads_at(before, "open").problem == "stale-click");
    CHECK(stage
              .post(stage.sitting + "/rehearsal",
                    {{"step", "end"}, {"version", std::to_string(before)}})
              .problem == "stale-click");
    CHECK(stage.leads("open").status == 303);
    stage.leads("give");
    stage.leads("start");
    stage.passes(std::chrono::seconds{10});
    stage.leads("end");
    stage.leads("give");
    for (const auto* page : {"/screen", "/lower-third", "/floor", "/chair", "/texts", "/order",
                             "/record", "/record.xml"}) {
        CAPTURE(page);
        CHECK(stage.get(stage.sitting + page).holds("Rehearsal"));
    }
    const auto version = stage.version();
    CHECK(rehearses("end").status == 303);
    CHECK(stage.count("SELECT COUNT(*) FROM floor_act") == 0);
    CHECK(stage.count("SELECT COUNT(*) FROM floor_words") == 0);
    CHECK(stage.count("SELECT COUNT(*) FROM floor_speech") == 0);
    CHECK(stage.floor()["phase"].string() == "before");
    CHECK(stage.list().empty());
    CHECK_FALSE(stage.get(stage.sitting + "/screen").holds("Rehearsal"));
    // No number ever means two things: a click from the rehearsal fits nothing that comes now.
    CHECK(stage.version() > version);
    CHECK(stage.leads_at(version, "open").problem == "stale-click");
    CHECK(stage.leads("open").status == 303);
    // Whoever reads the record learns why its numbers do not begin with 1.
    const auto record = stage.get(stage.sitting + "/record.json").json();
    CHECK(record["rehearsed_to"].integer() >= version);
    CHECK(record["acts"].items().at(0)["number"].integer() > record["rehearsed_to"].integer());
    CHECK(stage.get("/lyon-2030/sittings/opening/record.json").json()["rehearsed_to"].is_null());
    CHECK(stage.leads_at(version, "give").problem == "stale-click");
    CHECK(rehearses("begin").problem == "is-open");
    CHECK(stage.leads("close").status == 303);
    CHECK(rehearses("begin").problem == "was-open");
}

TEST_CASE(
    "a delegate asks from the phone, the chair sees it and rules, and others see nothing of it")
{
    Plenary stage;
    stage.gives("kofi@accra.example", "focal-point", "delegation=accra");
    stage.leads("open");
    const Sent kofi{.who = "kofi@accra.example", .accept = "application/json"};
    CHECK(stage.get(stage.sitting + "/place", {.who = kofi.who}).holds("You are next, at about"));
    CHECK(stage
              .post(stage.sitting + "/place",
                    {{"kind", "order"}, {"words", "The channel is silent."}}, kofi)
              .status == 303);
    CHECK(stage.post(stage.sitting + "/place", {{"kind", "order"}}, kofi).problem ==
          "already-asked");
    CHECK(
        stage.post(stage.sitting + "/place?delegation=quito", {{"kind", "reply"}}, kofi).problem ==
        "no-such-delegation");
    CHECK(stage.get(stage.console).holds("The channel is silent."));
    CHECK_FALSE(stage.get(stage.sitting + "/floor").holds("The channel is silent."));
    CHECK_FALSE(stage.get(stage.sitting + "/floor.json").holds("requests"));
    const auto point = stage.get(stage.console + ".json").json()["requests"].items().at(0);
    CHECK(point["delegation"].string() == "accra");
    CHECK(stage.leads("rule " + point["entry"].string() + " 1", {{"words", "Technicians, please."}})
              .status == 303);
    CHECK(stage.get(stage.console + ".json").json()["requests"].items().empty());
    CHECK(stage.get(stage.console).holds("The point of order of Accra was upheld"));
}

TEST_CASE("everybody may watch, and a floor costs as many questions for three speakers as for two")
{
    Plenary stage;
    stage.leads("open");
    const Sent anybody{.as = As::anyone};
    REQUIRE(stage.get(stage.sitting + "/floor", anybody).status == 200);
    const auto page = stage.get(stage.sitting + "/floor", anybody);
    CHECK(page.status == 200);
    CHECK(page.holds("The chair has the floor"));
    CHECK_FALSE(page.holds("name=\"step\""));  // nothing to press
    const auto statements = page.statements;
    CHECK(stage.leads("enter", {{"delegation", "accra"}, {"kind", "statement"}}).status == 303);
    CHECK(stage.list().size() == 3);
    CHECK(stage.get(stage.sitting + "/floor", anybody).statements == statements);
    CHECK(stage.get(stage.sitting + "/live?audience=hall&language=th", anybody).stream ==
          "floor:lyon-2030:statements|hall|th");
    CHECK(stage.get(stage.sitting + "/live?audience=nobody", anybody).status == 404);
    CHECK(stage.get("/lyon-2030/sittings/nothing/floor", anybody).status == 404);
}

TEST_CASE("a sitting that is not released is not there for the public")
{
    Plenary stage;
    REQUIRE(stage
                .post("/lyon-2030/sheets/sittings/new", {{"key", "secret-talk"},
                                                         {"day", "day-1"},
                                                         {"kind", "plenary"},
                                                         {"certainty", "planned"},
                                                         {"clock", "unknown"},
                                                         {"title_en", "Secret talk"}})
                .status == 303);
    CHECK(stage.get("/lyon-2030/sittings/secret-talk/chair").status == 200);
    for (const auto* page : {"floor", "screen", "lower-third", "order", "live?audience=hall"})
        CHECK(stage.get("/lyon-2030/sittings/secret-talk/" + std::string(page), {.as = As::anyone})
                  .status == 404);
    // Nor for delegations, who read what the public reads.
    stage.gives("kofi@accra.example", "focal-point", "delegation=accra");
    for (const auto* page : {"place", "card", "inscription"}) {
        CAPTURE(page);
        CHECK(stage
                  .get("/lyon-2030/sittings/secret-talk/" + std::string(page),
                       {.who = "kofi@accra.example"})
                  .status == 404);
        CHECK(stage.get(stage.sitting + "/" + page, {.who = "kofi@accra.example"}).status == 200);
    }
}

TEST_CASE("what the draft calls a sitting is for those who work on it until it is released")
{
    Plenary stage;
    stage.gives("kofi@accra.example", "focal-point", "delegation=accra");
    REQUIRE(stage
                .post("/lyon-2030/sheets/sittings/statements",
                      {{"version", "1"}, {"title_en", "Unmasked"}, {"room", "acer"}})
                .status == 303);
    REQUIRE(stage
                .post("/lyon-2030/sheets/topics/floods",
                      {{"version", "1"}, {"title_en", "Dams that burst"}})
                .status == 303);
    stage.leads("open");
    stage.leads("give " + stage.entry("accra"));
    CHECK(stage.get(stage.console).holds("Unmasked"));
    for (const auto* page : {"/floor", "/screen", "/lower-third", "/order"}) {
        const auto shown = stage.get(stage.sitting + page, {.as = As::anyone});
        CAPTURE(page);
        CHECK(shown.status == 200);
        CHECK_FALSE(shown.holds("Unmasked"));
        CHECK_FALSE(shown.holds("Acer"));
        CHECK_FALSE(shown.holds("Dams that burst"));
    }
    CHECK(stage.get(stage.sitting + "/floor", {.as = As::anyone}).holds("Living with floods"));
    CHECK_FALSE(
        stage.get(stage.sitting + "/place", {.who = "kofi@accra.example"}).holds("Unmasked"));
    REQUIRE(stage.post("/lyon-2030/releases", {{"name", "Second"}}).status == 303);
    CHECK(stage.get(stage.sitting + "/floor", {.as = As::anyone}).holds("Unmasked"));
}

TEST_CASE("a phone knows that its delegation speaks, or is interrupted")
{
    Plenary stage;
    stage.gives("luz@quito.example", "focal-point", "delegation=quito");
    const auto place = [&] {
        return stage.get(stage.sitting + "/place", {.who = "luz@quito.example"});
    };
    stage.leads("open");
    CHECK(place().holds(">You are next, at about"));
    stage.leads("give");
    CHECK(place().holds(">You have the floor.</p>"));
    CHECK(place().holds("data-speaks=\"quito\" data-interrupted=\"\""));
    REQUIRE(stage.leads("enter question", {{"delegation", "accra"}}).status == 303);
    const auto asks = stage.get(stage.console + ".json").json()["requests"].items().at(0);
    stage.leads("give " + asks["entry"].string());
    CHECK(place().holds("data-speaks=\"accra\" data-interrupted=\"quito\""));
    CHECK(place().holds(">Your speech goes on after this.</p>"));
}
