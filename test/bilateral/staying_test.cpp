// SPDX-License-Identifier: Apache-2.0
//
// Somebody blocks the time of a meeting that is pinned or published: planning again takes its place
// from nobody without a word.

#include "planning_desk.hpp"

using namespace sala;

namespace {

class Blocked : public PlanningDesk {
public:
    Blocked()
    {
        number = agreed();
        REQUIRE(moves(number, 2, 2).status == 303);
        there = where()[number];
    }
    void pin()
    {
        REQUIRE(
            post(plan + "/pin", {{"meeting", number}, {"version", version()}, {"pinned", "yes"}})
                .status == 303);
    }
    // Accra cannot meet in these slots, from 1.
    void blocks(const std::vector<std::size_t>& some)
    {
        const auto slots = get(accra + "/times.json", {.who = kofi}).json()["slots"].items();
        Fields away{{"parallel", "1"}};
        for (const auto n : some)
            away.emplace_back("away." + slots[n - 1]["begins"].string(), "yes");
        REQUIRE(post(accra + "/times", away, by(kofi)).status == 303);
    }
    std::int64_t pinned() { return count("SELECT COUNT(*) FROM plan_place WHERE pinned = 1"); }
    std::vector<std::string> in_the_way()
    {
        std::vector<std::string> all;
        for (const auto now = draft(); const auto& one : now["in_the_way"].items())
            all.push_back(one["meeting"].string() + ": " + one["why"].items()[0].string());
        return all;
    }
    std::size_t let_go() { return draft()["run"]["let_go"].items().size(); }

    std::string number;
    std::string there;
};

}  // namespace

TEST_CASE("a pinned meeting stays in a slot that somebody blocked since, and that is said")
{
    for (const auto* how : {"anew", "fill-gaps"}) {
        CAPTURE(how);
        Blocked desk;
        desk.pin();
        desk.blocks({2});
        // Another meeting of theirs comes nowhere near it, and its desk is not taken.
        const auto other = desk.asks(accra, "lyon", kofi);
        REQUIRE(desk.does(lyon, other, "", "accept").status == 303);
        desk.plans(how);
        CHECK(desk.where()[desk.number] == desk.there);
        CHECK(desk.pinned() == 1);
        CHECK(desk.where()[other][0] != '2');
        CHECK(desk.in_the_way() ==
              std::vector<std::string>{desk.number + ": Accra cannot meet then."});
        CHECK(desk.get(plan).holds("1 meeting cannot stay where it is"));
        CHECK(desk.let_go() == 0);
        desk.nobody_is_in_two_places();
    }
}

TEST_CASE("few changes move a pinned meeting out of a slot that was blocked, and say so")
{
    for (const bool published : {false, true}) {
        CAPTURE(published);
        Blocked desk;
        if (published)
            REQUIRE(desk.publishes("preliminary").status == 303);
        desk.pin();
        desk.blocks({2});
        desk.plans("fewest-changes");
        CHECK(desk.where().contains(desk.number));
        CHECK(desk.where()[desk.number] != desk.there);
        CHECK(desk.pinned() == 0);
        CHECK(desk.let_go() == 1);
        CHECK(desk.get(plan).holds("was pinned and could not stay in its slot"));
        CHECK(desk.in_the_way().empty());
        desk.plans("fewest-changes");
        CHECK(desk.let_go() == 0);
        CHECK(desk.where().contains(desk.number));
    }
}

TEST_CASE("what is published or only filled around keeps its place when it can be nowhere else")
{
    Blocked desk;
    REQUIRE(desk.publishes("final").status == 303);
    desk.blocks({2});
    desk.plans("fill-gaps");
    CHECK(desk.where()[desk.number] == desk.there);
    CHECK(desk.in_the_way().size() == 1);
    desk.post(quito + "/times", {{"parallel", "1"}}, by(luz));
    const auto slots = desk.get(quito + "/times.json", {.who = luz}).json()["slots"].items();
    Fields away{{"parallel", "1"}};
    for (const std::size_t n : {0, 2, 3})
        away.emplace_back("away." + slots[n]["begins"].string(), "yes");
    REQUIRE(desk.post(quito + "/times", away, by(luz)).status == 303);
    desk.plans("fewest-changes");
    CHECK(desk.where()[desk.number] == desk.there);
    CHECK(desk.in_the_way().size() == 1);
    // Planned anew, what nobody pinned is where everybody can be, or nowhere.
    desk.plans();
    CHECK(desk.where().empty());
}

TEST_CASE("of two pinned at once where one may be, one stays and the other is named")
{
    PlanningDesk desk;
    const auto with_quito = desk.agreed();
    const auto with_lyon = desk.asks(accra, "lyon", kofi);
    REQUIRE(desk.does(lyon, with_lyon, "", "accept").status == 303);
    REQUIRE(desk.post(accra + "/times", {{"parallel", "2"}}, by(kofi)).status == 303);
    REQUIRE(desk.moves(with_quito, 1, 1).status == 303);
    REQUIRE(desk.moves(with_lyon, 1, 2).status == 303);
    for (const auto& number : {with_quito, with_lyon})
        REQUIRE(desk.post(plan + "/pin",
                          {{"meeting", number}, {"version", desk.version()}, {"pinned", "yes"}})
                    .status == 303);
    REQUIRE(desk.post(accra + "/times", {{"parallel", "1"}}, by(kofi)).status == 303);
    desk.plans();
    CHECK(desk.count("SELECT COUNT(*) FROM plan_place WHERE pinned = 1") == 1);
    CHECK(desk.draft()["run"]["status"].string() == "planned");
    CHECK(desk.draft()["run"]["let_go"].items().size() == 1);
    desk.nobody_is_in_two_places();
}
