// SPDX-License-Identifier: Apache-2.0
//
// The secretariat pins, moves and plans again: who was to stay stays, in the slot and at the desk.

#include "planning_desk.hpp"

using namespace sala;

TEST_CASE("a pinned meeting stays where it is when everything is planned anew")
{
    PlanningDesk desk;
    desk.all_agree();
    desk.plans();
    const auto& number = desk.numbers.back();
    const auto pin = [&](const std::string& pinned) {
        return desk.post(plan + "/pin",
                         {{"meeting", number}, {"version", desk.version()}, {"pinned", pinned}});
    };
    // Somewhere the planner itself would not put it.
    const auto by_itself = desk.where()[number];
    for (std::size_t slot = 4; desk.where()[number][0] == by_itself[0] && slot > 0; --slot)
        desk.moves(number, slot, 2);
    const auto there = desk.where()[number];
    REQUIRE(there[0] != by_itself[0]);
    const auto version = desk.version();
    CHECK(pin("yes").status == 303);
    CHECK(desk.post(plan + "/pin", {{"meeting", number}, {"version", version}, {"pinned", "no"}})
              .problem == "plan-changed-meanwhile");
    for (const auto* how : {"anew", "fewest-changes", "fill-gaps"}) {
        desk.plans(how);
        CHECK(desk.where()[number] == there);
        CHECK(desk.count("SELECT COUNT(*) FROM plan_place WHERE pinned = 1") == 1);
    }
    desk.nobody_is_in_two_places();
    CHECK(pin("no").status == 303);
    desk.plans();
    CHECK(desk.where()[number][0] == by_itself[0]);
}

TEST_CASE("pinning takes no seat anew: who is in two meetings at a time keeps both")
{
    PlanningDesk desk;
    const auto with_quito = desk.agreed();
    const auto with_lyon = desk.asks(accra, "lyon", kofi);
    REQUIRE(desk.does(lyon, with_lyon, "", "accept").status == 303);
    REQUIRE(desk.post(accra + "/times", {{"parallel", "2"}}, by(kofi)).status == 303);
    REQUIRE(desk.moves(with_quito, 1, 1).status == 303);
    REQUIRE(desk.moves(with_lyon, 1, 2).status == 303);
    REQUIRE(desk.post(accra + "/times", {{"parallel", "1"}}, by(kofi)).status == 303);
    const auto seats = desk.count("SELECT COUNT(*) FROM plan_seat");
    for (const auto& number : {with_quito, with_lyon})
        CHECK(desk.post(plan + "/pin",
                        {{"meeting", number}, {"version", desk.version()}, {"pinned", "yes"}})
                  .status == 303);
    CHECK(desk.count("SELECT COUNT(*) FROM plan_place WHERE pinned = 1") == 2);
    CHECK(desk.count("SELECT COUNT(*) FROM plan_seat") == seats);
}

TEST_CASE("two that are moved to one desk at once: the second is told, and nothing is lost")
{
    PlanningDesk desk;
    const auto number = desk.agreed();
    const auto other = desk.asks(lyon, "bank", "");
    REQUIRE(desk.does("/lyon-2030/delegations/bank", other, "", "accept").status == 303);
    REQUIRE(desk.moves(number, 1, 1).status == 303);
    REQUIRE(desk.moves(other, 2, 1).status == 303);
    const auto before = desk.where();
    // Another server took the desk after the timetable was read here: only the key knows it.
    desk.store().write([&](store::Session& session) {
        session.run("INSERT INTO plan_seat (forum, begins, who, seat, meeting) SELECT p.forum, "
                    "s.begins, 'desk/' || p.desks || '/2', 0, p.meeting FROM plan_place p JOIN "
                    "plan_place s ON s.forum = p.forum AND s.meeting = :number WHERE p.meeting = "
                    ":other",
                    std::int64_t{std::stoll(number)}, std::int64_t{std::stoll(other)});
        return true;
    });
    const auto version = desk.version();
    CHECK(desk.moves(number, 1, 2).problem == "plan-changed-meanwhile");
    CHECK(desk.where() == before);
    CHECK(desk.version() == version);
    const auto back = desk.post(
        plan + "/move",
        {{"meeting", number}, {"version", version}, {"begins", "77"}, {"desks", "1"}}, {});
    CHECK(back.status == 422);
    CHECK(back.holds("There is no such slot or desk."));
}

