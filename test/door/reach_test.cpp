// SPDX-License-Identifier: Apache-2.0
//
// Whom a door reaches: those of its category alone, whoever is behind a code, and people who were
// registered twice.

#include "door/doors.hpp"

#include <algorithm>
#include <cctype>

using namespace sala;
using namespace std::chrono_literals;

TEST_CASE("a door of one category lets in and takes back nobody else, no vehicle and none unnamed")
{
    Doors stage;
    const std::string press = "press-door@lyon.example";
    stage.gives(press, "door", "category=press");
    const auto ama = stage.approved("Ama Mensah", {{"category", "press"}});
    const auto yaw = stage.approved("Yaw Darko", {{"category", "leaders"}});
    const auto efua = stage.approved("Efua Owusu");
    stage.prints();
    const auto van = stage.vehicle_token_of("GR 1");
    const auto undo = [&](const std::string& number, const std::string& who) {
        return stage.post("/lyon-2030/admissions/" + number + "/undo", {}, by(who));
    };
    const auto let_in = [&](const std::string& token, const std::string& scan) {
        return stage.scans(token, scan).json()["admission"].string();
    };
    for (const auto& token : {stage.badge_of(yaw).token, stage.badge_of(efua).token, van}) {
        CAPTURE(token);
        CHECK(stage.scans(token, "no", {}, press).problem == "not-your-category");
        CHECK(stage.scans(token, "no", {{"offline", "yes"}}, press).problem == "not-your-category");
        CHECK(undo(let_in(token, token), press).problem == "not-your-category");
    }
    // Who was erased since has no category any more.
    const auto erased = let_in(stage.badge_of(ama).token, "a");
    const auto amas = let_in(stage.badge_of(ama).token, "b");
    CHECK(undo(amas, press).status == 200);
    REQUIRE(stage.post("/lyon-2030/registrations/" + ama + "/erase", {}).status == 303);
    CHECK(undo(erased, press).problem == "not-your-category");
    CHECK(stage.count("SELECT COUNT(*) FROM admission_undo") == 1);
    CHECK(undo(erased, esi).status == 200);
}

TEST_CASE("a door of one category finds its people behind twenty of others")
{
    Doors stage;
    const std::string press = "press-door@lyon.example";
    stage.gives(press, "door", "category=press");
    for (int i = 0; i < 20; ++i)
        stage.approved("Mensah " + std::string(1, static_cast<char>('A' + i)),
                       {{"category", "leaders"}});
    const auto last = stage.approved("Mensah Zed", {{"category", "press"}});
    const auto found = [&](const std::string& who) {
        std::vector<std::string> numbers;
        const auto json = stage.get("/lyon-2030/door.json?q=mensah", {.who = who}).json();
        for (const auto& one : json["found"].items())
            numbers.push_back(one.string());
        return numbers;
    };
    CHECK(found(press) == std::vector<std::string>{last});
    CHECK(found(esi).size() == 20);
}

TEST_CASE("without script the eight letters under the code find whose badge it is")
{
    Doors stage;
    const auto ama = stage.approved("Ama Mensah");
    const auto yaw = stage.approved("Yaw Darko");
    stage.prints();
    const auto held = stage.badge_of(ama);
    auto typed = door::short_code(held.token);
    typed.erase(4, 1);
    std::transform(typed.begin(), typed.end(), typed.begin(), [](char c) {
        return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    });
    const auto found = [&](const std::string& words) {
        return stage.get("/lyon-2030/door.json?q=" + words, {.who = esi}).json()["found"].write();
    };
    CHECK(found(door::short_code(held.token)) == "[\"" + ama + "\"]");
    CHECK(found(typed) == "[\"" + ama + "\"]");
    CHECK(found(stage.badge_of(yaw).token) == "[\"" + yaw + "\"]");
    CHECK(found("0000-0000") == "[]");
    REQUIRE(stage.post("/lyon-2030/badges/" + held.number + "/revoke", {}).status == 303);
    CHECK(found(typed) == "[]");
}

TEST_CASE("whose registration was merged is let in with the badge they hold, and is one person")
{
    Doors stage;
    const auto twin = stage.approved("Ama Mensa", {{"category", "press"}});
    const auto kept = stage.approved("Ama Mensah", {{"category", "leaders"}});
    stage.prints();
    const auto old_badge = stage.badge_of(twin);
    const auto new_badge = stage.badge_of(kept);
    REQUIRE(stage.scans(old_badge.token, "before").status == 200);
    REQUIRE(stage.post("/lyon-2030/duplicates", {{"kept", kept}, {"merged", twin}}).status == 303);
    stage.passes(30min);
    const auto with_old = stage.scans(old_badge.token, "after", {{"door", "Garden"}});
    CHECK(with_old.status == 200);
    CHECK(with_old.json()["before"]["door"].string() == "Main");
    const Fields away{{"at", std::to_string((stage.now() - 20min).milliseconds())},
                      {"offline", "yes"}};
    CHECK(stage.scans(old_badge.token, "offline", away).status == 200);
    CHECK(stage
              .post("/lyon-2030/door", {{"scan", "name"}, {"person", twin}, {"door", "Main"}},
                    by(esi))
              .status == 200);
    CHECK(stage.count("SELECT COUNT(*) FROM admission WHERE registration = " + kept) == 3);
    const auto presence = stage.get("/lyon-2030/presence.json").json();
    CHECK(presence["here"].integer() == 1);
    CHECK(presence["by_category"].write() == "{\"leaders\":1}");
    const auto list = stage.get("/lyon-2030/door/list.json", {.who = esi}).json();
    REQUIRE(list["people"].items().size() == 1);
    const auto& person = list["people"].items()[0];
    CHECK(person["id"].string() == kept);
    CHECK(person["badges"].items().size() == 2);
    CHECK(person["seen"]["door"].string() == "Main");
    CHECK(stage.get("/lyon-2030/door.json?q=" + old_badge.token, {.who = esi})
              .json()["found"]
              .write() == "[\"" + kept + "\"]");
    // The category that counts is that of the person they are.
    const std::string press = "press-door@lyon.example";
    stage.gives(press, "door", "category=press");
    CHECK(stage.scans(old_badge.token, "p", {}, press).problem == "not-your-category");
    // Who revokes the badge of the person means the person.
    REQUIRE(stage.post("/lyon-2030/badges/" + new_badge.number + "/revoke", {}).status == 303);
    CHECK(stage.scans(old_badge.token, "late").problem == "badge-revoked");
}
