// SPDX-License-Identifier: Apache-2.0
//
// The secretariat plans, moves, pins, compares and publishes; delegations see what was published.

#include "planning_desk.hpp"

using namespace sala;

TEST_CASE("what cannot be planned is refused with a sentence: no meetings, no desks, no time")
{
    PlanningDesk desk;
    const Fields anew{{"how", "anew"}, {"seconds", "5"}};
    CHECK(desk.post(plan + "/run", anew).problem == "no-meetings");
    desk.agreed();
    CHECK(desk.post(plan + "/run", {{"how", "somehow"}, {"seconds", "5"}}).problem ==
          "not-a-choice");
    REQUIRE(desk.post("/lyon-2030/sheets/desks/acer-desks", {{"version", "1"}, {"count", "0"}})
                .status == 303);
    CHECK(desk.post(plan + "/run", anew).problem == "no-desks");
    REQUIRE(desk.post("/lyon-2030/sheets/sittings/pairs", {{"version", "1"}, {"cancelled", "yes"}})
                .status == 303);
    CHECK(desk.post(plan + "/run", anew).problem == "no-slots");
    CHECK(desk.get(plan).status == 200);
    CHECK(desk.count("SELECT COUNT(*) FROM plan_run") == 0);
}

TEST_CASE("six meetings of four delegations are planned without a break, and that is proved")
{
    PlanningDesk desk;
    desk.all_agree();
    CHECK(desk.plans() == 1);
    const auto draft = desk.draft();
    CHECK(draft["run"]["status"].string() == "planned");
    CHECK(draft["run"]["proved"].boolean());
    CHECK(draft["places"].items().size() == 6);
    CHECK(draft["unplaced"].items().empty());
    desk.nobody_is_in_two_places();
    CHECK(desk.get(plan).holds("Proved: no timetable is better."));
    // 6 of 8 places: a quarter is spare, nobody is warned.
    CHECK_FALSE(desk.get(plan).holds("Keep 10 to 20 in"));
}

TEST_CASE("a delegation without time is not placed, and the page says why")
{
    PlanningDesk desk;
    const auto slots = desk.get(accra + "/times.json", {.who = kofi}).json()["slots"].items();
    Fields away{{"parallel", "1"}};
    for (const auto& slot : slots)
        away.emplace_back("away." + slot["begins"].string(), "yes");
    REQUIRE(desk.post(accra + "/times", away, by(kofi)).status == 303);
    desk.all_agree();
    desk.plans();
    const auto unplaced = desk.draft()["unplaced"].items();
    REQUIRE(unplaced.size() == 3);
    CHECK(unplaced[0]["why"].items()[0].string() == "Accra cannot meet then. (4 of 4 slots)");
    CHECK(desk.draft()["places"].items().size() == 3);
}

TEST_CASE("a move says what is in the way before anything is moved")
{
    PlanningDesk desk;
    desk.agreed();
    const auto other = desk.asks(accra, "lyon", kofi);
    REQUIRE(desk.does(lyon, other, "", "accept").status == 303);
    desk.plans();
    const auto before = desk.where();
    REQUIRE(before.size() == 2);
    const auto& [first, place] = *before.begin();
    const auto& taken = std::next(before.begin())->second;
    const auto slot = static_cast<std::size_t>(taken[0] - '0');
    CHECK(desk.moves(first, slot, taken[2] == '1' ? 2 : 1).problem == "in-the-way");
    CHECK(desk.get(plan + "/move?meeting=" + first).holds("Accra has the meeting"));
    CHECK(desk.where() == before);
    for (std::size_t free = 1; free <= 4; ++free)
        if (free != slot) {
            CHECK(desk.moves(first, free, 2).status == 303);
            CHECK(desk.where()[first] == std::to_string(free) + "/2");
        }
    CHECK(desk.post(plan + "/move", {{"meeting", first}, {"version", "1"}}).problem ==
          "plan-changed-meanwhile");
    CHECK(desk.post(plan + "/move", {{"meeting", first}, {"version", desk.version()}}).status ==
          303);
    CHECK(desk.where().size() == 1);
    desk.nobody_is_in_two_places();
}

TEST_CASE("a pinned meeting stays where it is when everything is planned anew")
{
    PlanningDesk desk;
    desk.all_agree();
    desk.plans();
    const auto& number = desk.numbers.back();
    const auto there = desk.where()[number];
    const Fields pin{{"meeting", number}, {"version", desk.version()}, {"pinned", "yes"}};
    CHECK(desk.post(plan + "/pin", pin).status == 303);
    CHECK(desk.post(plan + "/pin", pin).problem == "plan-changed-meanwhile");
    desk.plans();
    CHECK(desk.where()[number][0] == there[0]);
    CHECK(desk.draft()["places"].items().size() == 6);
    desk.nobody_is_in_two_places();
}

TEST_CASE("who calls a meeting off frees its slot at once")
{
    PlanningDesk desk;
    const auto number = desk.agreed();
    desk.plans();
    REQUIRE(desk.where().size() == 1);
    CHECK(desk.does(accra, number, kofi, "withdraw").status == 303);
    CHECK(desk.where().empty());
    CHECK(desk.count("SELECT COUNT(*) FROM plan_seat") == 0);
}

