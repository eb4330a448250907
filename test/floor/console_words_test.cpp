// SPDX-License-Identifier: Apache-2.0
//
// What the console says before and after a touch: whose speech it ends, who was quicker, whose
// speech waits meanwhile; and that a refused form loses nothing.

#include "plenary.hpp"

using namespace sala;

TEST_CASE("a touch that came too late says which chair acted meanwhile, and keeps the reason")
{
    Plenary stage;
    stage.gives("chair@lyon.example", "chair");
    stage.leads("open");
    const auto seen = std::to_string(stage.version());
    CHECK(stage.leads("give", {}, "chair@lyon.example").status == 303);
    const Fields form{{"step", "move " + stage.entry("accra") + " 1"},
                      {"version", seen},
                      {"words", "A plane at noon"}};
    const auto late = stage.post(stage.console, form, Sent{});
    CHECK(late.status == 412);
    CHECK(late.holds("<div id=\"refused\" class=\"refused\"><div class=\"note\""));
    CHECK(late.holds("<span>chair@lyon.example: The floor was given to Quito</span>"));
    CHECK_FALSE(late.holds(": The sitting was opened"));
    CHECK(late.holds("name=\"words\" maxlength=\"300\" value=\"A plane at noon\">"));
    // Whoever acted on another device of their own reads that it was they.
    const auto own =
        stage.post(stage.console, form, Sent{.who = "chair@lyon.example", .language = "en"});
    CHECK(own.holds("You, on another device: The floor was given to Quito"));
    // A page that nobody was refused on has no note.
    CHECK(stage.get(stage.console).holds("class=\"refused\"></div>"));
}

TEST_CASE("a button that ends the speech says so, and one that lets it go on does not")
{
    Plenary stage;
    stage.leads("open");
    CHECK(stage.get(stage.console).holds(">Give</button>"));
    stage.leads("give");
    stage.leads("start");
    const auto last = stage.get(stage.console);
    CHECK_FALSE(last.holds(">Give</button>"));
    stage.leads("enter question", {{"delegation", "accra"}});
    CHECK(stage.get(stage.console).holds("data-key=\"g\">Give</button>"));
    stage.leads("withdraw " + stage.floor()["requests"].items().at(0)["entry"].string());
    stage.leads("enter reply", {{"delegation", "accra"}});
    CHECK(stage.get(stage.console).holds("data-key=\"g\">End, give</button>"));
    CHECK_FALSE(stage.get(stage.console).holds(">Give</button>"));
}

TEST_CASE("while a point of order is heard, everybody sees whose speech waits and what is left")
{
    Plenary stage;
    stage.leads("open");
    stage.leads("give");
    stage.leads("start");
    stage.passes(std::chrono::seconds{100});
    stage.leads("enter order", {{"delegation", "accra"}});
    stage.leads("give " + stage.floor()["requests"].items().at(0)["entry"].string());
    for (const auto* page : {"/screen", "/floor", "/chair", "/texts"}) {
        CAPTURE(page);
        CHECK(stage.get(stage.sitting + page)
                  .holds("<p class=\"waits\">The speech of Quito waits, 05:20 left</p>"));
    }
    stage.leads("end");
    for (const auto* page : {"/screen", "/floor", "/chair", "/texts"})
        CHECK_FALSE(stage.get(stage.sitting + page).holds("class=\"waits\""));
}

TEST_CASE("buttons keep their names, whatever they do at the moment")
{
    Plenary stage;
    stage.leads("open");
    const auto accra = stage.entry("accra");
    const auto before = stage.get(stage.console);
    CHECK(before.holds("id=\"do-n\""));
    CHECK(before.holds("id=\"up-" + accra + "\""));
    stage.leads("give");
    CHECK(stage.get(stage.console).holds("id=\"do-n\""));
    stage.leads("start");
    CHECK(stage.get(stage.console)
              .holds("id=\"do-p\" data-kind=\"plain\" name=\"step\" value=\"pause\""));
    stage.leads("pause");
    CHECK(stage.get(stage.console)
              .holds("id=\"do-p\" data-kind=\"plain\" name=\"step\" value=\"resume\""));
}
