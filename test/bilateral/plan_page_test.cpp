// SPDX-License-Identifier: Apache-2.0
//
// What came in the way of a meeting after it was placed is said, on the planning page and to whom
// it concerns; and the clock of the slots on the wall.

#include "planning_desk.hpp"

using namespace sala;

namespace {

// The words with which a meeting stands in a list of the planning page; nothing when it does not.
std::vector<std::string> why(const Json& list, const std::string& number)
{
    std::vector<std::string> words;
    for (const auto& one : list.items())
        if (one["meeting"].string() == number)
            for (const auto& sentence : one["why"].items())
                words.push_back(sentence.string());
    return words;
}

std::vector<Json> slots(PlanningDesk& desk)
{
    return desk.get(accra + "/times.json", {.who = kofi}).json()["slots"].items();
}

// Kofi says when Accra cannot meet: in the n-th slot, from 1.
Shown blocks(PlanningDesk& desk, std::size_t slot)
{
    return desk.post(
        accra + "/times",
        {{"parallel", "1"}, {"away." + slots(desk)[slot - 1]["begins"].string(), "yes"}}, by(kofi));
}

void has_desks(PlanningDesk& desk, const std::string& count)
{
    const auto rows = desk.get("/lyon-2030/sheets/desks/acer-desks.json").json();
    CAPTURE(rows.write());
    REQUIRE(desk.post("/lyon-2030/sheets/desks/acer-desks",
                      {{"version", rows["version"].string()}, {"count", count}})
                .status == 303);
}

}  // namespace

TEST_CASE("who blocks the time of a published meeting is told, and a final timetable waits for it")
{
    PlanningDesk desk;
    const auto number = desk.agreed();
    REQUIRE(desk.moves(number, 2, 1).status == 303);
    REQUIRE(desk.publishes("preliminary").status == 303);
    // Another slot concerns nobody.
    CHECK(blocks(desk, 1).location == accra + "/bilaterals");
    CHECK(desk.draft()["in_the_way"].items().empty());
    CHECK(desk.get(accra + "/times.json", {.who = kofi}).json()["missed"].items().empty());
    desk.told();
    CHECK(blocks(desk, 2).location == accra + "/times");
    const auto told = desk.told();
    CHECK(std::count(told.begin(), told.end(), "plan:lyon-2030") == 1);
    CHECK(desk.get(accra + "/times", {.who = kofi})
              .holds("1 meeting of yours is at a time when you cannot meet"));
    CHECK(desk.get(accra + "/times", {.who = kofi}).holds("Quito: "));
    const std::vector<std::string> away{"Accra cannot meet then."};
    CHECK(why(desk.draft()["in_the_way"], number) == away);
    const auto page = desk.get(plan);
    CHECK(page.holds("1 meeting cannot stay where it is"));
    CHECK(page.holds("data-is=\"conflict\">Accra<br>Quito<small>Accra cannot meet then.</small>"));
    CHECK(page.holds("name=\"despite\""));
    CHECK(desk.where()[number] == "2/1");  // nobody moved it
    const auto before = desk.count("SELECT COUNT(*) FROM plan_release");
    CHECK(desk.publishes("final").problem == "meetings-in-the-way");
    CHECK(desk.count("SELECT COUNT(*) FROM plan_release") == before);
    SUBCASE("until it is moved")
    {
        REQUIRE(desk.moves(number, 3, 1).status == 303);
        CHECK(desk.draft()["in_the_way"].items().empty());
        CHECK_FALSE(desk.get(plan).holds("name=\"despite\""));
        CHECK(desk.publishes("final").status == 303);
        CHECK(desk.get(accra + "/times.json", {.who = kofi}).json()["missed"].items().empty());
    }
    SUBCASE("or until somebody says that it shall be so")
    {
        CHECK(desk.post(plan + "/publish",
                        {{"kind", "final"}, {"version", desk.version()}, {"despite", "yes"}})
                  .status == 303);
        CHECK(desk.count("SELECT COUNT(*) FROM plan_release") == before + 1);
    }
}

