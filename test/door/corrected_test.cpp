// SPDX-License-Identifier: Apache-2.0
//
// A post or a name is corrected after the badge was printed: the badge opens doors all the same and
// shows what was approved, on whatever paper, until it is decided.

#include "door/doors.hpp"

#include "document/files.hpp"
#include "web/passkeys.hpp"

using namespace sala;
using namespace std::chrono_literals;

namespace {

class Corrected : public Doors {
public:
    Corrected()
    {
        prints();
        held = badge_of(ama);
        passes(1h);
        REQUIRE(edits(ama, {{"post_en", "First Mayor"}, {"name_en", "Ama Osei"}}).status == 303);
        REQUIRE(status_of(ama) == "submitted");
    }

    Json on_list()
    {
        const auto list = get("/lyon-2030/door/list.json", {.who = esi}).json();
        for (const auto& one : list["people"].items())
            if (one["id"].string() == ama)
                return one;
        return {};
    }

    const std::string ama = approved("Ama Mensah", {{"post_en", "Mayor"}});
    Held held;
};

std::string words_on(const std::string& pdf)
{
    const document::Folder folder;
    document::write_file(folder / "badge.pdf", pdf);
    return document::run("pdftotext -enc UTF-8 " + (folder / "badge.pdf") + " -").output;
}

}  // namespace

TEST_CASE("a corrected post locks nobody out, by badge, by name or without network")
{
    Corrected stage;
    CHECK(stage.scans(stage.held.token, "badge").status == 200);
    CHECK(stage
              .post("/lyon-2030/door", {{"scan", "name"}, {"person", stage.ama}, {"door", "Main"}},
                    by(esi))
              .status == 200);
    const auto page = stage.get(
        "/lyon-2030/door?q=" + door::short_code(stage.held.token) + "&door=Main", {.who = esi});
    CHECK(page.holds("Let in: Ama Mensah"));
    CHECK_FALSE(page.holds("Ama Osei"));
    CHECK(stage.on_list()["approved"].boolean());
    CHECK(stage.on_list()["name"].string() == "Ama Mensah");
    CHECK(stage.on_list()["post"].string() == "Mayor");
    const auto presence = stage.get("/lyon-2030/presence.json").json();
    CHECK(presence["approved"].integer() == 1);
    CHECK(presence["to_look_at"].integer() == 0);
    // Sent back, the place is gone and with it the way in.
    stage.passes(1min);
    REQUIRE(stage.decides(stage.ama, "give-back", "Which post is it?").status == 303);
    CHECK(stage.scans(stage.held.token, "later").problem == "not-approved");
    CHECK_FALSE(stage.on_list()["approved"].boolean());
    stage.passes(1h);
    const auto ago = std::to_string((stage.now() - 10min).milliseconds());
    CHECK(stage.scans(stage.held.token, "late", {{"at", ago}, {"offline", "yes"}}).status == 200);
    CHECK(stage.get("/lyon-2030/presence.json").json()["to_look_at"].integer() == 1);
}

TEST_CASE("the badge of whoever corrected something is revoked and printed again, with old words")
{
    Corrected stage;
    const auto page = stage.get("/lyon-2030/badges");
    CHECK(page.holds("Ama Mensah"));
    CHECK(page.holds("a correction is to be decided"));
    CHECK(stage.get("/lyon-2030/badges.json").json()["outdated"].integer() == 0);
    const auto again = stage.post("/lyon-2030/badges/" + stage.held.number + "/again", {});
    REQUIRE(again.status == 303);
    const auto words = words_on(stage.get(again.location + ".pdf").body);
    CHECK(words.find("Ama Mensah") != std::string::npos);
    CHECK(words.find("Osei") == std::string::npos);
    CHECK(words.find("First") == std::string::npos);
    const auto now = stage.badge_of(stage.ama);
    CHECK(stage.scans(now.token, "again").status == 200);
    // Approved, the badge that was printed meanwhile shows what is no longer so.
    REQUIRE(stage.decides(stage.ama, "approve").status == 303);
    CHECK(stage.get("/lyon-2030/badges.json").json()["outdated"].integer() == 1);
    REQUIRE(stage.post("/lyon-2030/badges/outdated", {}).status == 303);
    CHECK(stage.get("/lyon-2030/badges.json").json()["outdated"].integer() == 0);
    REQUIRE(stage.edits(stage.ama, {{"post_en", "Second Mayor"}}).status == 303);
    REQUIRE(stage.post("/lyon-2030/badges/" + stage.badge_of(stage.ama).number + "/revoke", {})
                .status == 303);
    CHECK(stage.scans(stage.badge_of(stage.ama).token, "revoked").problem == "badge-revoked");
}

TEST_CASE("whoever corrected something before a badge was made gets one with what was approved")
{
    Doors stage;
    const auto person = stage.approved("Ama Mensah");
    REQUIRE(stage.edits(person, {{"name_en", "Somebody Else"}}).status == 303);
    const auto words = words_on(stage.get(stage.prints() + ".pdf").body);
    CHECK(words.find("Ama Mensah") != std::string::npos);
    CHECK(words.find("Somebody") == std::string::npos);
}

TEST_CASE("an owner who corrects their post keeps their badge, and reads so")
{
    Doors stage;
    const auto yaw = stage.approved("Yaw Darko", {{"email", "yaw@accra.example"}});
    stage.prints();
    Jar owner(stage);
    comes_by_letter(stage, owner, "yaw@accra.example");
    REQUIRE(owner.post("/lyon-2030/mine/claim", {{"registration", yaw}}).status == 303);
    const auto held = owner.json("/lyon-2030/mine").json();
    REQUIRE(owner
                .post("/lyon-2030/mine", {{"version", held["version"].string()},
                                          {"name_en", "Yaw Darko"},
                                          {"email", "yaw@accra.example"},
                                          {"post_en", "Chief Engineer"}})
                .status == 303);
    REQUIRE(stage.status_of(yaw) == "submitted");
    CHECK(owner.get("/lyon-2030/mine").holds("until then your badge opens doors"));
    CHECK(owner.json("/lyon-2030/mine/badge").json()["badge"].string() ==
          stage.badge_of(yaw).number);
    const auto words = words_on(owner.get("/lyon-2030/mine/badge.pdf").body);
    CHECK(words.find("Yaw Darko") != std::string::npos);
    CHECK(words.find("Chief") == std::string::npos);
}

TEST_CASE("a forum where nobody is approved says so, and not that everybody has a badge")
{
    Doors stage;
    CHECK_FALSE(stage.get("/lyon-2030/badges").holds("Everybody who is approved has a badge."));
    CHECK(stage.post("/lyon-2030/badges", {}).problem == "nobody-approved");
    stage.approved("Ama Mensah");
    stage.prints();
    CHECK(stage.get("/lyon-2030/badges").holds("Everybody who is approved has a badge."));
}
