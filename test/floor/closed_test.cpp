// SPDX-License-Identifier: Apache-2.0
//
// A sitting that is closed: no question is open, nobody comes next, no card counts. And what
// screens say while a question is open, and what a secret card is not asked.

#include "delegations.hpp"

using namespace sala;

namespace {

class Deciding : public Delegations {
public:
    Shown asks(Fields more = {})
    {
        more.emplace_back("question", "Adopt the text?");
        return post(sitting + "/polls", more, {.accept = "application/json"});
    }
    void decided()
    {
        const auto poll = get(sitting + "/polls.json").json()["polls"].items().at(0);
        REQUIRE(post(sitting + "/polls/" + poll["poll"].string() + "/end", {}).status == 303);
    }
};

}  // namespace

TEST_CASE("a sitting is not closed over an open question, and a closed one decides nothing")
{
    Deciding stage;
    stage.leads("open");
    REQUIRE(stage.asks().status < 400);
    CHECK(stage.leads("close").problem == "poll-open");
    CHECK(stage.floor()["phase"].string() == "open");
    REQUIRE(stage.shows_card(kofi, {{"card", "agree"}}).status == 303);
    stage.decided();
    REQUIRE(stage.leads("close").status == 303);
    CHECK(stage.asks().problem == "is-closed");
    CHECK(stage.shows_card(luz, {{"card", "agree"}}).problem == "is-closed");
    CHECK(stage.count("SELECT COUNT(*) FROM floor_ballot") == 1);
    CHECK_FALSE(stage.get(stage.sitting + "/polls").holds("Open the poll"));
}

TEST_CASE("once a sitting is closed no page says who comes next")
{
    Delegations stage;
    stage.gives("ama@accra.example", "focal-point", "delegation=accra");
    stage.leads("open");
    CHECK(stage.get(stage.sitting + "/screen").holds("Next"));
    REQUIRE(stage.leads("close").status == 303);
    const auto wall = stage.get(stage.sitting + "/screen", {.as = As::anyone});
    CHECK(wall.holds("The sitting is closed"));
    for (const auto* words : {"Quito", "Accra", "left on the list"})
        CHECK_FALSE(wall.holds(words));
    CHECK_FALSE(stage.get(stage.sitting + "/floor", {.as = As::anyone}).holds("Quito"));
    CHECK_FALSE(stage.get(stage.sitting + "/place", {.who = kofi.who}).holds(">You are next"));
    // It is opened again, and they wait as they did.
    REQUIRE(stage.leads("open").status == 303);
    CHECK(stage.get(stage.sitting + "/screen").holds("Quito"));
}

TEST_CASE("while a question is open nothing says that it was decided")
{
    Deciding stage;
    stage.leads("open");
    REQUIRE(stage.asks().status < 400);
    for (const auto* page : {"/screen", "/floor", "/place?delegation=accra", "/chair"}) {
        CAPTURE(page);
        const auto shown = stage.get(stage.sitting + page);
        CHECK(shown.holds("To be decided by cards"));
        CHECK_FALSE(shown.holds(">Decided by cards"));
    }
}

TEST_CASE("a secret card is not asked why: the words would be dropped, or tell whose it is")
{
    Deciding stage;
    const auto card = [&] { return stage.get(stage.sitting + "/card", {.who = kofi.who}); };
    REQUIRE(stage.asks().status < 400);
    CHECK(card().holds("Why, when you object"));
    stage.decided();
    REQUIRE(stage.asks({{"secret", "yes"}}).status < 400);
    CHECK(card().holds("Adopt the text?"));
    CHECK_FALSE(card().holds("Why, when you object"));
    REQUIRE(stage.shows_card(kofi, {{"card", "object"}}).status == 303);
}

TEST_CASE("over the picture of a camera stands no button, and a rehearsal is offered in time")
{
    Plenary stage;
    CHECK(stage.get(stage.sitting + "/screen").holds("data-sound"));
    CHECK_FALSE(stage.get(stage.sitting + "/lower-third").holds("data-sound"));
    CHECK(stage.get(stage.console).holds("Begin a rehearsal"));
    stage.leads("open");
    CHECK_FALSE(stage.get(stage.console).holds("Begin a rehearsal"));
    stage.leads("close");
    CHECK_FALSE(stage.get(stage.console).holds("Begin a rehearsal"));
}