TEST_CASE("a meeting whose desk is taken away has no place any more, and the page says why")
{
    PlanningDesk desk;
    const auto number = desk.agreed();
    const auto other = desk.asks(accra, "lyon", kofi);
    REQUIRE(desk.does(lyon, other, "", "accept").status == 303);
    REQUIRE(desk.moves(number, 2, 2).status == 303);
    REQUIRE(desk.moves(other, 3, 1).status == 303);
    REQUIRE(desk.publishes("preliminary").status == 303);
    CHECK_FALSE(desk.get(accra + "/day", {.who = kofi}).holds("This desk is not there any more"));
    has_desks(desk, "1");
    CHECK(desk.get(accra + "/day", {.who = kofi}).holds("This desk is not there any more"));
    CHECK(desk.where() == std::map<std::string, std::string>{{other, "3/1"}});
    const std::vector<std::string> lost{
        "It has no place any more: Acer, desk 2 is no longer there.",
        "It would fit at 09:00–09:20. Plan again, or move it there."};
    CHECK(why(desk.draft()["unplaced"], number) == lost);
    const auto page = desk.get(plan);
    CHECK(page.holds("1 meeting is not placed"));
    CHECK(page.holds("1 of 4 places are taken"));
    CHECK(desk.publishes("final").problem == "meetings-in-the-way");
    // Its people are free for others then: what it held stands in nobody's way.
    CHECK(desk.moves(other, 2, 1).status == 303);
    CHECK(desk.where()[other] == "2/1");
    CHECK(desk.moves(number, 3, 1).status == 303);
    CHECK(desk.draft()["unplaced"].items().empty());
    CHECK(desk.publishes("final").status == 303);
    desk.nobody_is_in_two_places();
    has_desks(desk, "0");
    CHECK(desk.draft()["unplaced"].items().size() == 2);
    CHECK_FALSE(desk.get(plan).holds("0 of 0 places"));
}

TEST_CASE("a move says who is at a desk, and takes the desk that is chosen")
{
    PlanningDesk desk;
    const auto number = desk.agreed();
    const auto other = desk.asks(lyon, "bank", "");
    REQUIRE(desk.does("/lyon-2030/delegations/bank", other, "", "accept").status == 303);
    REQUIRE(desk.moves(other, 2, 1).status == 303);
    const auto choices = desk.get(plan + "/move.json?meeting=" + number).json()["slots"].items();
    CHECK(choices[0]["taken"].items().empty());
    CHECK(choices[1]["in_the_way"].items().empty());
    REQUIRE(choices[1]["taken"].items().size() == 1);
    CHECK(choices[1]["taken"].items()[0]["desk"].integer() == 1);
    CHECK(choices[1]["taken"].items()[0]["why"].string() ==
          "The meeting Lyon – Development Bank is at this desk then.");
    CHECK(desk.get(plan + "/move?meeting=" + number)
              .holds("disabled>Acer, desk 1 · The meeting Lyon – Development Bank"));
    const auto to = [&](const std::string& at) {
        return desk.post(plan + "/move", {{"meeting", number},
                                          {"version", desk.version()},
                                          {"begins", choices[1]["begins"].string()},
                                          {"at", at}});
    };
    CHECK(to(desk.desks_row() + "/1").problem == "in-the-way");
    CHECK(to(desk.desks_row() + "/7").problem == "no-such-place");
    CHECK(to("somewhere").problem == "no-such-place");
    CHECK(desk.where().contains(number) == false);
    CHECK(to(desk.desks_row() + "/2").status == 303);
    CHECK(desk.where()[number] == "2/2");
}

