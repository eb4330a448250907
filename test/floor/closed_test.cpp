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