TEST_CASE("planning again moves as few as possible; filling gaps moves nobody, nor their desk")
{
    PlanningDesk desk;
    const auto number = desk.agreed();
    const auto other = desk.asks(accra, "lyon", kofi);
    REQUIRE(desk.does(lyon, other, "", "accept").status == 303);
    // With breaks that a planner would close, at desks it would number otherwise.
    REQUIRE(desk.moves(number, 2, 2).status == 303);
    REQUIRE(desk.moves(other, 4, 2).status == 303);
    const auto before = desk.where();
    const auto again = desk.asks(lyon, "bank", "");
    REQUIRE(desk.does("/lyon-2030/delegations/bank", again, "", "accept").status == 303);
    desk.plans("fill-gaps");
    auto filled = desk.where();
    CHECK(filled.size() == 3);
    filled.erase(again);
    CHECK(filled == before);
    REQUIRE(desk.publishes("final").status == 303);
    const auto published = desk.where();
    desk.plans("fewest-changes");
    CHECK(desk.where() == published);
    desk.plans();
    CHECK(desk.where() != published);
    desk.plans("fewest-changes");
    CHECK(desk.where() == published);
    CHECK(desk.get(plan + "/compare.json").json()["differences"].items().empty());
    desk.nobody_is_in_two_places();
}

TEST_CASE("who fills gaps puts nobody out, though the new meeting must be")
{
    PlanningDesk desk;
    const auto number = desk.agreed();
    // Accra has one slot left, and that is where it meets Quito.
    REQUIRE(desk.moves(number, 2, 2).status == 303);
    const auto slots = desk.get(accra + "/times.json", {.who = kofi}).json()["slots"].items();
    Fields away{{"parallel", "1"}};
    for (const std::size_t n : {0, 2, 3})
        away.emplace_back("away." + slots[n]["begins"].string(), "yes");
    REQUIRE(desk.post(accra + "/times", away, by(kofi)).status == 303);
    const auto must = desk.asks(accra, "lyon", kofi);
    REQUIRE(desk.does(lyon, must, "", "accept").status == 303);
    desk.thinks(accra, "lyon", "must", kofi);
    const auto before = desk.where();
    desk.plans("fill-gaps");
    CHECK(desk.where() == before);
    CHECK(desk.draft()["unplaced"].items().size() == 1);
}

TEST_CASE("a draft that was changed while the planner searched is not written over")
{
    PlanningDesk desk;
    const auto number = desk.agreed();
    desk.plans();
    const auto there = desk.where();
    REQUIRE(desk.post(plan, {{"how", "anew"}, {"seconds", "5"}}).status == 303);
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

TEST_CASE("where few changes are asked for, nobody is moved so that one more may meet")
{
    PlanningDesk desk;
    const auto published = desk.agreed();
    REQUIRE(desk.moves(published, 1, 1).status == 303);
    REQUIRE(desk.publishes("final").status == 303);
    // Lyon meets Accra in the first slot or never.
    const auto other = desk.asks(accra, "lyon", kofi);
    REQUIRE(desk.does(lyon, other, "", "accept").status == 303);
    const auto slots = desk.get(lyon + "/times.json").json()["slots"].items();
    Fields times{{"parallel", "1"}};
    for (std::size_t slot = 1; slot < slots.size(); ++slot)
        times.emplace_back("away." + slots[slot]["begins"].string(), "yes");
    REQUIRE(desk.post(lyon + "/times", times).status == 303);
    desk.plans("fewest-changes");
    CHECK(desk.where() == std::map<std::string, std::string>{{published, "1/1"}});
    desk.plans();
    CHECK(desk.where().size() == 2);
    // Whose time is gone moves all the same.
    REQUIRE(desk.post(accra + "/times",
                      {{"parallel", "1"}, {"away." + slots[0]["begins"].string(), "yes"}}, by(kofi))
                .status == 303);
    desk.plans("fewest-changes");
    CHECK(desk.where().contains(published));
    CHECK(desk.where()[published][0] != '1');
}

TEST_CASE("the last word of a run without a proof is about the first thing that may be better")
{
    PlanningDesk desk;
    desk.all_agree();
    REQUIRE(desk.post("/lyon-2030/sheets/desks/acer-desks", {{"version", "1"}, {"count", "1"}})
                .status == 303);
    REQUIRE(desk.post(plan, {{"how", "anew"}, {"seconds", "5"}}).status == 303);
    bilateral::Planning planning(
        desk.store(), [&] { return desk.now(); }, [](const std::vector<std::string>&) {});
    REQUIRE(planning.run_all(1) == 1);
    const auto run = desk.draft()["run"];
    REQUIRE_FALSE(run["proved"].boolean());
    // As many are held as there is room for, and that is proved; hours between meetings come after.
    CHECK(run["layer"].string() == "breaks");
    CHECK(run["best"].integer() > run["bound"].integer());
}