TEST_CASE("publishing tells exactly those concerned, and the day of each shows it")
{
    PlanningDesk desk;
    CHECK(desk.publishes("preliminary").problem == "nothing-placed");
    desk.all_agree();
    desk.plans();
    CHECK(desk.get(accra + "/day.json", {.who = kofi}).json()["meetings"].items().empty());
    CHECK(desk.publishes("preliminary").status == 303);
    CHECK(desk.publishes("preliminary").problem == "nothing-new");
    CHECK(desk.letters("timetable_letter").size() == 2);
    auto day = desk.get(accra + "/day.json", {.who = kofi}).json();
    CHECK_FALSE(day["final"].boolean());
    CHECK(day["meetings"].items().size() == 3);
    CHECK(desk.get(accra + "/day", {.who = kofi}).holds("preliminary and may change"));
    // Lyon and the Bank lose a meeting; Kofi and Luz have nothing to do with it.
    REQUIRE(desk.does(lyon, desk.numbers.back(), "", "withdraw").status == 303);
    CHECK(desk.get(plan + "/compare.json").json()["differences"].items().size() == 1);
    CHECK(desk.publishes("final").status == 303);
    CHECK(desk.letters("timetable_letter").size() == 2);
    REQUIRE(desk.does(accra, desk.numbers.front(), kofi, "withdraw").status == 303);
    CHECK(desk.get(accra + "/day", {.who = kofi}).holds("called off"));
    CHECK(desk.publishes("final").status == 303);
    CHECK(desk.letters("timetable_letter").size() == 4);
}

TEST_CASE("planning again moves as few as possible; filling gaps moves nobody")
{
    PlanningDesk desk;
    desk.all_agree();
    REQUIRE(desk.does(lyon, desk.numbers.back(), "", "withdraw").status == 303);
    desk.plans();
    REQUIRE(desk.publishes("final").status == 303);
    const auto before = desk.where();
    desk.plans("fewest-changes");
    for (const auto& [number, place] : before)
        CHECK(desk.where()[number][0] == place[0]);
    const auto again = desk.asks(lyon, "bank", "");
    REQUIRE(desk.does("/lyon-2030/delegations/bank", again, "", "accept").status == 303);
    desk.plans("fill-gaps");
    for (const auto& [number, place] : before)
        CHECK(desk.where()[number][0] == place[0]);
    desk.nobody_is_in_two_places();
}

TEST_CASE("a draft that was changed while the planner searched is not written over")
{
    PlanningDesk desk;
    const auto number = desk.agreed();
    desk.plans();
    const auto there = desk.where();
    REQUIRE(desk.post(plan + "/run", {{"how", "anew"}, {"seconds", "5"}}).status == 303);
    REQUIRE(desk.post(plan + "/pin",
                      {{"meeting", number}, {"version", desk.version()}, {"pinned", "yes"}})
                .status == 303);
    bilateral::Planning planning(
        desk.store(), [&] { return desk.now(); }, [](const std::vector<std::string>&) {});
    CHECK(planning.run_all(1000) == 1);
    CHECK(desk.draft()["run"]["status"].string() == "overtaken");
    CHECK(desk.where() == there);
    CHECK(planning.run_all(1000) == 0);
}

TEST_CASE("the day is a calendar and a sheet; the secretariat prints all of them and every desk's")
{
    PlanningDesk desk;
    CHECK(desk.get("/lyon-2030/bilaterals/sheets.pdf").status == 409);
    desk.all_agree();
    desk.plans();
    REQUIRE(desk.publishes("final").status == 303);
    const auto calendar = desk.get(accra + "/day.ics", {.who = kofi});
    CHECK(calendar.type.starts_with("text/calendar"));
    CHECK(calendar.holds("SUMMARY:Meeting with Quito"));
    CHECK(calendar.holds("LOCATION:Acer\\, desk"));
    for (const auto* page :
         {"/lyon-2030/bilaterals/sheets.pdf", "/lyon-2030/bilaterals/desk-sheets.pdf",
          "/lyon-2030/delegations/accra/day.pdf"})
        CHECK(desk.get(page).body.starts_with("%PDF"));
    CHECK(desk.get(accra + "/day", {.who = luz}).status == 404);
    CHECK(desk.get(plan, {.who = kofi}).status == 403);
    CHECK(desk.get(accra + "/meetings/" + desk.numbers[0] + "/brief", {.who = kofi})
              .holds("Acer, desk"));
    CHECK(desk.get("/lyon-2030/bilaterals/clock", {.who = kofi}).holds("No meetings now"));
}

TEST_CASE("the planning page asks as many statements for six meetings as for one")
{
    PlanningDesk one;
    one.agreed();
    one.plans();
    PlanningDesk six;
    six.all_agree();
    six.plans();
    CHECK(one.get(plan).statements == six.get(plan).statements);
    CHECK(one.get(accra + "/day", {.who = kofi}).statements ==
          six.get(accra + "/day", {.who = kofi}).statements);
}
