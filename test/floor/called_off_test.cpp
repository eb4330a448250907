// SPDX-License-Identifier: Apache-2.0
//
// A sitting that the programme has as cancelled: every page of its floor says so, nobody inscribes,
// asks or opens it; and no page offers what would be refused.

#include "delegations.hpp"

using namespace sala;

namespace {

class Cancelled : public Delegations {
public:
    void cancels(const std::string& version = "1", const std::string& cancelled = "yes")
    {
        REQUIRE(post("/lyon-2030/sheets/sittings/statements",
                     {{"version", version}, {"title_en", "Statements"}, {"cancelled", cancelled}})
                    .status == 303);
        REQUIRE(post("/lyon-2030/releases", {{"name", "Another"}, {"despite", "yes"}}).status ==
                303);
    }
    Shown place() { return get(sitting + "/place", {.who = kofi.who}); }
    Shown inscription() { return get(sitting + "/inscription", {.who = kofi.who}); }
};

const std::string note = "The programme has this sitting as cancelled.";
const std::string asks = ">Ask for the floor</button>";

}  // namespace

TEST_CASE("a cancelled sitting is not opened, and takes nobody into its list")
{
    Cancelled stage;
    stage.cancels();
    CHECK(stage.leads("open").problem == "sitting-cancelled");
    CHECK(stage.inscribes(kofi).problem == "sitting-cancelled");
    for (const auto* kind : {"statement", "order"})
        CHECK(stage.post(stage.sitting + "/place", {{"kind", kind}}, kofi).problem ==
              "sitting-cancelled");
    CHECK(stage.floor()["phase"].string() == "before");
    CHECK(stage.floor()["cancelled"].boolean());
    CHECK(stage.list().empty());
    CHECK(stage.count("SELECT COUNT(*) FROM inscription") == 0);
    for (const auto* page : {"/chair", "/floor"})
        CHECK(stage.get(stage.sitting + page).holds(note));
    CHECK_FALSE(stage.get(stage.console).holds("Open the sitting"));
    CHECK(stage.place().holds(note));
    CHECK_FALSE(stage.place().holds(asks));
    CHECK(stage.inscription().holds("This sitting is cancelled"));
    CHECK_FALSE(stage.inscription().holds(">Inscribe</button>"));
    const auto wall = stage.get(stage.sitting + "/screen", {.as = As::anyone});
    CHECK(wall.holds("The sitting is cancelled"));
    CHECK_FALSE(wall.holds("Quito"));
    // The mark is taken away, and all is as it was.
    stage.cancels("2", "");
    CHECK(stage.inscribes(kofi).status == 303);
    CHECK(stage.leads("open").status == 303);
}

TEST_CASE("a sitting that is cancelled while it sits is led to its end")
{
    Cancelled stage;
    stage.leads("open");
    stage.cancels();
    CHECK(stage.get(stage.console).holds(note));
    CHECK(stage.post(stage.sitting + "/place", {{"kind", "order"}}, kofi).status == 303);
    CHECK(stage.leads("give").status == 303);
    CHECK(stage.leads("close").status == 303);
}

TEST_CASE("once a sitting is closed nothing is offered that would be refused")
{
    Cancelled stage;
    CHECK(stage.place().holds(asks));
    CHECK(stage.inscription().holds(">Inscribe</button>"));
    REQUIRE(stage.inscribes(luz).status == 303);
    stage.leads("open");
    stage.leads("close");
    CHECK_FALSE(stage.place().holds(asks));
    CHECK_FALSE(stage.inscription().holds(">Inscribe</button>"));
    CHECK(stage.inscription().holds("The sitting has been closed."));
    CHECK(stage.inscribes(kofi).problem == "is-closed");
    // Who is inscribed may still mend the text for the record.
    CHECK(stage.get(stage.sitting + "/inscription", {.who = luz.who}).holds(">Save the changes<"));
    CHECK(stage.inscribes(luz, {{"topic", "Rivers"}}).status == 303);
}

TEST_CASE("what was typed while the hours of inscription ended comes back to whoever typed it")
{
    Cancelled stage;
    REQUIRE(stage
                .post(stage.sitting + "/floor-rules",
                      rules_form(stage, "alphabet", {{"closes_at", "2030-03-25 09:00"}}))
                .status == 303);
    stage.passes(std::chrono::hours{24 * 9});
    const auto back = stage.post(stage.sitting + "/inscription",
                                 {{"kind", "statement"},
                                  {"level", "head"},
                                  {"language", "en"},
                                  {"version", "0"},
                                  {"topic", "Drains first"},
                                  {"speech", "Mr Chair, the water came at night."}},
                                 {.who = kofi.who});
    CHECK(back.status == 409);
    CHECK(back.holds("You had written, and it was not kept"));
    CHECK(back.holds("Mr Chair, the water came at night."));
    CHECK(back.holds("Drains first"));
    CHECK_FALSE(back.holds(">Inscribe</button>"));
    // A date is never cut in two lines.
    CHECK(back.holds("<span class=\"nb\">25\u00a0Mar\u00a02030</span>\u00a009:00"));
    CHECK_FALSE(stage.inscription().holds("You had written"));
}
