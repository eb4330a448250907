// SPDX-License-Identifier: Apache-2.0
//
// At the door: let in, seen before, without network and back, undone, by two doors, by name.

#include "door/doors.hpp"

#include "web/signed_number.hpp"

using namespace sala;
using namespace std::chrono_literals;

namespace {

std::int64_t here(Doors& stage)
{
    return stage.get("/lyon-2030/presence.json").json()["here"].integer();
}

std::string moment(Doors& stage, std::chrono::milliseconds ago)
{
    return std::to_string((stage.now() - ago).milliseconds());
}

}  // namespace

TEST_CASE("a badge lets in once; seen again it says where and when it was seen first")
{
    Doors stage;
    const auto ama = stage.approved("Ama Mensah");
    stage.prints();
    const auto token = stage.badge_of(ama).token;
    CHECK(stage.scans(token, "a").json()["verdict"].string() == "in");
    stage.passes(5min);
    const auto again = stage.scans(token, "b", {{"door", "Garden"}}, noi).json();
    CHECK(again["verdict"].string() == "again");
    CHECK(again["before"]["door"].string() == "Main");
    CHECK(here(stage) == 1);
    CHECK(stage.get("/lyon-2030/desk").holds("1 person is here"));
    CHECK(stage.count("SELECT COUNT(*) FROM admission") == 2);
}

TEST_CASE("what is sent twice is one, whatever was decided in between")
{
    Doors stage;
    const auto ama = stage.approved("Ama Mensah");
    stage.prints();
    const auto held = stage.badge_of(ama);
    const auto first = stage.scans(held.token, "same");
    REQUIRE(stage.post("/lyon-2030/badges/" + held.number + "/revoke", {}).status == 303);
    const auto second = stage.scans(held.token, "same");
    CHECK(second.status == 200);
    CHECK(second.json()["admission"] == first.json()["admission"]);
    CHECK(stage.count("SELECT COUNT(*) FROM admission") == 1);
}

TEST_CASE(
    "two doors without network come back: nothing is lost, and the secretariat sees what is odd")
{
    Doors stage;
    const auto ama = stage.approved("Ama Mensah");
    const auto yaw = stage.approved("Yaw Darko");
    stage.prints();
    const auto amas = stage.badge_of(ama);
    const auto yaws = stage.badge_of(yaw);
    // Revoked while the doors are away; both doors see Ama within a minute, one of them sees Yaw.
    REQUIRE(stage.post("/lyon-2030/badges/" + yaws.number + "/revoke", {}).status == 303);
    stage.passes(30min);
    const Fields at_main{{"door", "Main"}, {"at", moment(stage, 20min)}, {"offline", "yes"}};
    const Fields at_garden{
        {"door", "Garden"}, {"at", moment(stage, 20min - 30s)}, {"offline", "yes"}};
    CHECK(stage.scans(amas.token, "g1", at_garden, noi).json()["verdict"].string() == "in");
    CHECK(stage.scans(amas.token, "m1", at_main).json()["verdict"].string() == "in");
    CHECK(stage.scans(amas.token, "g1", at_garden, noi).json()["verdict"].string() == "again");
    CHECK(stage.scans(yaws.token, "m2", at_main).status == 200);
    const auto presence = stage.get("/lyon-2030/presence.json").json();
    CHECK(presence["here"].integer() == 2);
    // The earlier sight counts, although it was sent later.
    CHECK(presence["by_door"]["Main"].integer() == 2);
    CHECK(presence["by_door"]["Garden"].integer() == 0);
    CHECK(presence["to_look_at"].integer() == 2);
    const auto page = stage.get("/lyon-2030/presence");
    CHECK(page.holds("Yaw Darko came in at Main with a badge that had ended"));
    CHECK(page.holds("Ama Mensah came in at Garden within a minute of Main"));
    // With network the same badge is refused.
    CHECK(stage.scans(yaws.token, "m3").problem == "badge-revoked");
}