TEST_CASE("the screens say how a poll ended until the chair takes the next step")
{
    Deciding stage;
    stage.leads("open");
    const auto screen = [&] { return stage.get(stage.sitting + "/screen"); };
    const std::string sums = "Agree: 0. Object: 1. Abstain: 1.";
    stage.passes(std::chrono::seconds{1});
    REQUIRE(stage.asks().status < 400);
    REQUIRE(stage.shows_card(kofi, {{"card", "object"}, {"words", "No funds"}}).status == 303);
    REQUIRE(stage.shows_card(luz, {{"card", "abstain"}}).status == 303);
    CHECK_FALSE(screen().holds(sums));
    stage.passes(std::chrono::seconds{1});
    stage.decided();
    CHECK(screen().holds("Decided by cards: Adopt the text?"));
    CHECK(screen().holds(sums));
    CHECK_FALSE(screen().holds("No funds"));
    // A delegation that asks for the floor takes nothing off the screens; the chair does.
    REQUIRE(stage.post(stage.sitting + "/place", {{"kind", "reply"}}, kofi).status < 400);
    CHECK(screen().holds(sums));
    stage.leads("give");
    CHECK_FALSE(screen().holds("Decided by cards"));
    // Two secret cards could be told from their sums.
    stage.passes(std::chrono::seconds{1});
    REQUIRE(stage.asks({{"secret", "yes"}}).status < 400);
    REQUIRE(stage.shows_card(kofi, {{"card", "object"}}).status == 303);
    REQUIRE(stage.shows_card(luz, {{"card", "object"}}).status == 303);
    stage.passes(std::chrono::seconds{1});
    stage.decided();
    CHECK_FALSE(screen().holds("Decided by cards"));
}

TEST_CASE("a page loaded while a poll is open has the next question's form waiting in it")
{
    Deciding stage;
    stage.leads("open");
    const auto page = [&] { return stage.get(stage.sitting + "/polls"); };
    const std::string hidden = "action=\"/lyon-2030/sittings/statements/polls\" hidden>";
    CHECK(page().holds("id=\"new-poll\" data-live=\"polls:lyon-2030:statements\" data-keeps"));
    CHECK_FALSE(page().holds(hidden));
    REQUIRE(stage.asks().status < 400);
    CHECK(page().holds(hidden));
    stage.decided();
    CHECK_FALSE(page().holds(hidden));
}

TEST_CASE("Enter without a card shows none, and what was typed stays")
{
    Deciding stage;
    stage.leads("open");
    REQUIRE(stage.asks().status < 400);
    const auto shown = stage.shows_card({.who = kofi.who, .accept = "text/html"},
                                        {{"words", "We object: no funds"}});
    CHECK(shown.status == 422);
    CHECK(shown.holds("No card was shown yet. Touch the one you mean."));
    CHECK(shown.holds("We object: no funds"));
    CHECK(stage.count("SELECT COUNT(*) FROM floor_ballot") == 0);
    const auto form = stage.get(stage.sitting + "/card", {.who = kofi.who}).body;
    CHECK(form.find("<button type=\"submit\" hidden>") < form.find("value=\"agree\""));
}

TEST_CASE("Enter in a field of the console does nothing that nobody has chosen")
{
    Delegations stage;
    stage.leads("open");
    REQUIRE(stage.post(stage.sitting + "/place", {{"kind", "order"}}, kofi).status < 400);
    const auto before = stage.version();
    CHECK(stage.leads("nothing", {{"words", "A ruling"}}).problem == "no-button");
    CHECK(stage.version() == before);
    const auto console = stage.get(stage.console).body;
    for (const auto* part : {"aria-labelledby=\"asks\"", "aria-labelledby=\"list\""}) {
        const auto form = console.find(part);
        REQUIRE(form != console.npos);
        CHECK(console.find("value=\"nothing\" hidden", form) <
              console.find("<button type=\"submit\" id=", form));
    }
}

TEST_CASE("a phone in a closed sitting offers nothing that cannot be any more")
{
    Delegations stage;
    REQUIRE(stage.inscribes(kofi).status == 303);
    REQUIRE(stage
                .post(stage.sitting + "/floor-rules",
                      rules_form(stage, "alphabet", {{"budget_minutes", "8"}}))
                .status == 303);
    const auto place = [&] { return stage.get(stage.sitting + "/place", {.who = kofi.who}); };
    CHECK(place().holds("may still ask for"));
    CHECK(place().holds("name=\"withdraw\""));
    CHECK(place().holds("is not inscribed any more"));
    // In a rehearsal whoever leaves the list stays inscribed.
    REQUIRE(stage
                .post(stage.sitting + "/rehearsal",
                      {{"step", "begin"}, {"version", std::to_string(stage.version())}})
                .status == 303);
    CHECK(place().holds("name=\"withdraw\""));
    CHECK_FALSE(place().holds("is not inscribed any more"));
    REQUIRE(stage
                .post(stage.sitting + "/rehearsal",
                      {{"step", "end"}, {"version", std::to_string(stage.version())}})
                .status == 303);
    stage.leads("open");
    stage.leads("close");
    CHECK_FALSE(place().holds("may still ask for"));
    CHECK_FALSE(place().holds("name=\"withdraw\""));
}

TEST_CASE("over the picture of a camera a question is called one")
{
    Delegations stage;
    stage.leads("open");
    const auto strip = [&] { return stage.get(stage.sitting + "/lower-third"); };
    REQUIRE(stage.post(stage.sitting + "/place", {{"kind", "question"}}, kofi).status < 400);
    stage.leads("give " + stage.floor()["requests"].items().at(0)["entry"].string());
    CHECK(strip().holds("<p class=\"post\">Interposed question</p>"));
    stage.leads("end");
    stage.leads("give");
    CHECK_FALSE(strip().holds(">Statement<"));
}
