// SPDX-License-Identifier: Apache-2.0
//
// From the programme to the floor: whoever has a page there finds a link to it on the page of the
// sitting, and nobody finds one that would be refused.

#include "delegations.hpp"

using namespace sala;

namespace {

// The pages of the floor that the page of a sitting leads to.
std::vector<std::string> ways(Plenary& stage, const std::string& sitting, const Sent& who)
{
    const auto page = stage.get(sitting, who);
    REQUIRE(page.status == 200);
    std::vector<std::string> found;
    for (const auto* name :
         {"floor", "order", "place", "inscription", "chair", "texts", "card", "record"})
        if (page.holds("href=\"" + sitting + "/" + name + "\""))
            found.emplace_back(name);
    return found;
}

using Ways = std::vector<std::string>;

}  // namespace

TEST_CASE("the page of a sitting leads to the pages of its floor that one may open")
{
    Delegations stage;
    stage.gives("ada@lyon.example", "delegate", "delegation=accra");
    stage.gives("ines@lyon.example", "interpreter");
    stage.gives("other@lyon.example", "chair", "body=forum-of-rivers");
    const Sent focal{.who = kofi.who};
    const std::vector<std::pair<Sent, Ways>> all{
        {{.as = As::anyone}, {"floor", "order"}},
        {focal, {"floor", "order", "place", "inscription"}},
        {{.who = "ada@lyon.example"}, {"floor", "order", "place"}},
        {{.who = "ines@lyon.example"}, {"floor", "order", "texts"}},
        {{.who = "other@lyon.example"}, {"floor", "order", "chair"}},
        {{}, {"floor", "order", "chair", "texts"}},  // the secretariat
    };
    for (const auto& [who, expected] : all) {
        CAPTURE(who.who);
        const auto found = ways(stage, stage.sitting, who);
        CHECK(found == expected);
        for (const auto& page : found)
            CHECK(stage.get(stage.sitting + "/" + page, who).status == 200);
    }
    CHECK(ways(stage, "/lyon-2030/sittings/dinner", {.as = As::anyone}).empty());
}

TEST_CASE(
    "a delegate's menu on the floor leads to place and card, and from the list to its reasons")
{
    Delegations stage;
    const auto place = stage.get(stage.sitting + "/place", {.who = kofi.who});
    CHECK(place.holds("href=\"" + stage.sitting + "/card\""));
    CHECK(place.holds("href=\"" + stage.sitting + "/inscription?delegation=accra\""));
    CHECK(stage.get(stage.sitting + "/card", {.who = kofi.who}).status == 200);
    CHECK(stage.get(stage.sitting + "/floor", {.as = As::anyone})
              .holds("href=\"" + stage.sitting + "/order\""));
    stage.gives("ada@lyon.example", "delegate", "delegation=accra");
    CHECK_FALSE(
        stage.get(stage.sitting + "/place", {.who = "ada@lyon.example"}).holds("/inscription"));
}