TEST_CASE("the table counts breaks as the planner does, and says who gets no letter")
{
    PlanningDesk desk;
    const Fields with_heads{{"with_heads", "yes"}};
    const auto one = desk.asks(accra, "quito", kofi, with_heads);
    REQUIRE(desk.does(quito, one, luz, "accept").status == 303);
    const auto other = desk.asks(accra, "bank", kofi, with_heads);
    REQUIRE(desk.does("/lyon-2030/delegations/bank", other, "", "accept").status == 303);
    REQUIRE(desk.moves(one, 1, 1).status == 303);
    REQUIRE(desk.moves(other, 3, 1).status == 303);
    const auto page = desk.get(plan);
    CHECK(page.holds("Accra: its head"));
    CHECK_FALSE(page.holds("Quito: its head"));
    const auto total = page.body.substr(page.body.find("All together"));
    CHECK(total.substr(0, total.find("</tr>")).ends_with("<td class=\"num\">2</td>"));
    CHECK(page.holds("No letter reaches Development Bank:"));
    CHECK_FALSE(page.holds("No letter reaches Quito"));
}

TEST_CASE("languages have names, and who has too few meetings has one, too")
{
    PlanningDesk desk;
    const auto number = desk.asks(accra, "quito", kofi, {{"pair", "en-es"}});
    CHECK(desk.get(accra + "/meetings/" + number, {.who = kofi})
              .holds("interpreted English – Spanish"));
    const auto below =
        desk.get("/lyon-2030/bilaterals/proposal.json").json()["below_least"].items();
    REQUIRE(below.size() == 2);
    CHECK(below[0]["delegation"].string() == "lyon");
    CHECK(below[0]["meetings"].integer() == 0);
    CHECK(
        desk.get("/lyon-2030/bilaterals/proposal").holds("Below the least number of meetings, 1"));
}

TEST_CASE("the clock on the wall: in a slot, between two, without a login once it is published")
{
    PlanningDesk desk;
    const std::string wall = "/lyon-2030/bilaterals/clock";
    const Sent nobody{.as = As::anyone};
    CHECK(desk.get(wall, nobody).status == 404);
    CHECK(desk.get(wall, {.who = kofi}).status == 200);
    desk.agreed();
    desk.plans();
    REQUIRE(desk.publishes("preliminary").status == 303);
    const auto all = slots(desk);
    const auto begins = [&](std::size_t slot) {
        return Instant{std::stoll(all[slot - 1]["begins"].string())};
    };
    const auto at = [&](Instant when) {
        desk.passes(when - desk.now());
        return desk.get(wall + ".json", nobody).json();
    };
    const auto minutes = [](int count) { return std::chrono::minutes(count); };
    auto shown = at(begins(1) - minutes(2));
    CHECK(shown["now"].is_null());
    CHECK(shown["next"].string() == "09:00–09:20");
    CHECK(shown["until"].string() == all[0]["begins"].string());
    CHECK(desk.get(wall, nobody).holds("<p class=\"clock\" data-left>02:00</p>"));
    CHECK(desk.get(wall, nobody).holds("until the next slot begins"));
    // The moment a slot begins it is on, also when the one before ends at that moment.
    shown = at(begins(1));
    CHECK(shown["now"].string() == "09:00–09:20");
    CHECK(shown["next"].string() == "09:25–09:45");
    shown = at(begins(1) + minutes(19) + std::chrono::seconds(30));
    CHECK(desk.get(wall, nobody).holds("<p class=\"clock\" data-left>00:30</p>"));
    shown = at(begins(1) + minutes(20));
    CHECK(shown["now"].is_null());
    CHECK(shown["next"].string() == "09:25–09:45");
    shown = at(begins(4) + minutes(1));
    CHECK(shown["next"].is_null());
    shown = at(begins(4) + minutes(20));
    CHECK(shown["until"].is_null());
    const auto page = desk.get(wall, nobody);
    CHECK(page.holds("No meetings after this"));
    CHECK(page.header("Cache-Control") == "no-store");
    CHECK_FALSE(page.holds("Accra"));
    CHECK_FALSE(page.holds("Quito"));
    CHECK(desk.get(wall + "?language=th", nobody).holds("lang=\"th\""));
}
