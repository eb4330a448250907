// SPDX-License-Identifier: Apache-2.0
//
// On a day of the forum nobody is planned into a slot that has begun, and who is there stays; a
// forum of the past can be planned as a whole.

#include "planning_desk.hpp"

using namespace sala;
using namespace std::chrono_literals;

namespace {

// The four slots begin at 9:00, 9:25, 9:50 and 10:15 on 18 March 2030, in Lyon.
constexpr Instant nine{1'900'051'200'000};

std::map<std::string, std::string> files() { return summit_files_at("2030-03-17", "2030-03-18"); }

class Morning : public PlanningDesk {
public:
    Morning() : PlanningDesk(files())
    {
        first = agreed();
        REQUIRE(moves(first, 1, 2).status == 303);
        passes(nine + 30min - now());
        second = asks(accra, "lyon", kofi);
        REQUIRE(does(lyon, second, "", "accept").status == 303);
        third = asks(quito, "bank", luz);
        REQUIRE(does("/lyon-2030/delegations/bank", third, "", "accept").status == 303);
    }

    std::string first;
    std::string second;
    std::string third;
};

}  // namespace

TEST_CASE("what has begun stays where it is, and everything else comes after it")
{
    for (const auto* how : {"anew", "fewest-changes", "fill-gaps"}) {
        CAPTURE(how);
        Morning morning;
        morning.plans(how);
        const auto where = morning.where();
        REQUIRE(where.size() == 3);
        CHECK(where.at(morning.first) == "1/2");
        for (const auto& later : {morning.second, morning.third})
            CHECK(where.at(later)[0] >= '3');
        morning.nobody_is_in_two_places();
        CHECK(morning.count("SELECT COUNT(*) FROM plan_place WHERE pinned = 1") == 0);
    }
}

TEST_CASE("what has begun stays also when its people cannot be there any more")
{
    Morning morning;
    const auto slots = morning.get(accra + "/times.json", {.who = kofi}).json()["slots"].items();
    const auto blocked = "away." + slots[0]["begins"].string();
    REQUIRE(
        morning.post(accra + "/times", {{"parallel", "1"}, {blocked, "yes"}}, by(kofi)).status ==
        303);
    morning.plans();
    CHECK(morning.where()[morning.first] == "1/2");
}

TEST_CASE("a move into a slot that has begun says so, and does not happen")
{
    Morning morning;
    const auto choices = morning.get(plan + "/move.json?meeting=" + morning.second).json();
    for (int slot = 0; slot < 4; ++slot) {
        const auto why = choices["slots"].items()[static_cast<std::size_t>(slot)]["in_the_way"];
        CHECK((!why.items().empty() && why.items()[0].string() == "This slot has begun already.") ==
              (slot < 2));
    }
    CHECK(morning.moves(morning.second, 2, 1).problem == "in-the-way");
    CHECK(morning.moves(morning.second, 3, 1).status == 303);
    CHECK(morning.moves(morning.first, 1, 1).status == 303);  // another desk, while it is on
}

TEST_CASE("a forum that is over is planned as a whole, for those who look back or try it")
{
    PlanningDesk desk(files());
    desk.all_agree();
    desk.passes(nine + 48h - desk.now());
    desk.plans();
    CHECK(desk.where().size() == 6);
}
