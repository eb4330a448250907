// SPDX-License-Identifier: Apache-2.0
//
// The slots of a forum, and what happens when there are more of them than a timetable can have.

#include "planning_desk.hpp"

#include "bilateral/slots.hpp"

using namespace sala;

TEST_CASE("who speaks is busy in the slots of that time, wherever they stand in the list")
{
    programme::Programme programme;
    const script::Day day{2030, 5, 7};
    programme::Intervention speech;
    speech.speaker.delegation_key = "accra";
    speech.time = {.start = 9 * 60 + 351, .minutes = 7};
    programme::Sitting sitting;
    sitting.interventions = {speech};
    programme.days.push_back({"day-2", day, {}, {sitting}});
    std::vector<bilateral::Slot> slots;
    for (int n = 0; n < 100; ++n)
        slots.push_back({.day = day, .start = 9 * 60 + 5 * n, .minutes = 5});
    const auto busy = bilateral::on_the_floor(programme, slots, "accra");
    REQUIRE(busy.size() == 100);
    for (std::size_t n = 0; n < busy.size(); ++n) {
        CAPTURE(n);
        CHECK(busy[n] == (n == 70 || n == 71));
    }
    CHECK(bilateral::on_the_floor(programme, slots, "quito") == std::vector<bool>(100));
}

TEST_CASE("more than 64 slots: they can be blocked out, and nobody plans or publishes with a part")
{
    PlanningDesk desk;
    const auto number = desk.agreed();
    desk.plans();
    const auto rules = [&](const std::string& version, const std::string& minutes) {
        return desk.post("/lyon-2030/bilaterals/rules", {{"version", version},
                                                         {"slot_minutes", minutes},
                                                         {"change_minutes", "0"},
                                                         {"ask_hours", "24"},
                                                         {"meetings_at_least", "1"},
                                                         {"meetings_at_most", "4"}});
    };
    REQUIRE(rules("0", "5").status == 303);
    REQUIRE(desk.post("/lyon-2030/sheets/sittings/pairs", {{"version", "1"}, {"minutes", "325"}})
                .status == 303);
    const auto slots = desk.get(accra + "/times.json", {.who = kofi}).json()["slots"].items();
    REQUIRE(slots.size() == 65);
    REQUIRE(desk.post(accra + "/times",
                      {{"parallel", "1"}, {"away." + slots[64]["begins"].string(), "yes"}},
                      by(kofi))
                .status == 303);
    const auto kept = desk.get(accra + "/times.json", {.who = kofi}).json()["slots"].items();
    for (std::size_t n = 0; n < kept.size(); ++n)
        CHECK(kept[n]["away"].boolean() == (n == 64));
    CHECK(desk.get(plan).holds("There are 65 slots, and a timetable has at most 64."));
    CHECK(desk.post(plan, {{"how", "anew"}, {"seconds", "5"}}).problem == "too-many-slots");
    CHECK(desk.publishes("final").problem == "too-many-slots");
    CHECK(desk.get(plan + "/move?meeting=" + number).status == 200);
    CHECK(desk.moves(number, 65, 1).problem == "no-such-place");
    CHECK(desk.moves(number, 64, 1).status == 303);
    REQUIRE(desk.post("/lyon-2030/sheets/sittings/pairs", {{"version", "2"}, {"minutes", "320"}})
                .status == 303);
    CHECK(desk.post(plan, {{"how", "anew"}, {"seconds", "5"}}).status == 303);
}
