// SPDX-License-Identifier: Apache-2.0
//
// Who may take a meeting back, and what becomes of two different answers at the same moment.

#include "summit.hpp"

using namespace sala;

TEST_CASE("only who asked or said yes takes it back; who is asked declines and says why")
{
    Summit summit;
    const auto number = summit.asks(accra, "quito", kofi);
    CHECK(summit.does(quito, number, luz, "withdraw").problem == "decline-instead");
    CHECK(summit.does(quito, number, "", "withdraw").problem == "decline-instead");
    CHECK_FALSE(summit.get(quito + "/meetings/" + number, {.who = luz}).holds("Take it back"));
    CHECK(summit.get(accra + "/meetings/" + number, {.who = kofi}).holds("Take it back"));
    // A yes of its own is taken back: what it proposed.
    REQUIRE(summit.does(quito, number, luz, "propose", {{"slots", "2"}}).status == 303);
    CHECK(summit.get(quito + "/meetings/" + number, {.who = luz}).holds("Take it back"));
    REQUIRE(summit.does(quito, number, luz, "withdraw").status == 303);
    CHECK(summit.meeting(accra, number, kofi)["status"].string() == "withdrawn");
    // The host takes its ask back, also when it is its turn.
    const auto anew = summit.asks(accra, "quito", kofi);
    REQUIRE(summit.does(quito, anew, luz, "propose", {{"slots", "2"}}).status == 303);
    CHECK(summit.does(accra, anew, kofi, "withdraw").status == 303);
}

TEST_CASE("a second device that proposes something else is told, and keeps what it typed")
{
    Summit summit;
    const auto number = summit.asks(accra, "quito", kofi);
    const Fields first{{"slots", "2"}, {"words", "At noon"}};
    REQUIRE(summit.does_at(quito, number, luz, "propose", 1, first).status == 303);
    CHECK(summit.does_at(quito, number, luz, "propose", 1, first).status == 303);
    for (const Fields& second : {Fields{{"slots", "3"}, {"words", "At noon"}},
                                 Fields{{"slots", "2"}, {"words", "At dusk"}},
                                 Fields{{"slots", "2"}, {"words", "At noon"}, {"pair", "en-es"}}})
        CHECK(summit.does_at(quito, number, luz, "propose", 1, second).problem ==
              "answered-meanwhile");
    auto fields = Fields{{"step", "propose"}, {"turn", "1"}, {"slots", "3"}, {"words", "At dusk"}};
    const auto back = summit.post(quito + "/meetings/" + number, fields, {.who = luz});
    CHECK(back.status == 409);
    CHECK(back.holds("Somebody was faster"));
    CHECK(back.holds("What you typed, which is not kept</h2>\n<p>3 slots</p>"));
    CHECK(back.holds("<p class=\"said\">At dusk</p>"));
    CHECK(summit.count("SELECT COUNT(*) FROM meeting_act") == 2);
    CHECK(summit.meeting(accra, number, kofi)["slots"].integer() == 2);
}
