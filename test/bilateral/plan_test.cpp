// SPDX-License-Identifier: Apache-2.0
//
// The secretariat plans, moves, pins, compares and publishes; delegations see what was published.

#include "planning_desk.hpp"

using namespace sala;

TEST_CASE("what cannot be planned is refused with a sentence: no meetings, no desks, no time")
{
    PlanningDesk desk;
    const Fields anew{{"how", "anew"}, {"seconds", "5"}};
    CHECK(desk.post(plan, anew).problem == "no-meetings");
    desk.agreed();
    CHECK(desk.post(plan, {{"how", "somehow"}, {"seconds", "5"}}).problem == "not-a-choice");
    REQUIRE(desk.post("/lyon-2030/sheets/desks/acer-desks", {{"version", "1"}, {"count", "0"}})
                .status == 303);
    CHECK(desk.post(plan, anew).problem == "no-desks");
    REQUIRE(desk.post("/lyon-2030/sheets/sittings/pairs", {{"version", "1"}, {"cancelled", "yes"}})
                .status == 303);
    CHECK(desk.post(plan, anew).problem == "no-slots");
    CHECK(desk.get(plan).status == 200);
    const auto back = desk.post(plan, {{"how", "fill-gaps"}, {"seconds", "999"}}, {});
    CHECK(back.status == 422);
    CHECK(back.holds("id=\"seconds-e\""));
    CHECK(back.holds("value=\"999\""));
    CHECK(back.holds("value=\"fill-gaps\" selected"));
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

TEST_CASE("who calls a meeting off frees its slot at once")
{
    PlanningDesk desk;
    const auto number = desk.agreed();
    desk.plans();
    REQUIRE(desk.where().size() == 1);
    desk.told();
    CHECK(desk.does(accra, number, kofi, "withdraw").status == 303);
    const auto told = desk.told();
    CHECK(std::count(told.begin(), told.end(), "plan:lyon-2030") == 1);
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
    const std::vector<std::string> first{
        kofi + ": Your bilateral meetings at Lyon 2030, preliminary",
        luz + ": Your bilateral meetings at Lyon 2030, preliminary"};
    CHECK(desk.letters("timetable_letter") == first);
    desk.approves_all("timetable_letter");
    // Lyon and the Bank lose a meeting; Kofi and Luz have nothing to do with it.
    REQUIRE(desk.does(lyon, desk.numbers.back(), "", "withdraw").status == 303);
    CHECK(desk.get(plan + "/compare.json").json()["differences"].items().size() == 1);
    CHECK(desk.publishes("final").status == 303);
    CHECK(desk.letters("timetable_letter").empty());
    REQUIRE(desk.does(accra, desk.numbers.front(), kofi, "withdraw").status == 303);
    CHECK(desk.get(accra + "/day", {.who = kofi}).holds("called off"));
    CHECK(desk.publishes("final").status == 303);
    const std::vector<std::string> both{kofi + ": Your bilateral meetings at Lyon 2030",
                                        luz + ": Your bilateral meetings at Lyon 2030"};
    CHECK(desk.letters("timetable_letter") == both);
}

TEST_CASE("a letter about a newer timetable takes the place of one that nobody has read yet")
{
    PlanningDesk desk;
    const auto number = desk.agreed();
    const auto other = desk.asks(accra, "lyon", kofi);
    REQUIRE(desk.does(lyon, other, "", "accept").status == 303);
    REQUIRE(desk.moves(number, 1, 1).status == 303);
    REQUIRE(desk.moves(other, 2, 1).status == 303);
    REQUIRE(desk.publishes("preliminary").status == 303);
    REQUIRE(desk.moves(number, 4, 1).status == 303);
    REQUIRE(desk.publishes("final").status == 303);
    const std::vector<std::string> both{kofi + ": Your bilateral meetings at Lyon 2030",
                                        luz + ": Your bilateral meetings at Lyon 2030"};
    CHECK(desk.letters("timetable_letter") == both);
    const auto body = [&] {
        std::string words;
        desk.store().read([&](store::Session& session) {
            for (const auto& kept : mail::list(session, desk.forum_id()))
                if (kept.letter.to_address == kofi && kept.letter.reason == "timetable_letter" &&
                    kept.state == mail::LetterState::prepared)
                    words = kept.letter.body;
        });
        return words;
    };
    // Nobody has been told of the first: the second tells all that stands.
    CHECK(body().find("Quito") != std::string::npos);
    CHECK(body().find("Lyon:") != std::string::npos);
    CHECK(body().find("no longer") == std::string::npos);
    desk.approves_all("timetable_letter");
    REQUIRE(desk.moves(number, 3, 1).status == 303);
    REQUIRE(desk.publishes("final").status == 303);
    CHECK(body().find("no longer") != std::string::npos);
    CHECK(body().find("Lyon:") == std::string::npos);
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
    CHECK(calendar.holds("SEQUENCE:2\r\n"));
    CHECK_FALSE(calendar.holds("STATUS:CANCELLED"));
    desk.passes(std::chrono::hours(1));
    REQUIRE(desk.does(accra, desk.numbers[1], kofi, "withdraw").status == 303);
    const auto after = desk.get(accra + "/day.ics", {.who = kofi}).body;
    const auto event = after.substr(0, after.find("STATUS:CANCELLED"));
    REQUIRE(event.size() < after.size());
    CHECK(after.substr(event.size()).starts_with("STATUS:CANCELLED\r\nSEQUENCE:3\r\n"));
    // It is newer than what was published: another moment than the two that stay.
    const auto stamp = [](const std::string& words) {
        return words.substr(words.rfind("DTSTAMP:") + 8, 16);
    };
    CHECK(stamp(event) > stamp(calendar.body));
    REQUIRE(desk.publishes("final").status == 303);
    CHECK(desk.get(accra + "/day.ics", {.who = kofi}).holds("SEQUENCE:4\r\n"));
    for (const auto* page :
         {"/lyon-2030/bilaterals/sheets.pdf", "/lyon-2030/bilaterals/desk-sheets.pdf",
          "/lyon-2030/delegations/accra/day.pdf"})
        CHECK(desk.get(page).body.starts_with("%PDF"));
    CHECK(desk.get(accra + "/day", {.who = luz}).status == 404);
    CHECK(desk.get(plan, {.who = kofi}).status == 403);
    CHECK(desk.get(accra + "/meetings/" + desk.numbers[0] + "/brief", {.who = kofi})
              .holds("Acer, desk"));
    CHECK(desk.get("/lyon-2030/bilaterals/clock", {.who = kofi}).holds("No meetings now"));
    const auto move = desk.get(plan + "/move.json?meeting=" + desk.numbers[0]).json();
    CHECK_FALSE(move["slots"].items().empty());
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
