// SPDX-License-Identifier: Apache-2.0
//
// Whose badge was revoked: no name opens a door for them, and no badge comes with the others'.

#include "door/doors.hpp"

using namespace sala;
using namespace std::chrono_literals;

namespace {

class Revoked : public Doors {
public:
    Revoked()
    {
        prints();
        held = badge_of(ama);
        passes(1h);
        REQUIRE(post("/lyon-2030/badges/" + held.number + "/revoke", {}).status == 303);
    }

    Shown named(const std::string& person, const std::string& scan, Fields more = {})
    {
        more.insert(more.begin(), {{"scan", scan}, {"person", person}, {"door", "Main"}});
        return post("/lyon-2030/door", more, by(esi));
    }

    const std::string ama = approved("Ama Mensah");
    const std::string yaw = approved("Yaw Darko");
    Held held;
};

}  // namespace

TEST_CASE("whose badge was revoked is let in neither by it nor by name, and the page says so")
{
    Revoked stage;
    CHECK(stage.scans(stage.held.token, "a").problem == "badge-revoked");
    CHECK(stage.named(stage.ama, "b").problem == "badge-revoked");
    CHECK(stage.named(stage.yaw, "c").status == 200);
    CHECK(stage.count("SELECT COUNT(*) FROM admission WHERE registration = " + stage.ama) == 0);
    for (const auto& words : {std::string("mensah"), door::short_code(stage.held.token)}) {
        CAPTURE(words);
        const auto page = stage.get("/lyon-2030/door?q=" + words + "&door=Main", {.who = esi});
        CHECK(page.holds("Ama Mensah"));
        CHECK(page.holds("The badge of this person was revoked."));
        CHECK_FALSE(page.holds("Let in: Ama Mensah"));
        const auto json = stage.get("/lyon-2030/door.json?q=" + words, {.who = esi}).json();
        CHECK(json["found"].write() == "[]");
        CHECK(json["badge_ended"].write() == "[\"" + stage.ama + "\"]");
    }
    CHECK(stage.get("/lyon-2030/door?q=yaw&door=Main", {.who = esi}).holds("Let in: Yaw Darko"));
}

TEST_CASE("whose badge was revoked gets one by their own line alone, and may then go in again")
{
    Revoked stage;
    stage.approved("Efua Owusu");
    const auto page = stage.get("/lyon-2030/badges");
    CHECK(page.holds("1 person is approved and has no badge."));
    CHECK(page.holds("The badge of 1 person was revoked."));
    CHECK(stage.get("/lyon-2030/badges.json").json()["without_badge"].integer() == 1);
    stage.prints();
    CHECK(stage.count("SELECT COUNT(*) FROM badge WHERE registration = " + stage.ama) == 1);
    CHECK(stage.post("/lyon-2030/badges", {}).problem == "everybody-has-one");
    CHECK_FALSE(stage.get("/lyon-2030/badges").holds("Everybody who is approved has a badge."));
    REQUIRE(stage.post("/lyon-2030/badges/" + stage.held.number + "/again", {}).status == 303);
    CHECK(stage.scans(stage.badge_of(stage.ama).token, "a").status == 200);
    CHECK(stage.named(stage.ama, "b").status == 200);
    CHECK_FALSE(stage.get("/lyon-2030/badges").holds("was revoked."));
}

TEST_CASE("whom a door without network let in by name after the badge was revoked is looked at")
{
    Revoked stage;
    stage.passes(1h);
    const auto ago = [&](std::chrono::milliseconds time) {
        return std::to_string((stage.now() - time).milliseconds());
    };
    CHECK(stage.named(stage.ama, "after", {{"at", ago(30min)}, {"offline", "yes"}}).status == 200);
    CHECK(stage.named(stage.ama, "before", {{"at", ago(90min)}, {"offline", "yes"}}).status == 200);
    CHECK(stage.named(stage.yaw, "yaw", {{"at", ago(30min)}, {"offline", "yes"}}).status == 200);
    CHECK(stage.get("/lyon-2030/presence.json").json()["to_look_at"].integer() == 1);
    CHECK(stage.get("/lyon-2030/presence")
              .holds("Ama Mensah was let in by name at Main after their badge had been revoked."));
}

