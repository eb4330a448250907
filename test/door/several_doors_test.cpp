// SPDX-License-Identifier: Apache-2.0
//
// Several doors and several hands: a badge seen twice, and a telephone that goes on to somebody
// else.

#include "door/doors.hpp"

using namespace sala;
using namespace std::chrono_literals;

TEST_CASE("a telephone whose clock is slow hears as well that another door was faster")
{
    Doors stage;
    const auto ama = stage.approved("Ama Mensah");
    stage.prints();
    const auto token = stage.badge_of(ama).token;
    CHECK(stage.scans(token, "a").json()["verdict"].string() == "in");
    stage.passes(1s);
    const auto slow = std::to_string((stage.now() - 2min).milliseconds());
    const auto again = stage.scans(token, "b", {{"door", "Garden"}, {"at", slow}}, noi).json();
    CHECK(again["verdict"].string() == "again");
    CHECK(again["before"]["door"].string() == "Main");
    CHECK(stage.scans(token, "b", {{"door", "Garden"}, {"at", slow}}, noi).json() == again);
}

TEST_CASE("a scan that waited is of whoever stood there, whoever is signed in when it is sent")
{
    Doors stage;
    const auto ama = stage.approved("Ama Mensah");
    const auto yaw = stage.approved("Yaw Darko");
    stage.prints();
    const auto list_of = [&](const std::string& who) {
        return stage.get("/lyon-2030/door/list.json", {.who = who}).json()["by"].string();
    };
    const auto sent = [&](const std::string& scan, const std::string& proof) {
        stage.passes(1min);
        const auto reply =
            stage.scans(stage.badge_of(ama).token, scan, {{"offline", "yes"}, {"by", proof}}, esi);
        REQUIRE(reply.status == 200);
        return reply.json()["admission"].string();
    };
    const auto admission_by = [&](const std::string& scan) {
        std::string name;
        stage.store().read([&](store::Session& session) {
            name = std::get<0>(*session.find<std::string>(
                "SELECT l.name FROM admission m JOIN login l ON l.id = m.by_login "
                "WHERE m.scan = :scan",
                scan));
        });
        return name;
    };
    const auto noi_stood = list_of(noi);
    CHECK(noi_stood != list_of(esi));
    const auto number = sent("noi", noi_stood);
    CHECK(admission_by("noi") == noi);
    // Nobody writes down somebody else by saying so.
    sent("nobody", "");
    auto forged = noi_stood;
    forged.back() = forged.back() == '7' ? '8' : '7';
    sent("forged", forged);
    sent("badge", stage.badge_of(yaw).token.substr(1));
    for (const auto* scan : {"nobody", "forged", "badge"})
        CHECK(admission_by(scan) == esi);
    CHECK(stage.count(
              "SELECT COUNT(*) FROM act WHERE verb = 'admit' AND for_whom LIKE 'login/%'") == 1);
    REQUIRE(stage.post("/lyon-2030/admissions/" + number + "/undo", {{"by", noi_stood}}, by(esi))
                .status == 200);
    CHECK(stage.count("SELECT COUNT(*) FROM admission_undo u JOIN admission m ON m.id = "
                      "u.admission AND m.by_login = u.by_login") == 1);
}