TEST_CASE("who was not approved any more when a door without network let them in is looked at")
{
    Doors stage;
    const auto ama = stage.approved("Ama Mensah");
    const auto yaw = stage.approved("Yaw Darko");
    stage.prints();
    stage.passes(1h);
    REQUIRE(stage.decides(ama, "refuse", "They resigned.").status == 303);
    REQUIRE(stage.decides(yaw, "refuse", "They resigned.").status == 303);
    stage.passes(1h);
    const Fields after{{"at", moment(stage, 30min)}, {"offline", "yes"}};
    CHECK(stage.scans(stage.badge_of(ama).token, "a", after).status == 200);
    CHECK(stage
              .scans(stage.badge_of(yaw).token, "b",
                     {{"at", moment(stage, 90min)}, {"offline", "yes"}})
              .status == 200);
    CHECK(stage.get("/lyon-2030/presence.json").json()["to_look_at"].integer() == 1);
    const auto page = stage.get("/lyon-2030/presence");
    CHECK(page.holds("Ama Mensah came in at Main and was not approved."));
    CHECK_FALSE(page.holds("Yaw Darko came in"));
}

TEST_CASE("a device's clock is believed for a week back and never forward")
{
    Doors stage;
    const auto ama = stage.approved("Ama Mensah");
    stage.prints();
    const auto token = stage.badge_of(ama).token;
    const auto kept = [&](const std::string& scan, std::chrono::milliseconds ago) {
        REQUIRE(stage.scans(token, scan, {{"at", moment(stage, ago)}, {"offline", "yes"}}).status ==
                200);
        std::int64_t at = 0;
        stage.store().read([&](store::Session& session) {
            at = std::get<0>(
                *session.find<std::int64_t>("SELECT at FROM admission WHERE scan = :scan", scan));
        });
        return stage.now() - Instant{at};
    };
    CHECK(kept("a", 1h) == 1h);
    CHECK(kept("b", -1h) == 0h);
    CHECK(kept("c", 24h * 365) == 24h * 7);
}

TEST_CASE("who was let in by mistake is not here, and it stays on record")
{
    Doors stage;
    const auto ama = stage.approved("Ama Mensah");
    stage.prints();
    const auto number = stage.scans(stage.badge_of(ama).token, "a").json()["admission"].string();
    const auto undo = "/lyon-2030/admissions/" + number + "/undo";
    CHECK(stage.post(undo, {}, by(kofi)).status == 403);
    CHECK(here(stage) == 1);
    CHECK(stage.post(undo, {}, by(noi)).status == 200);
    CHECK(here(stage) == 0);
    CHECK(stage.post(undo, {}, by(noi)).status == 404);
    CHECK(stage.count("SELECT COUNT(*) FROM admission") == 1);
    CHECK(stage.count("SELECT COUNT(*) FROM admission_undo") == 1);
    CHECK(stage.scans(stage.badge_of(ama).token, "b").json()["verdict"].string() == "in");
}

TEST_CASE("without script somebody is looked up by name, seen and let in")
{
    Doors stage;
    const auto ama = stage.approved("Ama Mensah", {{"name_th", "อามา เมนซาห์"}});
    const Sent at_door{.who = esi};
    const auto page = stage.get("/lyon-2030/door?q=mensah&door=Main", at_door);
    CHECK(page.holds("Ama Mensah"));
    CHECK(page.holds("Let in"));
    CHECK(stage.get("/lyon-2030/door?q=%E0%B8%AD%E0%B8%B2%E0%B8%A1%E0%B8%B2", at_door)
              .holds("Ama Mensah"));
    CHECK(stage.get("/lyon-2030/door?q=zanzibar", at_door).holds("Nobody here"));
    const auto hostile = stage.get("/lyon-2030/door?q=x%22%20onfocus=alert(1)", at_door);
    CHECK(hostile.holds("x&quot; onfocus=alert(1)"));
    CHECK_FALSE(hostile.holds("x\" onfocus"));
    const auto in = stage.post("/lyon-2030/door",
                               {{"scan", "a"}, {"person", ama}, {"door", "Main"}}, {.who = esi});
    CHECK(in.status == 303);
    CHECK(stage.get(in.location, at_door).holds("Undo"));
    CHECK(here(stage) == 1);
}

TEST_CASE(
    "a door's list is of use until a week after the forum, and for a day whenever it is taken")
{
    Doors stage;
    const auto until = [&] {
        return stage.get("/lyon-2030/door/list.json", {.who = esi}).json()["until"].integer();
    };
    constexpr std::int64_t day = 24 * 3600 * 1000;
    CHECK(until() == 1'904'428'800'000 + 7 * day);  // the end of 7 May 2030
    stage.store().write([](store::Session& session) {
        session.run("UPDATE day SET date = '2029-05-07'");
        return true;
    });
    CHECK(until() == stage.now().milliseconds() + day);
}