TEST_CASE("put together with another registration, whoever was revoked is let in by neither badge")
{
    for (const bool keeps_revoked : {true, false}) {
        CAPTURE(keeps_revoked);
        Revoked stage;
        const auto good = stage.badge_of(stage.yaw);
        const auto kept = keeps_revoked ? stage.ama : stage.yaw;
        const auto merged = keeps_revoked ? stage.yaw : stage.ama;
        CHECK(stage.get("/lyon-2030/duplicates").holds("it stays so for both"));
        REQUIRE(stage.post("/lyon-2030/duplicates", {{"kept", kept}, {"merged", merged}}).status ==
                303);
        const auto told = stage.get("/lyon-2030/duplicates.json").json()["merges"].items().at(0);
        CHECK(told["badge_revoked"].boolean());
        CHECK(stage.scans(good.token, "good").problem == "badge-revoked");
        CHECK(stage.scans(stage.held.token, "bad").problem == "badge-revoked");
        CHECK(stage.named(kept, "name").problem == "badge-revoked");
        const auto found =
            stage.get("/lyon-2030/door?q=" + door::short_code(good.token), {.who = esi});
        CHECK(found.holds("The badge of this person was revoked."));
        CHECK_FALSE(found.holds("Let in: "));
        const auto list = stage.get("/lyon-2030/door/list.json", {.who = esi}).json();
        for (const auto& one : list["people"].items())
            for (const auto& badge : one["badges"].items())
                CHECK(badge["ended"].string() == "revoked");
        CHECK(stage.get("/lyon-2030/badges.json").json()["without_badge"].integer() == 0);
        CHECK(stage.post("/lyon-2030/badges", {}).problem == "everybody-has-one");
        // Taken apart, each is as they were.
        REQUIRE(stage.post("/lyon-2030/duplicates/" + told["id"].string() + "/undo", {}).status ==
                303);
        CHECK(stage.scans(good.token, "apart").status == 200);
        CHECK(stage.scans(stage.held.token, "still").problem == "badge-revoked");
        // Printed again for the person they are, they may go in.
        REQUIRE(stage.post("/lyon-2030/duplicates", {{"kept", kept}, {"merged", merged}}).status ==
                303);
        REQUIRE(
            stage.post("/lyon-2030/badges/" + stage.badge_of(kept).number + "/again", {}).status ==
            303);
        CHECK(stage.scans(stage.badge_of(kept).token, "again").status == 200);
        CHECK(stage.named(kept, "by name").status == 200);
        CHECK(stage.scans(good.token, "before").problem == "badge-replaced");
        CHECK_FALSE(stage.get("/lyon-2030/duplicates.json")
                        .json()["merges"]
                        .items()
                        .at(0)["badge_revoked"]
                        .boolean());
    }
}

TEST_CASE("a badge made with the others for a second registration ends no revocation of the first")
{
    Revoked stage;
    const auto late = stage.approved("Ama Mensa");
    stage.passes(1h);
    stage.prints();
    REQUIRE(stage.post("/lyon-2030/duplicates", {{"kept", late}, {"merged", stage.ama}}).status ==
            303);
    CHECK(stage.scans(stage.badge_of(late).token, "a").problem == "badge-revoked");
    // Nor do the badges that are printed anew because of a name.
    REQUIRE(stage.edits(late, {{"name_en", "Ama M."}}).status == 303);
    REQUIRE(stage.decides(late, "approve").status == 303);
    CHECK(stage.post("/lyon-2030/badges/outdated", {}).problem == "no-badge-is-outdated");
}
