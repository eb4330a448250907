// SPDX-License-Identifier: Apache-2.0
//
// Who is told to look again when something becomes of a meeting: the delegations of it and the
// secretariat. To others it says nothing, not even that somebody met.

#include "planning_desk.hpp"

using namespace sala;

namespace {

std::vector<std::string> delegations_in(const std::vector<std::string>& topics)
{
    std::vector<std::string> found;
    for (const auto& topic : topics)
        if (const std::string_view begins = "delegation:lyon-2030:"; topic.starts_with(begins))
            found.push_back(topic.substr(begins.size()));
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("an ask, an answer and who comes along are told to the two who meet, and to no third one")
{
    Summit stage;
    stage.told();
    const auto number = stage.asks(accra, "quito", kofi);
    CHECK(delegations_in(stage.told()) == Keys{"accra", "quito"});
    REQUIRE(stage.does(quito, number, luz, "accept").status == 303);
    CHECK(delegations_in(stage.told()) == Keys{"accra", "quito"});
    REQUIRE(stage.post(accra + "/meetings/" + number + "/company", {{"people", "Ama"}}, by(kofi))
                .status == 303);
    CHECK(delegations_in(stage.told()) == Keys{"accra", "quito"});
    REQUIRE(stage.does(accra, number, kofi, "withdraw", {{"words", "Called home."}}).status == 303);
    CHECK(delegations_in(stage.told()) == Keys{"accra", "quito"});
}

TEST_CASE("what a delegation thinks of another, and when it has no time, is told to no delegation")
{
    Summit stage;
    stage.agreed();
    stage.told();
    stage.thinks(accra, "lyon", "no", kofi);
    CHECK(stage.told().empty());
    REQUIRE(stage.post(accra + "/times", {{"parallel", "2"}}, by(kofi)).status == 303);
    CHECK(stage.told() == Keys{"plan:lyon-2030"});
}

TEST_CASE("each side's pages watch its own topic, and those of the secretariat the forum's")
{
    Summit stage;
    const auto watches = [&](const std::string& page, const std::string& who,
                             const std::string& topic) {
        return stage.get(page, {.who = who}).holds("data-live=\"" + topic + "\"");
    };
    for (const auto* page : {"/bilaterals", "/day"}) {
        CHECK(watches(accra + page, kofi, "delegation:lyon-2030:accra"));
        CHECK_FALSE(watches(accra + page, kofi, "forum:lyon-2030"));
        CHECK_FALSE(watches(accra + page, kofi, "plan:lyon-2030"));
    }
    const auto stream = [&](const std::string& who, const std::string& topic) {
        return stage.get("/api/live?topic=" + topic, {.who = who}).stream;
    };
    CHECK(stream(kofi, "delegation:lyon-2030:accra").ends_with(" delegation:lyon-2030:accra"));
    for (const auto* topic :
         {"delegation:lyon-2030:quito", "forum:lyon-2030", "plan:lyon-2030", "door:lyon-2030"})
        CHECK(stream(kofi, topic) == "public");
}

TEST_CASE("a new timetable tells all that it is there, and later those for whom it differs")
{
    PlanningDesk desk;
    const auto number = desk.agreed();
    REQUIRE(desk.plans() == 1);
    desk.told();
    REQUIRE(desk.publishes("preliminary").status == 303);
    CHECK(delegations_in(desk.told()) == Keys{"accra", "bank", "lyon", "quito"});
    const auto elsewhere = desk.where()[number].starts_with("1/") ? 2U : 1U;
    REQUIRE(desk.moves(number, elsewhere, 1).status == 303);
    CHECK(delegations_in(desk.told()).empty());  // a draft is the secretariat's
    REQUIRE(desk.publishes("preliminary").status == 303);
    CHECK(delegations_in(desk.told()) == Keys{"accra", "quito"});
    REQUIRE(desk.publishes("final").status == 303);
    CHECK(delegations_in(desk.told()) == Keys{"accra", "bank", "lyon", "quito"});
}