TEST_CASE("what a door takes along makes no badge, and a door of one category knows no other")
{
    Doors stage;
    stage.gives("press-door@lyon.example", "door", "category=press");
    const auto ama = stage.approved("Ama Mensah", {{"category", "press"},
                                                   {"passport", "LEAK-1"},
                                                   {"phone", "LEAK-2"},
                                                   {"email", "LEAK@3.example"}});
    const auto yaw = stage.approved("Yaw Darko", {{"category", "leaders"}});
    stage.prints();
    const auto list = stage.get("/lyon-2030/door/list.json", {.who = esi});
    CHECK(list.json()["people"].items().size() == 2);
    CHECK(list.holds(web::sha256_hex(stage.badge_of(ama).token)));
    CHECK_FALSE(list.holds(stage.badge_of(ama).token));
    CHECK_FALSE(list.holds("LEAK"));
    const std::string press = "press-door@lyon.example";
    const auto theirs = stage.get("/lyon-2030/door/list.json", {.who = press});
    CHECK(theirs.holds("Ama Mensah"));
    CHECK_FALSE(theirs.holds("Yaw Darko"));
    CHECK_FALSE(stage.get("/lyon-2030/door?q=darko", {.who = press}).holds("Yaw Darko"));
    CHECK(stage.scans(stage.badge_of(yaw).token, "a", {}, press).problem == "not-your-category");
    CHECK(stage.scans(stage.badge_of(ama).token, "b", {}, press).status == 200);
    for (const auto* page : {"/lyon-2030/door", "/lyon-2030/door/list.json",
                             "/lyon-2030/door/manifest", "/lyon-2030/door-worker"})
        CHECK(stage.get(page, {.who = kofi}).status == 403);
}

TEST_CASE("who was let in before is undone wherever their name is looked up, until nobody did")
{
    Doors stage;
    const auto ama = stage.approved("Ama Mensah");
    stage.prints();
    const auto number = stage.scans(stage.badge_of(ama).token, "a").json()["admission"].string();
    const auto again = stage.scans(stage.badge_of(ama).token, "b", {{"door", "Garden"}}, noi);
    CHECK(again.json()["before"]["admission"].string() == number);
    const auto list = stage.get("/lyon-2030/door/list.json", {.who = noi}).json();
    CHECK(list["people"].items()[0]["seen"]["admission"].string() == number);
    const std::string undo = "/lyon-2030/admissions/" + number + "/undo";
    const Sent at_door{.who = noi, .language = "en"};
    const auto page = stage.get("/lyon-2030/door?q=mensah&door=Garden", at_door);
    CHECK(page.holds("action=\"" + undo + "\""));
    CHECK(page.holds("aria-label=\"Undo: Ama Mensah\""));
    CHECK(stage.post(undo, {}, by(noi)).status == 200);
    const auto second = again.json()["admission"].string();
    CHECK(stage.post("/lyon-2030/admissions/" + second + "/undo", {}, by(noi)).status == 200);
    const auto after = stage.get("/lyon-2030/door?q=mensah&door=Garden", at_door);
    CHECK_FALSE(after.holds("Undo"));
    CHECK(after.holds("Let in"));
    CHECK(
        stage.get("/lyon-2030/door/list.json", {.who = noi}).json()["people"].items()[0]["seen"] ==
        Json());
}

TEST_CASE(
    "who is in no category stands at the door with the delegation alone, without a dot before")
{
    Doors stage;
    stage.approved("Ama Mensah");
    stage.approved("Yaw Darko", {{"category", "press"}});
    const Sent at_door{.who = esi, .language = "en"};
    CHECK(stage.get("/lyon-2030/door?q=mensah", at_door).holds("<p>Accra<br>"));
    CHECK(stage.get("/lyon-2030/door?q=darko", at_door).holds("press · Accra<br>"));
}

TEST_CASE("who is erased leaves no name at the doors, and their badge opens nothing")
{
    Doors stage;
    const auto ama = stage.approved("Ama LEAK-Mensah");
    stage.prints();
    const auto token = stage.badge_of(ama).token;
    REQUIRE(stage.scans(token, "a").status == 200);
    REQUIRE(stage.post("/lyon-2030/registrations/" + ama + "/erase", {}).status == 303);
    CHECK(stage.scans(token, "b").problem == "badge-revoked");
    CHECK_FALSE(stage.get("/lyon-2030/door/list.json", {.who = esi}).holds("LEAK"));
    CHECK(stage.count("SELECT COUNT(*) FROM admission WHERE registration IS NOT NULL") == 0);
    CHECK(stage.count("SELECT COUNT(*) FROM admission") == 1);
}
