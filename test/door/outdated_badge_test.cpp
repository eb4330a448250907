// SPDX-License-Identifier: Apache-2.0
//
// A printed badge shows an old name or category: that is said, counted and mended in one go.

#include "door/doors.hpp"

using namespace sala;

namespace {

// What the list says of badges, as JSON.
Json listed(Doors& stage, const std::string& query = {})
{
    return stage.get("/lyon-2030/badges.json" + query).json();
}

std::vector<std::string> marked(Doors& stage)
{
    std::vector<std::string> people;
    const auto list = listed(stage);
    for (const auto& one : list["people"].items())
        if (one["outdated"].boolean())
            people.push_back(one["registration"].string());
    return people;
}

// Changed by the delegation, and approved again.
void changes(Doors& stage, const std::string& number, const Fields& fields)
{
    REQUIRE(stage.edits(number, fields).status == 303);
    if (stage.status_of(number) != "approved")
        REQUIRE(stage.decides(number, "approve").status == 303);
}

}  // namespace

TEST_CASE("badges that show an old name or category are marked, counted and printed anew together")
{
    Doors stage;
    const auto ama = stage.approved("Ama Mensah", {{"category", "leaders"}});
    const auto yaw = stage.approved("Yaw Darko");
    const auto efua = stage.approved("Efua Owusu");
    stage.prints();
    const auto old = stage.badge_of(ama);
    CHECK(listed(stage)["outdated"].integer() == 0);
    CHECK(stage.post("/lyon-2030/badges/outdated", {}, by("")).problem == "no-badge-is-outdated");

    changes(stage, ama, {{"category", "press"}});
    changes(stage, yaw, {{"name_en", "Yaw Darko-Boateng"}});
    changes(stage, efua, {{"arrives_flight", "TG 921"}});
    CHECK(marked(stage).size() == 2);
    CHECK(listed(stage)["outdated"].integer() == 2);
    CHECK(listed(stage, "?outdated=yes")["people"].items().size() == 2);
    const auto page = stage.get("/lyon-2030/badges");
    CHECK(page.holds("2 badges show a name, a post or a category that has changed"));
    CHECK(page.holds("out of date"));
    CHECK_FALSE(page.holds("Everybody who is approved has a badge."));
    CHECK(stage.scans(old.token, "a").status == 200);

    const auto made = stage.post("/lyon-2030/badges/outdated", {});
    REQUIRE(made.status == 303);
    CHECK(stage.get(made.location + ".json").json()["standing"].integer() == 2);
    CHECK(stage.scans(old.token, "b").problem == "badge-replaced");
    CHECK(stage.scans(stage.badge_of(ama).token, "c").status == 200);
    CHECK(stage.scans(stage.badge_of(efua).token, "d").status == 200);
    CHECK(stage.count("SELECT COUNT(*) FROM badge") == 5);
    CHECK(stage.count("SELECT COUNT(*) FROM badge_end WHERE why = 'replaced'") == 2);
    CHECK(marked(stage).empty());
    CHECK(stage.get("/lyon-2030/badges").holds("Everybody who is approved has a badge."));
}

TEST_CASE(
    "a badge is out of date by what it shows: changed back it is not, nor for who may not come")
{
    Doors stage;
    const auto ama = stage.approved("Ama Mensah", {{"category", "leaders"}});
    stage.prints();
    changes(stage, ama, {{"post_en", "Mayor"}});
    CHECK(marked(stage) == std::vector<std::string>{ama});
    changes(stage, ama, {{"post_en", ""}});
    CHECK(marked(stage).empty());
    // The part in the delegation stands on no badge that has a category.
    changes(stage, ama, {{"role", "deputy"}});
    CHECK(marked(stage).empty());
    changes(stage, ama, {{"name_own", "アマ"}});
    CHECK(marked(stage) == std::vector<std::string>{ama});
    REQUIRE(stage.decides(ama, "refuse", "They resigned.").status == 303);
    CHECK(listed(stage)["outdated"].integer() == 0);
    CHECK(stage.post("/lyon-2030/badges/outdated", {}, by("")).problem == "no-badge-is-outdated");
}

TEST_CASE("a badge that was printed again or revoked is not out of date")
{
    Doors stage;
    const auto ama = stage.approved("Ama Mensah");
    stage.prints();
    changes(stage, ama, {{"name_en", "Ama Boateng"}});
    REQUIRE(stage.post("/lyon-2030/badges/" + stage.badge_of(ama).number + "/again", {}).status ==
            303);
    CHECK(marked(stage).empty());
    changes(stage, ama, {{"name_en", "Ama Mensah"}});
    CHECK(marked(stage) == std::vector<std::string>{ama});
    REQUIRE(stage.post("/lyon-2030/badges/" + stage.badge_of(ama).number + "/revoke", {}).status ==
            303);
    CHECK(listed(stage)["outdated"].integer() == 0);
}
