// SPDX-License-Identifier: Apache-2.0
//
// Who keeps the rules of the floor, and what they decide: lots, and ranks of points of order.

#include "delegations.hpp"

using namespace sala;

TEST_CASE("who chairs one body keeps rules for its sittings, and none for the whole forum")
{
    Delegations stage;
    stage.gives("chair@lyon.example", "chair", "body=forum-of-rivers");
    stage.gives("president@lyon.example", "chair");
    const Sent chair{.who = "chair@lyon.example", .accept = "application/json"};
    const Sent president{.who = "president@lyon.example", .accept = "application/json"};
    const auto keeps = [&](const Sent& who, Fields more) {
        return stage.post(stage.sitting + "/floor-rules",
                          rules_form(stage, "alphabet", std::move(more)), who);
    };
    CHECK(keeps(chair, {{"whole_forum", "yes"}}).problem == "not-the-whole-forum");
    CHECK(stage.count("SELECT COUNT(*) FROM floor_rule") == 0);
    CHECK_FALSE(stage.get(stage.sitting + "/floor-rules", {.who = chair.who}).holds("whole_forum"));
    CHECK(stage.get(stage.sitting + "/floor-rules", {.who = president.who}).holds("whole_forum"));
    CHECK(keeps(chair, {}).status == 303);
    CHECK(stage.count("SELECT COUNT(*) FROM floor_rule WHERE sitting IS NULL") == 0);
    CHECK(stage.count("SELECT COUNT(*) FROM floor_rule") == 1);
    stage.told();
    CHECK(keeps(president, {{"whole_forum", "yes"}}).status == 303);
    CHECK(stage.count("SELECT COUNT(*) FROM floor_rule WHERE sitting IS NULL") == 1);
    CHECK(stage.told() == std::vector<std::string>{"forum:lyon-2030", "floor:lyon-2030:"});
}

TEST_CASE("nobody chooses the number of the lots: it is drawn, shown, and each draw is a row")
{
    Delegations stage;
    const auto keeps = [&](const std::string& by, Fields more = {}) {
        return stage.post(stage.sitting + "/floor-rules", rules_form(stage, by, std::move(more)))
            .status;
    };
    const auto drawn = [&] {
        return stage.get(stage.sitting + "/order.json").json()["rules"]["drawn"].integer();
    };
    REQUIRE(keeps("alphabet", {{"drawn", "7"}}) == 303);
    CHECK(drawn() == 0);
    REQUIRE(keeps("draw", {{"drawn", "7"}}) == 303);
    const auto first = drawn();
    CHECK(first != 0);
    CHECK(first != 7);
    REQUIRE(keeps("draw") == 303);
    CHECK(drawn() == first);
    CHECK(stage.get(stage.sitting + "/order", {.as = As::anyone})
              .holds("By lot, number " + std::to_string(first)));
    REQUIRE(keeps("draw", {{"draw_again", "yes"}}) == 303);
    CHECK(drawn() != first);
    // Two draws, and each change of the rules is in their history.
    CHECK(stage.count("SELECT COUNT(*) FROM floor_draw") == 2);
    CHECK(stage.count("SELECT COUNT(*) FROM revision WHERE sheet = 'floor_rules'") == 2);
}

TEST_CASE("a point of order has one of the categories that the rules rank")
{
    Delegations stage;
    REQUIRE(stage
                .post(stage.sitting + "/floor-rules",
                      rules_form(stage, "alphabet",
                                 {{"point_categories", "Suspend the meeting\nClose the debate"}}))
                .status == 303);
    stage.leads("open");
    CHECK(stage.get(stage.sitting + "/place", {.who = kofi.who}).holds("Close the debate"));
    const auto asks = [&](const Sent& who, const std::string& category) {
        return stage.post(stage.sitting + "/place", {{"kind", "order"}, {"category", category}},
                          who);
    };
    CHECK(asks(kofi, "Sing").problem == "no-such-category");
    CHECK(asks(kofi, "Close the debate").status == 303);
    CHECK(asks(luz, "Suspend the meeting").status == 303);
    const auto requests = stage.floor()["requests"];
    REQUIRE(requests.items().size() == 2);
    CHECK(requests.items()[0]["delegation"].string() == "quito");
    CHECK(requests.items()[1]["delegation"].string() == "accra");
    CHECK(stage.get(stage.console).holds("Suspend the meeting"));
    CHECK(stage.leads("enter order", {{"delegation", "accra"}, {"category", "Close the debate"}})
              .status == 303);
    CHECK(stage.leads("enter order", {{"delegation", "accra"}, {"category", "Sing"}}).problem ==
          "no-such-category");
}
