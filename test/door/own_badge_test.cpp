// SPDX-License-Identifier: Apache-2.0
//
// Whoever claimed their registration opens their own badge, as the secretariat prints it; nobody
// else opens it there, and one that ended is no badge.

#include "doors.hpp"

#include "document/files.hpp"
#include "web/passkeys.hpp"

using namespace sala;

namespace {

const std::string own_badge = "/lyon-2030/mine/badge";

// Yaw Darko is approved, and has claimed the registration with his own address.
struct Owned : Doors {
    std::string yaws;
    std::string others;
    Jar yaw{*this};

    Owned()
    {
        yaws = approved("Yaw Darko", {{"email", "yaw@accra.example"}, {"post_en", "Engineer"}});
        others = approved("Efua Addo", {{"email", "efua@accra.example"}});
        comes_by_letter(*this, yaw, "yaw@accra.example");
        REQUIRE(yaw.post("/lyon-2030/mine/claim", {{"registration", yaws}}).status == 303);
    }
};

std::string words_on(const std::string& pdf)
{
    const document::Folder folder;
    document::write_file(folder / "badge.pdf", pdf);
    const auto ran = document::run("pdftotext -enc UTF-8 " + (folder / "badge.pdf") + " -");
    REQUIRE(ran.exit == 0);
    return ran.output;
}

}  // namespace

TEST_CASE("an owner opens their badge once it is made, on every paper, with the code of its print")
{
    Owned world;
    CHECK(world.yaw.json(own_badge).problem == "no-badge-yet");
    CHECK(world.yaw.get(own_badge + ".pdf").status == 409);
    CHECK_FALSE(world.yaw.get("/lyon-2030/mine").holds(own_badge));
    world.prints();
    CHECK(world.yaw.get("/lyon-2030/mine").holds("href=\"" + own_badge + "\""));
    const auto page = world.yaw.get(own_badge);
    CHECK(page.holds("Yaw Darko"));
    CHECK(page.header("Cache-Control") == "no-store");
    CHECK(world.yaw.json(own_badge).json()["badge"].string() == world.badge_of(world.yaws).number);
    for (const auto* paper : {".pdf", ".pdf?size=id1", ".pdf?size=a6&cut=yes"}) {
        CAPTURE(paper);
        const auto shown = world.yaw.get(own_badge + paper);
        REQUIRE(shown.status == 200);
        CHECK(shown.type == "application/pdf");
        CHECK(shown.header("Cache-Control") == "no-store");
        const auto words = words_on(shown.body);
        CHECK(words.find("Yaw Darko") != std::string::npos);
        CHECK(words.find("Efua") == std::string::npos);
        CHECK(words.find(door::short_code(world.badge_of(world.yaws).token)) != std::string::npos);
    }
    // The code is the one that doors know.
    CHECK(world.scans(world.badge_of(world.yaws).token, "own-1").json()["verdict"].string() ==
          "in");
}

TEST_CASE("nobody opens the badge of somebody else, whatever their role")
{
    Owned world;
    world.prints();
    Jar efua(world);
    comes_by_letter(world, efua, "efua@accra.example");
    // She could claim hers and has not, so there is nothing yet.
    CHECK(efua.json(own_badge).problem == "not-claimed");
    for (const auto& who : {kofi, luz, esi}) {
        CAPTURE(who);
        for (const auto* ending : {"", ".json", ".pdf"}) {
            const auto shown = world.get(own_badge + ending, {.who = who});
            CHECK(shown.status == 404);
            CHECK_FALSE(shown.holds("Yaw"));
        }
    }
    CHECK(world.get(own_badge + ".pdf").status == 404);
    CHECK(world.get(own_badge + ".pdf", {.as = As::anyone, .accept = "application/json"}).status ==
          401);
    REQUIRE(efua.post("/lyon-2030/mine/claim", {{"registration", world.others}}).status == 303);
    CHECK(efua.json(own_badge).json()["badge"].string() == world.badge_of(world.others).number);
    CHECK(world.yaw.json(own_badge).json()["badge"].string() == world.badge_of(world.yaws).number);
}

TEST_CASE("a badge that ended, or of whoever is no longer approved, is taken along by nobody")
{
    Owned world;
    world.prints();
    const auto first = world.badge_of(world.yaws).number;
    REQUIRE(world.post("/lyon-2030/badges/" + first + "/again", {}).status == 303);
    const auto second = world.badge_of(world.yaws).number;
    CHECK(world.yaw.json(own_badge).json()["badge"].string() == second);
    CHECK(second != first);
    REQUIRE(world.post("/lyon-2030/badges/" + second + "/revoke", {}).status == 303);
    CHECK(world.yaw.json(own_badge).problem == "no-badge-yet");
    CHECK(world.yaw.get(own_badge + ".pdf").status == 409);
    REQUIRE(world.post("/lyon-2030/badges/" + second + "/again", {}).status == 303);
    CHECK(world.yaw.get(own_badge + ".pdf").status == 200);
    REQUIRE(world.decides(world.yaws, "refuse", "The mission was cut short.").status == 303);
    CHECK(world.yaw.get(own_badge + ".pdf").status == 409);
}
